package org.photobridge.portal.trail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One value before and after, beside each other.
 *
 * @param name which value it is; empty if the texts as a whole are compared
 */
public record ValueChange(String name, String before, String after) {
    private static final Pattern COMPOUND = Pattern.compile("\\w+\\[(.*)]", Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile("\\w[\\w ]*=.*", Pattern.DOTALL);

    /**
     * The values that differ, if the texts list named values as {@code Name[a=1, b=2]} or {@code a=1, b=2}; else the
     * texts as they are.
     */
    static List<ValueChange> between(String before, String after) {
        Map<String, String> old = values(before);
        Map<String, String> fresh = values(after);
        boolean named = old.isEmpty() ? before.isEmpty() && !fresh.isEmpty() : !fresh.isEmpty() || after.isEmpty();
        if (!named) {
            return before.isEmpty() && after.isEmpty() ? List.of() : List.of(new ValueChange("", before, after));
        }
        Set<String> names = new LinkedHashSet<>(old.keySet());
        names.addAll(fresh.keySet());
        return names.stream()
                .map(name -> new ValueChange(name, old.getOrDefault(name, ""), fresh.getOrDefault(name, "")))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }

    /** The named values of a text; none if it isn't such a list. */
    private static Map<String, String> values(String text) {
        Matcher compound = COMPOUND.matcher(text);
        List<String> parts = parts(compound.matches() ? compound.group(1) : text);
        Map<String, String> values = new LinkedHashMap<>();
        if (parts.stream().allMatch(part -> NAMED.matcher(part).matches())) {
            parts.forEach(part ->
                    values.put(part.substring(0, part.indexOf('=')).strip(), part.substring(part.indexOf('=') + 1)));
        }
        return values;
    }

    /** Splits at the commas that are in no bracket. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            depth += "[{(".indexOf(at) >= 0 ? 1 : "]})".indexOf(at) >= 0 ? -1 : 0;
            if (depth == 0 && text.startsWith(", ", i)) {
                parts.add(text.substring(from, i));
                from = i + 2;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }
}
