package org.photobridge.portal.provider;

import java.util.regex.Pattern;

/**
 * Names one version of one provider.
 *
 * <p>Both parts become folder names, so they are checked before they are used as such.
 */
public record ProviderKey(String id, String version) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.+_-]{0,59}");

    public ProviderKey {
        if (!isId(id) || !isVersion(version)) {
            throw new IllegalArgumentException("Not a provider's id and version: " + id + " " + version);
        }
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    static boolean isVersion(String text) {
        return VERSION.matcher(text).matches() && !text.contains("..");
    }

    @Override
    public String toString() {
        return id + " " + version;
    }
}
