package org.photobridge.portal.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditEntry;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Role;
import org.photobridge.spi.ClientCertificate;
import org.photobridge.spi.Secret;

/** What admins do with an app registration's certificates: the one in use, and the next one. */
@ApplicationScoped
@Transactional
public class CertificateService {
    @Inject
    private ConnectionRepository store;

    @Inject
    private Vault vault;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    private Event<ConnectionChanged> changed;

    /** Makes a key and a certificate. The first one is used at once; later ones wait as the next one. */
    public void create(long registration) {
        Access.require(Role.ADMIN);
        AppRegistration owner = owner(registration);
        add(owner, CertificateMaker.make(owner.name(), clock.instant()), true);
    }

    /**
     * Takes a certificate with its key from a file.
     *
     * @throws BadCertificateException if the file can't be used; nothing is changed
     */
    public void upload(long registration, byte[] file, Secret password) throws BadCertificateException {
        Access.require(Role.ADMIN);
        ClientCertificate certificate = CertificateFiles.read(file, password.reveal());
        if (certificate.certificate().getNotAfter().toInstant().isBefore(clock.instant())) {
            throw new BadCertificateException(Words.of("certificate.problem.expired"));
        }
        add(owner(registration), certificate, false);
    }

    /** Takes a certificate that was read before. */
    public void add(long registration, ClientCertificate certificate) {
        Access.require(Role.ADMIN);
        add(owner(registration), certificate, false);
    }

    /**
     * Reads a certificate with its key, PKCS#12 or PEM; stores nothing.
     *
     * @throws BadCertificateException if the file can't be used
     */
    public static ClientCertificate read(byte[] file, Secret password) throws BadCertificateException {
        return CertificateFiles.read(file, password.reveal());
    }

    /**
     * Reads a certificate with its key from PEM text; stores nothing.
     *
     * @throws BadCertificateException if the text can't be used
     */
    static ClientCertificate readText(String pem) throws BadCertificateException {
        return CertificateFiles.read(pem.getBytes(StandardCharsets.ISO_8859_1), "");
    }

    /** Lets the next certificate take over; the one in use is gone. */
    public void useNext(long registration) {
        Access.require(Role.ADMIN);
        AppRegistration owner = owner(registration);
        AppCertificate next =
                store.certificate(registration, CertificateSlot.NEXT).orElseThrow();
        store.certificate(registration, CertificateSlot.NOW).ifPresent(store::remove);
        next.use();
        tell(owner, "certificate.used", next.thumbprint());
    }

    /** Gives up the next certificate. */
    public void removeNext(long registration) {
        Access.require(Role.ADMIN);
        AppRegistration owner = owner(registration);
        AppCertificate next =
                store.certificate(registration, CertificateSlot.NEXT).orElseThrow();
        store.remove(next);
        tell(owner, "certificate.removed", next.thumbprint());
    }

    /** The certificate alone, without its key, as Entra ID takes it ({@code .cer}). */
    public Optional<byte[]> cer(long registration, CertificateSlot slot) {
        Access.require(Role.ADMIN);
        return store.certificate(registration, slot)
                .map(row -> CertificateCode.der(vault.open(row).certificate()));
    }

    private void add(AppRegistration owner, ClientCertificate certificate, boolean madeHere) {
        boolean first = store.certificate(owner.id(), CertificateSlot.NOW).isEmpty();
        store.certificate(owner.id(), CertificateSlot.NEXT).ifPresent(store::remove);
        CertificateSlot slot = first ? CertificateSlot.NOW : CertificateSlot.NEXT;
        AppCertificate row = new AppCertificate(owner.id(), slot, certificate, madeHere);
        store.add(row);
        vault.seal(row, certificate);
        tell(owner, madeHere ? "certificate.created" : "certificate.uploaded", row.thumbprint());
    }

    private AppRegistration owner(long registration) {
        return store.registration(registration).orElseThrow();
    }

    private void tell(AppRegistration owner, String action, String thumbprint) {
        owner.touch(clock.instant());
        AuditEntry.Subject subject = new AuditEntry.Subject("registration", Long.toString(owner.id()), owner.name());
        audit.record(AuditEntry.of(action, subject).change("", thumbprint));
        store.connections().stream()
                .filter(connection -> connection.registrationId().equals(OptionalLong.of(owner.id())))
                .forEach(connection -> changed.fire(new ConnectionChanged(connection.id())));
    }
}
