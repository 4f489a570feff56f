package org.photobridge.sharepoint;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.photobridge.spi.ClientCertificate;
import org.photobridge.spi.ProviderConfig;

/** A connection's settings, typed: what {@link SharePointSchema} asks for. */
final class SharePointSettings {
    private final ProviderConfig config;

    SharePointSettings(ProviderConfig config) {
        this.config = config;
    }

    String tenantId() {
        return required("tenantId");
    }

    /** The tenant's id; empty if the tenant was given by a domain, which says nothing of the id. */
    Optional<String> tenantGuid() {
        return Optional.of(tenantId().toLowerCase(Locale.ROOT))
                .filter(id -> SettingsCheck.GUID.matcher(id).matches());
    }

    String clientId() {
        return required("clientId");
    }

    Cloud cloud() {
        return config.text("cloud").flatMap(Cloud::find).orElse(Cloud.GLOBAL);
    }

    URI login() {
        return cloud().login()
                .or(() -> config.uri("loginUrl"))
                .orElseThrow(() -> new IllegalArgumentException("loginUrl has no value"));
    }

    Optional<ClientCertificate> certificate() {
        return config.certificate("certificate");
    }

    /** The hosts: each as given, else derived from the tenant's name. */
    Sites sites() {
        return new Sites(site(Site.ADMIN), site(Site.MY_SITE), site(Site.ROOT));
    }

    private URI site(Site site) {
        return config.uri(site.property())
                .map(Origins::of)
                .or(() -> derived().map(sites -> sites.of(site)))
                .orElseThrow(() -> new IllegalArgumentException(site.property() + " has no value"));
    }

    private Optional<Sites> derived() {
        return config.text("tenantName")
                .filter(name -> cloud() != Cloud.CUSTOM)
                .map(name -> cloud().sites(name.trim().toLowerCase(Locale.ROOT)));
    }

    /** What an account name begins with before the UPN. */
    String accountPrefix() {
        return config.text("accountPrefix").orElse(SharePointSchema.ACCOUNT_PREFIX);
    }

    int pixels(ThumbnailSize size) {
        return number("size" + size.name(), size.defaultPixels()).intValue();
    }

    boolean usesRest() {
        return config.text("transport").filter("rest"::equals).isPresent();
    }

    /** What to write as {@code SPS-PictureExchangeSyncState}. */
    String exchangeSyncState() {
        return config.text("exchangeSyncState").orElse("1");
    }

    LicenceTier tier() {
        return config.text("licences").flatMap(LicenceTier::find).orElse(LicenceTier.UP_TO_1000);
    }

    long unitsPerMinute() {
        return number("ruUnits", tier().unitsPerMinute());
    }

    Duration minute() {
        return config.duration("ruWindow").orElse(Duration.ofMinutes(1));
    }

    long unitsPerDay() {
        return number("ruDayUnits", tier().unitsPerDay());
    }

    Duration day() {
        return config.duration("ruDayWindow").orElse(Duration.ofDays(1));
    }

    /** Our part of what all tools of the tenant may call together; at least what one person needs. */
    long peopleManagerCalls() {
        long all = number("peopleManagerUnits", tier().peopleManagerCalls());
        return Math.max(LimitNames.MOST_PEOPLE_MANAGER_CALLS, all * number("tenantShare", 50) / 100);
    }

    Duration peopleManagerWindow() {
        return config.duration("peopleManagerWindow").orElse(Duration.ofMinutes(5));
    }

    /** How many people may be worked on at once. */
    int mostInFlight() {
        return number("mostInFlight", 4).intValue();
    }

    private Long number(String property, long otherwise) {
        return config.integer(property).orElse(otherwise);
    }

    private String required(String property) {
        return config.text(property)
                .map(String::trim)
                .orElseThrow(() -> new IllegalArgumentException(property + " has no value"));
    }
}
