package org.photobridge.portal.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a message as JSON: our own, or the Adaptive Card that Teams workflows take. */
final class Payload {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Payload() {}

    static String of(Message message, ChannelKind kind) {
        try {
            return JSON.writeValueAsString(kind == ChannelKind.TEAMS ? teams(message) : plain(message));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can always be written as JSON", e);
        }
    }

    private static Map<String, Object> plain(Message message) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", message.id());
        json.put("event", message.kind().key());
        json.put("at", message.at().toString());
        json.put("title", message.title());
        json.put("text", message.text());
        message.link().ifPresent(link -> json.put("link", link));
        json.put("facts", message.facts());
        return json;
    }

    private static Map<String, Object> teams(Message message) {
        Map<String, Object> attachment = new LinkedHashMap<>();
        attachment.put("contentType", "application/vnd.microsoft.card.adaptive");
        attachment.put("content", card(message));
        return Map.of("type", "message", "attachments", List.of(attachment));
    }

    private static Map<String, Object> card(Message message) {
        List<Object> body = new ArrayList<>();
        body.add(block(message.title(), "Bolder", "Medium"));
        message.text()
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> body.add(block(line, "Default", "Default")));
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        card.put("type", "AdaptiveCard");
        card.put("version", "1.4");
        card.put("body", body);
        message.link()
                .ifPresent(link -> card.put(
                        "actions", List.of(Map.of("type", "Action.OpenUrl", "title", "Photobridge", "url", link))));
        return card;
    }

    /** Cards read Markdown: what could be a link or emphasis there is taken literally. */
    private static Map<String, Object> block(String text, String weight, String size) {
        String literal = text.replaceAll("([\\\\`*_\\[\\]()#])", "\\\\$1");
        return Map.of("type", "TextBlock", "text", literal, "wrap", true, "weight", weight, "size", size);
    }
}
