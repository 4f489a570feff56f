package org.photobridge.portal.connection;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.photobridge.portal.connection.RegistrationView.CertificateView;
import org.photobridge.spi.Secret;

/** The certificates of one app registration, on the registration's page. */
@Named
@ViewScoped
public class CertificatePage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private CertificateService certificates;

    @Inject
    private RegistrationService registrations;

    private transient Part file;
    private String password;
    private String problem;

    public void create(long registration) throws IOException {
        certificates.create(registration);
        done(registration, "certificate.created");
    }

    public void upload(long registration) throws IOException {
        problem = null;
        if (file == null || file.getSize() == 0) {
            problem = Words.of("certificate.problem.none").get(Faces.getLocale());
            return;
        }
        try {
            certificates.upload(registration, content(), Secret.of(password == null ? "" : password));
            done(registration, "certificate.uploaded");
        } catch (BadCertificateException e) {
            problem = e.words().get(Faces.getLocale());
        }
    }

    /** One byte more than is allowed is enough to be told that it's too large. */
    private byte[] content() throws IOException {
        try (InputStream in = file.getInputStream()) {
            return in.readNBytes(CertificateFiles.LARGEST + 1);
        }
    }

    public void useNext(long registration) throws IOException {
        certificates.useNext(registration);
        done(registration, "certificate.used");
    }

    public void removeNext(long registration) throws IOException {
        certificates.removeNext(registration);
        done(registration, "certificate.removed");
    }

    /** The certificate without its key, for the Entra admin center. */
    public void download(long registration, String slot) throws IOException {
        byte[] cer =
                certificates.cer(registration, CertificateSlot.valueOf(slot)).orElseThrow();
        Faces.sendFile(cer, "photobridge-" + registration + ".cer", true);
    }

    /** The certificate of a slot; null if there is none. */
    public CertificateView of(long registration, String slot) {
        return registrations
                .find(registration)
                .flatMap(view -> slot.equals("NOW") ? view.now() : view.next())
                .orElse(null);
    }

    private static void done(long registration, String message) throws IOException {
        Messages.addFlashGlobalInfo(message);
        Faces.redirect("registration.xhtml?id=%s", registration);
    }

    public String getProblem() {
        return problem;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
