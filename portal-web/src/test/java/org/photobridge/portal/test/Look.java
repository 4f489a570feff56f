package org.photobridge.portal.test;

import java.util.List;

/** One way a page can look. */
record Look(String name, String theme, String language, int width, int height) {
    static final Look PLAIN = new Look("light-en", "light", "en", 1280, 800);
    static final Look NARROW = new Look("narrow", "light", "en", 390, 844);
    static final List<Look> ALL = List.of(
            PLAIN,
            new Look("dark-en", "dark", "en", 1280, 800),
            new Look("light-id", "light", "id", 1280, 800),
            NARROW);
}
