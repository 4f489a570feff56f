package org.photobridge.portal.test;

/** One way a page can look. */
record Look(String name, String theme, String language, int width, int height) {
    static final Look PLAIN = new Look("light-en", "light", "en", 1280, 800);
    static final Look NARROW = PLAIN.narrow();
    static final Look DARK_INDONESIAN = new Look("dark-id", "dark", "id", 1280, 800);

    private Look narrow() {
        return new Look("narrow", theme, language, 390, 844);
    }
}
