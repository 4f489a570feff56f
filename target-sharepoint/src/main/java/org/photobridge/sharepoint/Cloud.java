package org.photobridge.sharepoint;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/** Microsoft's clouds: where one signs in, and how its SharePoint hosts end. */
enum Cloud {
    GLOBAL("global", "https://login.microsoftonline.com", "sharepoint.com"),
    US_GOV("usgov", "https://login.microsoftonline.us", "sharepoint.us"),
    DOD("dod", "https://login.microsoftonline.us", "sharepoint-mil.us"),
    CHINA("china", "https://login.partner.microsoftonline.cn", "sharepoint.cn"),
    /** Any service that speaks the same protocols; every address is given by an admin. */
    CUSTOM("custom", "", "");

    private final String value;
    private final String login;
    private final String suffix;

    Cloud(String value, String login, String suffix) {
        this.value = value;
        this.login = login;
        this.suffix = suffix;
    }

    /** How settings write it. */
    String value() {
        return value;
    }

    /** Empty for {@link #CUSTOM}. */
    Optional<URI> login() {
        return login.isEmpty() ? Optional.empty() : Optional.of(URI.create(login));
    }

    /** How hosts end in this cloud, without the leading dot; empty text for {@link #CUSTOM}. */
    String suffix() {
        return suffix;
    }

    /** The hosts of a tenant whose root site is {@code <name>.<suffix>}. */
    Sites sites(String name) {
        return new Sites(host(name + "-admin"), host(name + "-my"), host(name));
    }

    private URI host(String label) {
        return URI.create("https://" + label + "." + suffix);
    }

    static Optional<Cloud> find(String value) {
        return Arrays.stream(values())
                .filter(cloud -> cloud.value.equals(value))
                .findFirst();
    }
}
