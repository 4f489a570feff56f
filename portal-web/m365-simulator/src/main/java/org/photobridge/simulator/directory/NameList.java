package org.photobridge.simulator.directory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Believable names, one for each number and a number for each name: given and family names of one culture each,
 * sixteen by sixteen; when all are used up the names begin again with a number behind.
 */
final class NameList {
    private static final int SIDE = 16;
    private static final int COMBINATIONS = SIDE * SIDE;
    /** Odd, so that multiplying by it visits every combination once. */
    private static final int STRIDE = 77;

    private static final int STRIDE_INVERSE = 133;
    private static final Pattern ALIAS = Pattern.compile("([^.]+\\.[^.0-9]+?)(\\d*)");
    private static final String[][] UNDECOMPOSED = {
        {"ł", "l"}, {"ø", "o"}, {"đ", "d"}, {"ß", "ss"}, {"ı", "i"}, {"æ", "ae"}, {"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}
    };

    private final List<Culture> cultures = new ArrayList<>();
    private final Map<String, Integer> numberByAlias = new HashMap<>();

    record Culture(String country, String language, String office, List<String> given, List<String> family) {}

    /** One name: alias is the local part of the sign-in name. */
    record Entry(Culture culture, String given, String family, String alias) {}

    NameList() {
        readLines("/directory/names.txt").forEach(line -> cultures.add(culture(line)));
        for (int number = 0; number < cultures.size() * COMBINATIONS; number++) {
            numberByAlias.put(entry(number).alias(), number);
        }
        if (numberByAlias.size() != cultures.size() * COMBINATIONS) {
            throw new IllegalStateException("Two names have the same alias");
        }
    }

    Entry entry(int number) {
        int round = number / (cultures.size() * COMBINATIONS);
        Culture culture = cultures.get(number % cultures.size());
        int combination = number / cultures.size() % COMBINATIONS * STRIDE % COMBINATIONS;
        String given = culture.given().get(combination % SIDE);
        String family = culture.family().get(combination / SIDE);
        String suffix = round == 0 ? "" : String.valueOf(round + 1);
        return new Entry(culture, given, family, ascii(given) + "." + ascii(family) + suffix);
    }

    OptionalInt numberOf(String alias) {
        Matcher matcher = ALIAS.matcher(alias);
        if (!matcher.matches() || matcher.group(2).length() > 6) {
            return OptionalInt.empty();
        }
        int round = matcher.group(2).isEmpty() ? 0 : Integer.parseInt(matcher.group(2)) - 1;
        return Optional.ofNullable(numberByAlias.get(matcher.group(1)))
                .map(first -> OptionalInt.of(first + round * cultures.size() * COMBINATIONS))
                .orElse(OptionalInt.empty());
    }

    static List<String> readLines(String resource) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(NameList.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Culture culture(String line) {
        String[] parts = line.split("\\|");
        List<String> given = List.of(parts[3].split(","));
        List<String> family = List.of(parts[4].split(","));
        if (given.size() != SIDE || family.size() != SIDE) {
            throw new IllegalStateException(parts[0] + " has not sixteen names of each kind");
        }
        return new Culture(parts[0], parts[1], parts[2], given, family);
    }

    private static String ascii(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replace(" ", "");
        for (String[] pair : UNDECOMPOSED) {
            lower = lower.replace(pair[0], pair[1]);
        }
        return Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("[^a-z'-]", "");
    }
}
