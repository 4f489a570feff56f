package org.photobridge.simulator.directory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The size of a picture, written 240x240 (or 240X240). */
public record PhotoSize(int width, int height) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,5})x(\\d{1,5})");

    /** The squares that Microsoft 365 makes of an uploaded picture. */
    public static final List<PhotoSize> SQUARES = List.of(
            square(48),
            square(64),
            square(96),
            square(120),
            square(240),
            square(360),
            square(432),
            square(504),
            square(648));

    public static PhotoSize square(int side) {
        return new PhotoSize(side, side);
    }

    public static Optional<PhotoSize> parse(String written) {
        Matcher matcher = WRITTEN.matcher(written.toLowerCase(Locale.ROOT));
        return matcher.matches()
                ? Optional.of(new PhotoSize(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** The squares that fit into a picture of this size. */
    List<PhotoSize> squaresWithin() {
        int side = Math.min(width, height);
        return SQUARES.stream().filter(square -> square.width() <= side).toList();
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
