package org.photobridge.simulator.directory;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One app of the tenant: what it signs in with and what it was granted. */
public final class AppRegistration {
    private final String clientId;
    private final String displayName;
    private final List<AppSecret> secrets = new ArrayList<>();
    private final List<X509Certificate> certificates = new ArrayList<>();
    private final Map<Resource, Set<String>> roles = new EnumMap<>(Resource.class);
    private boolean enabled = true;

    /**
     * A client secret.
     *
     * @param id what admins paste by mistake instead of the value
     */
    public record AppSecret(String id, String value, Instant expires) {
        @Override
        public String toString() {
            return "AppSecret[id=" + id + ", expires=" + expires + "]";
        }
    }

    AppRegistration(String clientId, String displayName) {
        this.clientId = clientId;
        this.displayName = displayName;
    }

    public String clientId() {
        return clientId;
    }

    public String displayName() {
        return displayName;
    }

    public synchronized boolean isEnabled() {
        return enabled;
    }

    public synchronized void enable(boolean on) {
        enabled = on;
    }

    public synchronized List<AppSecret> secrets() {
        return List.copyOf(secrets);
    }

    public synchronized void addSecret(AppSecret secret) {
        secrets.removeIf(old -> old.id().equals(secret.id()));
        secrets.add(secret);
    }

    /** Makes every secret run out at the given time. */
    public synchronized void expireSecrets(Instant when) {
        secrets.replaceAll(secret -> new AppSecret(secret.id(), secret.value(), when));
    }

    public synchronized List<X509Certificate> certificates() {
        return List.copyOf(certificates);
    }

    public synchronized void addCertificate(X509Certificate certificate) {
        certificates.add(certificate);
    }

    public synchronized void removeCertificates() {
        certificates.clear();
    }

    public synchronized Set<String> roles(Resource resource) {
        return Set.copyOf(roles.getOrDefault(resource, Set.of()));
    }

    /** Takes effect with the next token, as in Entra. */
    public synchronized void grant(Resource resource, String role) {
        roles.computeIfAbsent(resource, none -> new TreeSet<>()).add(role);
    }

    /** Takes effect with the next token, as in Entra. */
    public synchronized void revoke(Resource resource, String role) {
        roles.getOrDefault(resource, new TreeSet<>()).remove(role);
    }
}
