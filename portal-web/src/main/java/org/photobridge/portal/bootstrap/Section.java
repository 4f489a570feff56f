package org.photobridge.portal.bootstrap;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One JSON object of the file. Readers note what is wrong and go on; a key that nobody asked for is wrong, too.
 *
 * <p>Call {@link #close()} when everything that may be there was asked for.
 */
final class Section implements AutoCloseable {
    private final String path;
    private final JsonNode node;
    private final Problems problems;
    private final Set<String> asked = new HashSet<>();

    Section(String path, JsonNode node, Problems problems) {
        this.path = path;
        this.node = node;
        this.problems = problems;
        if (!node.isObject()) {
            problems.add(path, "must be an object { }");
        }
    }

    String path(String key) {
        return path.isEmpty() || key.isEmpty() ? path + key : path + "." + key;
    }

    void problem(String key, String words) {
        problems.add(path(key), words);
    }

    /** What only follows from another mistake there isn't told beside it. */
    void problemUnlessTold(String key, String words) {
        if (!problems.isTold(path(key))) {
            problem(key, words);
        }
    }

    boolean has(String key) {
        return node.hasNonNull(key);
    }

    /** A text; empty if it isn't there. */
    Optional<String> text(String key) {
        return value(key, JsonNode::isTextual, "must be a text").map(JsonNode::asText);
    }

    /** A text that must be there; blank if it isn't, which was noted. */
    String required(String key) {
        boolean there = node.hasNonNull(key);
        Optional<String> text = text(key).filter(value -> !value.isBlank());
        if (!there || text.isEmpty() && node.get(key).isTextual()) {
            problem(key, "is missing");
        }
        return text.orElse("");
    }

    boolean flag(String key, boolean otherwise) {
        return value(key, JsonNode::isBoolean, "must be true or false")
                .map(JsonNode::asBoolean)
                .orElse(otherwise);
    }

    long number(String key, long least, long most, long otherwise) {
        Predicate<JsonNode> fits = value -> value.isIntegralNumber()
                && value.canConvertToLong()
                && value.asLong() >= least
                && value.asLong() <= most;
        return value(key, fits, "must be a whole number from " + least + " to " + most)
                .map(JsonNode::asLong)
                .orElse(otherwise);
    }

    /** One of the words, in any case; the first if it isn't there. */
    <E extends Enum<E>> E word(String key, Class<E> type, E otherwise) {
        return text(key).map(text -> wordOf(key, type, text).orElse(otherwise)).orElse(otherwise);
    }

    <E extends Enum<E>> Set<E> words(String key, Class<E> type, Set<E> otherwise) {
        if (!node.hasNonNull(key)) {
            asked.add(key);
            return otherwise;
        }
        Set<E> words = new HashSet<>();
        texts(key).forEach(text -> wordOf(key, type, text).ifPresent(words::add));
        return words;
    }

    private <E extends Enum<E>> Optional<E> wordOf(String key, Class<E> type, String text) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().replace("_", "").equalsIgnoreCase(text.replaceAll("[-_ ]", ""))) {
                return Optional.of(constant);
            }
        }
        problem(key, "must be one of " + Words.of(type) + ", not '" + text + "'");
        return Optional.empty();
    }

    /** A list of texts. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        value(key, JsonNode::isArray, "must be a list [ ]")
                .ifPresent(list -> list.forEach(item -> {
                    if (item.isTextual()) {
                        texts.add(item.asText());
                    } else {
                        problem(key, "must be a list of texts");
                    }
                }));
        return texts;
    }

    Optional<Section> section(String key) {
        return value(key, JsonNode::isObject, "must be an object { }")
                .map(object -> new Section(path(key), object, problems));
    }

    List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        value(key, JsonNode::isArray, "must be a list [ ]").ifPresent(list -> {
            for (int index = 0; index < list.size(); index++) {
                sections.add(new Section(path(key) + "[" + index + "]", list.get(index), problems));
            }
        });
        return sections;
    }

    /** The sections of an object whose keys are names. */
    Map<String, Section> named(String key) {
        Map<String, Section> sections = new LinkedHashMap<>();
        section(key)
                .ifPresent(object -> object.node
                        .fieldNames()
                        .forEachRemaining(name ->
                                sections.put(name, new Section(object.path(name), object.node.get(name), problems))));
        return sections;
    }

    /** The keys of an object whose keys are names; all of them count as known. */
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** Plain values by name: texts, numbers, true and false, all as text. */
    Map<String, String> values(String key) {
        Map<String, String> values = new HashMap<>();
        section(key)
                .ifPresent(object -> object.node.properties().forEach(field -> {
                    if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                        values.put(field.getKey(), field.getValue().asText());
                    } else {
                        object.problem(field.getKey(), "must be a text, a number, true or false");
                    }
                }));
        return values;
    }

    /** Lists of texts by name. */
    Map<String, Set<String>> lists(String key) {
        Map<String, Set<String>> lists = new HashMap<>();
        section(key)
                .ifPresent(object -> object.node
                        .fieldNames()
                        .forEachRemaining(name -> lists.put(name, Set.copyOf(object.texts(name)))));
        return lists;
    }

    /** Notes every key that nobody asked for. */
    @Override
    public void close() {
        node.fieldNames().forEachRemaining(key -> {
            if (!asked.contains(key)) {
                problem(
                        key,
                        "is unknown here; known are "
                                + String.join(", ", asked.stream().sorted().toList()));
            }
        });
    }

    private Optional<JsonNode> value(String key, Predicate<JsonNode> fits, String words) {
        asked.add(key);
        JsonNode value = node.get(key);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!fits.test(value)) {
            problem(key, words);
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private static final class Words {
        private static <E extends Enum<E>> String of(Class<E> type) {
            List<String> words = new ArrayList<>();
            for (E constant : type.getEnumConstants()) {
                words.add(constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
            }
            return String.join(", ", words);
        }
    }
}
