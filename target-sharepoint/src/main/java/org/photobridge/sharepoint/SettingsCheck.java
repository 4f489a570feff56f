package org.photobridge.sharepoint;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.photobridge.spi.ConfigProblem;
import org.photobridge.spi.ProviderConfig;

/** Finds everything that is wrong with settings before anything is sent anywhere. */
final class SettingsCheck {
    static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern DOMAIN = Pattern.compile("(?i)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9-]+)+");
    private static final Pattern TENANT_NAME = Pattern.compile("(?i)[a-z0-9]([a-z0-9-]{0,60}[a-z0-9])?");

    /** Less than one person's change needs would wait for ever. */
    private static final int LEAST_UNITS = 60;

    private static final int LARGEST_PIXELS = 648;

    private final ProviderConfig config;
    private final List<ConfigProblem> problems = new ArrayList<>();

    SettingsCheck(ProviderConfig config) {
        this.config = config;
    }

    List<ConfigProblem> problems() {
        checkApp();
        checkSites();
        checkPictures();
        checkLimits();
        return List.copyOf(problems);
    }

    private void checkApp() {
        matching("tenantId", "problem.tenantId", GUID, DOMAIN);
        matching("clientId", "problem.clientId", GUID);
        address("loginUrl");
        if (cloud() == Cloud.CUSTOM && config.text("loginUrl").isEmpty()) {
            add("loginUrl", "problem.required");
        }
        config.certificate("certificate")
                .ifPresentOrElse(
                        certificate -> {
                            if (!certificate.key().getAlgorithm().equals("RSA")) {
                                add("certificate", "problem.certificate.rsa");
                            }
                        },
                        () -> add("certificate", "problem.required"));
    }

    private void checkSites() {
        matching("tenantName", "problem.tenantName", TENANT_NAME);
        boolean derived = config.text("tenantName").isPresent() && cloud() != Cloud.CUSTOM;
        for (Site site : Site.values()) {
            Optional<URI> given = address(site.property());
            if (given.isEmpty() && config.text(site.property()).isEmpty() && !derived) {
                add(site.property(), cloud() == Cloud.CUSTOM ? "problem.required" : "problem.sites");
            }
            given.ifPresent(address -> checkHostName(site, address));
        }
        if (problems.isEmpty()) {
            checkThreeHosts(new SharePointSettings(config).sites());
        }
    }

    /** Within Microsoft's clouds the names tell which host is which; elsewhere they may be anything. */
    private void checkHostName(Site site, URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        String label = host.substring(0, Math.max(0, host.indexOf('.')));
        if (!isMicrosofts(host) || cloud() == Cloud.CUSTOM) {
            return;
        }
        boolean right = switch (site) {
            case ADMIN -> label.endsWith("-admin");
            case MY_SITE -> label.endsWith("-my");
            case ROOT -> !label.endsWith("-admin") && !label.endsWith("-my");
        };
        if (!right) {
            add(site.property(), "problem.host." + site.property());
        }
    }

    private static boolean isMicrosofts(String host) {
        for (Cloud cloud : Cloud.values()) {
            if (!cloud.suffix().isEmpty() && host.endsWith("." + cloud.suffix())) {
                return true;
            }
        }
        return false;
    }

    private void checkThreeHosts(Sites sites) {
        if (sites.admin().equals(sites.mySite()) || sites.admin().equals(sites.root())) {
            add(Site.ADMIN.property(), "problem.sameHost");
        }
        if (sites.mySite().equals(sites.root())) {
            add(Site.MY_SITE.property(), "problem.sameHost");
        }
    }

    private void checkPictures() {
        for (ThumbnailSize size : ThumbnailSize.values()) {
            number("size" + size.name(), ThumbnailSize.S.defaultPixels() / 3, LARGEST_PIXELS);
        }
        if (problems.stream().noneMatch(problem -> problem.property().startsWith("size"))) {
            SharePointSettings settings = new SharePointSettings(config);
            if (settings.pixels(ThumbnailSize.L) < settings.pixels(ThumbnailSize.M)) {
                add("sizeL", "problem.sizes");
            }
            if (settings.pixels(ThumbnailSize.M) < settings.pixels(ThumbnailSize.S)) {
                add("sizeM", "problem.sizes");
            }
        }
    }

    private void checkLimits() {
        number("tenantShare", 1, 100);
        number("mostInFlight", 1, 32);
        for (String units : List.of("ruUnits", "ruDayUnits", "peopleManagerUnits")) {
            number(units, LEAST_UNITS, Integer.MAX_VALUE);
        }
        for (String window : List.of("ruWindow", "ruDayWindow", "peopleManagerWindow")) {
            config.text(window).filter(text -> !isLongEnough(text)).ifPresent(text -> add(window, "problem.window"));
        }
    }

    private static boolean isLongEnough(String text) {
        try {
            return Duration.parse(text).compareTo(Duration.ZERO) > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void number(String property, long least, long most) {
        config.text(property)
                .filter(text ->
                        !text.matches("\\d{1,12}") || Long.parseLong(text) < least || Long.parseLong(text) > most)
                .ifPresent(text -> add(property, "problem.number", least, most));
    }

    private void matching(String property, String key, Pattern... patterns) {
        Optional<String> value = config.text(property).map(String::strip);
        if (value.isEmpty()) {
            if (!property.equals("tenantName")) {
                add(property, "problem.required");
            }
            return;
        }
        for (Pattern pattern : patterns) {
            if (pattern.matcher(value.get()).matches()) {
                return;
            }
        }
        add(property, key);
    }

    /** The address in a setting, if it is one that a token may be sent to. */
    private Optional<URI> address(String property) {
        Optional<String> text = config.text(property);
        Optional<URI> address = text.flatMap(SettingsCheck::read).filter(SettingsCheck::isUsable);
        if (text.isPresent() && address.isEmpty()) {
            add(property, "problem.address");
        }
        return address;
    }

    private static Optional<URI> read(String text) {
        try {
            return Optional.of(URI.create(text.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** https with a host and nothing behind it; plain http only where no wire is left. */
    private static boolean isUsable(URI address) {
        if (!Origins.isComplete(address) || address.getUserInfo() != null) {
            return false;
        }
        boolean bare = (address.getPath() == null || address.getPath().matches("/?")) && address.getQuery() == null;
        boolean safe = "https".equalsIgnoreCase(address.getScheme())
                || ("http".equalsIgnoreCase(address.getScheme()) && Origins.isLoopback(address));
        return bare && safe && address.getFragment() == null;
    }

    private Cloud cloud() {
        return config.text("cloud").flatMap(Cloud::find).orElse(Cloud.GLOBAL);
    }

    private void add(String property, String key, Object... arguments) {
        problems.add(new ConfigProblem(property, Texts.of(key, arguments)));
    }
}
