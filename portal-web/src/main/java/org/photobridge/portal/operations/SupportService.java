package org.photobridge.portal.operations;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditEntry;
import org.photobridge.portal.engine.Gate;
import org.photobridge.portal.platform.Home;
import org.photobridge.portal.platform.SupportTexts;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Role;

/** Packs what somebody who helps needs to see: no secret, no picture, nobody's name. */
@ApplicationScoped
public class SupportService {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModules(new JavaTimeModule(), new Jdk8Module())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @Inject
    private Home home;

    @Inject
    private SupportFacts facts;

    @Inject
    private SupportRepository repository;

    @Inject
    private FiguresRepository figures;

    @Inject
    private Gate gate;

    @Inject
    private Audit audit;

    /** A zip with a text or JSON file for each subject. */
    @Transactional
    public byte[] bundle() {
        Access.requireUnlimited(Role.ADMIN);
        audit.record(AuditEntry.of("support.bundle-made", new AuditEntry.Subject("portal", "portal", "portal")));
        try {
            return zip(contents());
        } catch (IOException e) {
            throw new UncheckedIOException("The support bundle can't be made", e);
        }
    }

    private Map<String, byte[]> contents() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        SupportTexts.of(home, System.getProperty("photobridge.version", "unknown"))
                .forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        Map<String, Object> known = new LinkedHashMap<>(facts.all());
        known.put("database.json", repository.database());
        known.put("queue.json", figures.now(gate.use()).withoutBudgets());
        known.put("tasks.json", repository.tasks());
        for (Map.Entry<String, Object> one : known.entrySet()) {
            files.put(one.getKey(), JSON.writeValueAsBytes(one.getValue()));
        }
        return files;
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
