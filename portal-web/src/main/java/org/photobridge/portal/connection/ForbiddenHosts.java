package org.photobridge.portal.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.photobridge.portal.audit.AuditEntry;
import org.photobridge.portal.platform.OutboundAddresses;
import org.photobridge.portal.security.Refusals;

/** Tells log and audit that somebody wanted the portal to talk to an address that it never talks to. */
@ApplicationScoped
class ForbiddenHosts {
    private Refusals refusals;

    /** For the container's proxy only. */
    protected ForbiddenHosts() {}

    @Inject
    ForbiddenHosts(Refusals refusals) {
        this.refusals = refusals;
    }

    /** Notes what is forbidden of a route that wasn't saved; nothing if it was refused for other reasons. */
    void note(String kind, String name, Route route) {
        List<String> hosts = new ArrayList<>(route.names());
        ProxyAddress.read(route.proxy()).map(ProxyAddress::host).ifPresent(hosts::add);
        hosts.removeIf(host -> !OutboundAddresses.isForbidden(host));
        if (!hosts.isEmpty()) {
            refusals.note(
                    Refusals.Why.FORBIDDEN_HOST, new AuditEntry.Subject(kind, "", name), String.join(", ", hosts));
        }
    }
}
