package org.photobridge.portal.help;

import java.util.ArrayList;
import java.util.List;
import org.photobridge.portal.platform.Texts;

/** A chapter of the manual: its title and paragraphs stand in the bundle, numbered from one. */
public record Chapter(String id, String title, List<String> paragraphs) {

    static final List<String> IDS = List.of(
            "what",
            "find",
            "verdict",
            "groups",
            "plans",
            "approvals",
            "undo",
            "protect",
            "connections",
            "certificate",
            "notify",
            "tell");

    static List<Chapter> all(Texts texts) {
        return IDS.stream().map(id -> of(id, texts)).toList();
    }

    private static Chapter of(String id, Texts texts) {
        List<String> paragraphs = new ArrayList<>();
        for (int number = 1; texts.has("help." + id + "." + number); number++) {
            paragraphs.add(texts.get("help." + id + "." + number));
        }
        return new Chapter(id, texts.get("help." + id + ".title"), List.copyOf(paragraphs));
    }
}
