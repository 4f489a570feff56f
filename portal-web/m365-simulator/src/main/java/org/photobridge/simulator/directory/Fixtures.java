package org.photobridge.simulator.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The people of fixed places: every special case that a synchronisation meets, under a name that stays. */
final class Fixtures {
    private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9A-F]{4})");

    private final List<String[]> rows = NameList.readLines("/directory/fixtures.txt").stream()
            .map(line -> line.split("\\|", -1))
            .toList();
    private final Map<String, Integer> indexByAlias = new HashMap<>();

    Fixtures() {
        for (int index = 0; index < rows.size(); index++) {
            indexByAlias.put(alias(index).toLowerCase(java.util.Locale.ROOT), index);
        }
    }

    int size() {
        return rows.size();
    }

    String alias(int index) {
        return rows.get(index)[0];
    }

    OptionalInt indexOf(String alias) {
        Integer index = indexByAlias.get(alias);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    Person person(int index, String objectId, String domain) {
        String[] row = rows.get(index);
        String upn = row[0] + "@" + domain;
        MailboxKind mailbox = MailboxKind.valueOf(row[8]);
        return new Person(
                index,
                objectId,
                upn,
                mailbox == MailboxKind.NONE ? "" : upn,
                name(row),
                new Work(text(row[4]), text(row[5]), "Head office", row[7], "E" + (10_000 + index)),
                new Standing(Boolean.parseBoolean(row[9]), row[10].equals("-") ? "" : row[10], mailbox, row[6]),
                PhotoShape.valueOf(row[11]),
                SharePointStart.valueOf(row[12]));
    }

    private static PersonName name(String[] row) {
        String usual = row[1] + " " + row[2];
        return new PersonName(text(row[1]), text(row[2]), row[3].equals("-") ? usual : text(row[3]));
    }

    /** The file is read by people too: what they couldn't see in it is written as in Java. */
    private static String text(String written) {
        Matcher matcher = UNICODE.matcher(written);
        return matcher.replaceAll(match -> Character.toString(Integer.parseInt(match.group(1), 16)))
                .translateEscapes();
    }
}
