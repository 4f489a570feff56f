package org.photobridge.portal.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditEntry;
import org.photobridge.portal.platform.OutboundAddresses;

/** Keeps in the audit that somebody wanted the portal to talk to an address that it never talks to. */
@ApplicationScoped
class ForbiddenHosts {
    private Audit audit;

    /** For the container's proxy only. */
    protected ForbiddenHosts() {}

    @Inject
    ForbiddenHosts(Audit audit) {
        this.audit = audit;
    }

    /** Notes what is forbidden of a route that wasn't saved; nothing if it was refused for other reasons. */
    void note(String kind, String name, Route route) {
        List<String> hosts = new ArrayList<>(route.names());
        ProxyAddress.read(route.proxy()).map(ProxyAddress::host).ifPresent(hosts::add);
        hosts.removeIf(host -> !OutboundAddresses.isForbidden(host));
        if (!hosts.isEmpty()) {
            audit.record(AuditEntry.of("request.refused", new AuditEntry.Subject(kind, "", name))
                    .because("a forbidden address: " + String.join(", ", hosts)));
        }
    }
}
