package org.photobridge.portal.account;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.photobridge.portal.job.Scope;

/** Takes names, addresses and ids apart that somebody pasted from a mail, a table or a ticket. */
final class PastedList {

    private static final Pattern BETWEEN = Pattern.compile("[\\r\\n\\t,;]+");
    /** As mail programs write it: {@code "Anna Becker" <anna@contoso.com>}. */
    private static final Pattern NAMED_ADDRESS = Pattern.compile("[^<>]*<([^<>\\s]+@[^<>\\s]+)>");
    /** Invisible marks that come along with copied text. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cntrl}]");

    private static final int LONGEST = 400;

    private PastedList() {}

    /** What was pasted, each once, in its order. */
    static List<String> of(String text) {
        Map<String, String> found = new LinkedHashMap<>();
        Arrays.stream(BETWEEN.split(text))
                .map(PastedList::cleaned)
                .filter(one -> !one.isEmpty())
                .forEach(one -> found.putIfAbsent(one.toLowerCase(Locale.ROOT), one));
        return List.copyOf(found.values());
    }

    /** Whether a list is short enough to be looked up. */
    static boolean fits(List<String> list) {
        return list.size() <= Scope.LIST_MAX;
    }

    private static String cleaned(String piece) {
        String plain = INVISIBLE.matcher(piece).replaceAll("").strip();
        Matcher address = NAMED_ADDRESS.matcher(plain);
        String bare = address.matches() ? address.group(1) : plain.replaceAll("^[\"']+|[\"']+$", "");
        return bare.length() <= LONGEST ? bare : bare.substring(0, LONGEST);
    }
}
