package org.photobridge.portal.connection;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.photobridge.portal.provider.ProviderRole;
import org.photobridge.portal.provider.ProviderRow;
import org.photobridge.portal.provider.ProviderService;
import org.photobridge.spi.LocalText;

/** The list of connections and app registrations, and what can be connected. */
@Named
@RequestScoped
public class ConnectionsPage {
    @Inject
    private ConnectionService connections;

    @Inject
    private RegistrationService registrations;

    @Inject
    private ProviderService providers;

    private List<ConnectionView> rows;
    private List<RegistrationView> registrationRows;
    private List<Offer> offers;

    /** A connection that can be made. */
    public record Offer(String provider, ProviderRole role, LocalText name) {}

    @PostConstruct
    void load() {
        rows = connections.list();
        registrationRows = registrations.list();
        offers = new ArrayList<>();
        for (ProviderRow row : providers.list()) {
            row.roles().forEach(role -> offers.add(new Offer(row.id(), role, nameOf(row, role))));
        }
    }

    private LocalText nameOf(ProviderRow row, ProviderRole role) {
        return connections
                .factory(row.id(), role)
                .map(factory -> factory.descriptor().name())
                .orElse(row.name());
    }

    public List<ConnectionView> getRows() {
        return rows;
    }

    public List<RegistrationView> getRegistrations() {
        return registrationRows;
    }

    public List<Offer> getOffers() {
        return offers;
    }

    /** What a page says of a connection's last test: {@code good}, {@code bad}, {@code unknown}. */
    public String health(ConnectionView row) {
        return row.health()
                .map(known -> known.report().isHealthy() ? "good" : "bad")
                .orElse("unknown");
    }
}
