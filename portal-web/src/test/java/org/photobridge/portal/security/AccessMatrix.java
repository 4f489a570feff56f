package org.photobridge.portal.security;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.photobridge.portal.audit.Actor;

/** Who may call what, as a table that people read says: one line for each method, REST path or page. */
final class AccessMatrix {

    /** Whoever may stand before a door. */
    enum Someone {
        NONE,
        VIEWER,
        OPERATOR,
        OPERATOR_LIMITED,
        ADMIN,
        PROVIDER_ADMIN;

        Caller caller() {
            Set<Role> roles = switch (this) {
                case NONE -> Set.of();
                case OPERATOR_LIMITED -> EnumSet.of(Role.OPERATOR);
                default -> EnumSet.of(Role.valueOf(name()));
            };
            Optional<PeopleLimit> limit = this == OPERATOR_LIMITED
                    ? Optional.of(new PeopleLimit(1, "helpdesk", "Helpdesk"))
                    : Optional.empty();
            return new Caller(Actor.user(title()), roles, Optional.empty(), limit);
        }

        String title() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One line of the table.
     *
     * @param least the least role; {@code anyone} who is signed in or not; {@code internal} for the portal's own work
     * @param limited what it is for whoever is limited to a group: {@code allowed}, {@code refused} or {@code own}
     *     people only
     */
    record Row(String least, String limited) {

        boolean isInternal() {
            return least.equals("internal");
        }

        boolean lets(Someone someone) {
            if (least.equals("anyone")) {
                return true;
            }
            Role role = Role.valueOf(least.toUpperCase(Locale.ROOT).replace('-', '_'));
            return someone == Someone.OPERATOR_LIMITED
                    ? !limited.equals("refused")
                    : someone.caller().may(role);
        }
    }

    private final Map<String, Row> rows = new TreeMap<>();

    static AccessMatrix read(String resource) {
        try (InputStream in = AccessMatrix.class.getResourceAsStream(resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            AccessMatrix matrix = new AccessMatrix();
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(matrix::add);
            return matrix;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
        if (cells.size() != 3 || !Set.of("allowed", "refused", "own", "-").contains(cells.get(2))) {
            throw new IllegalArgumentException("A line is: what | least role | limited, not " + line);
        }
        if (rows.put(cells.get(0), new Row(cells.get(1), cells.get(2))) != null) {
            throw new IllegalArgumentException("Twice: " + line);
        }
    }

    Optional<Row> row(String what) {
        return Optional.ofNullable(rows.get(what));
    }

    Set<String> names() {
        return rows.keySet();
    }

    /** Writes what was really found, for people to read. */
    static Path report(String name, Map<String, Map<Someone, String>> found) {
        List<String> lines = new ArrayList<>();
        lines.add(line("", Arrays.stream(Someone.values()).map(Someone::title).toList()));
        found.forEach((what, answers) -> lines.add(line(
                what,
                Arrays.stream(Someone.values())
                        .map(who -> answers.getOrDefault(who, "-"))
                        .toList())));
        try {
            Path folder = Files.createDirectories(Path.of("target"));
            return Files.write(folder.resolve("access-matrix-" + name + ".txt"), lines)
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(String first, List<String> cells) {
        return "%-46s".formatted(first)
                + cells.stream()
                        .map("%-18s"::formatted)
                        .collect(Collectors.joining())
                        .stripTrailing();
    }
}
