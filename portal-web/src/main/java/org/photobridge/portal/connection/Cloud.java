package org.photobridge.portal.connection;

import java.util.Arrays;
import java.util.Optional;

/** Microsoft's clouds, and any other service that speaks like them. The value is what providers' schemas call it. */
public enum Cloud {
    GLOBAL("global", "https://login.microsoftonline.com"),
    US_GOV("usgov", "https://login.microsoftonline.us"),
    DOD("dod", "https://login.microsoftonline.us"),
    CHINA("china", "https://login.partner.microsoftonline.cn"),
    CUSTOM("custom", "");

    private final String value;
    private final String loginUrl;

    Cloud(String value, String loginUrl) {
        this.value = value;
        this.loginUrl = loginUrl;
    }

    public String value() {
        return value;
    }

    /** Where one signs in; empty for a service of one's own, which says so itself. */
    public String loginUrl() {
        return loginUrl;
    }

    public static Optional<Cloud> of(String value) {
        return Arrays.stream(values())
                .filter(cloud -> cloud.value.equals(value))
                .findFirst();
    }
}
