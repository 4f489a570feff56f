package org.photobridge.portal.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes out of a technical text what may name a person or open a door, before it leaves the machine. */
public final class Masked {
    private static final Map<Pattern, String> RULES = new LinkedHashMap<>();

    static {
        RULES.put(Pattern.compile("eyJ[\\w-]{5,}\\.[\\w-]+(\\.[\\w-]*)?"), "<token>");
        RULES.put(Pattern.compile("(?i)\\b(bearer|basic)\\s+[\\w.~+/=-]{8,}"), "$1 <token>");
        RULES.put(
                Pattern.compile(
                        "(?i)\\b([\\w.-]*(?:password|secret|assertion|token|api[_-]?key))(\\\\?\"?\\s*[=:]\\s*\\\\?\"?)"
                                + "[^\\s&\",;\\\\]+"),
                "$1$2<secret>");
        RULES.put(
                Pattern.compile("-----BEGIN [^-]*PRIVATE KEY-----.*?(-----END [^-]*-----|$)", Pattern.DOTALL), "<key>");
        RULES.put(Pattern.compile("[\\w.+'#~-]+(@|%40)[\\w-]+(\\.[\\w-]+)+"), "<address>");
        RULES.put(Pattern.compile("[^\\s/\\\\\"']+_[SML]Thumb\\.jpg"), "<picture>");
    }

    private Masked() {}

    public static String text(String text) {
        String masked = text;
        for (Map.Entry<Pattern, String> rule : RULES.entrySet()) {
            masked = rule.getKey().matcher(masked).replaceAll(rule.getValue());
        }
        return masked;
    }
}
