package org.photobridge.simulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * Reads the part of OData's filter language that Graph documents for users and groups; what it doesn't know it refuses,
 * never ignores. Advanced-only operators are marked (documented; GRAPH.md 2.2).
 */
final class FilterParser {
    private static final int MOST_IN_TERMS = 15;
    private static final int LONGEST_OPERAND = 120;

    private final EntityType type;
    private final FilterTokens tokens;
    private boolean advanced;

    private FilterParser(EntityType type, String written) {
        this.type = type;
        this.tokens = new FilterTokens(written);
    }

    static Filter parse(EntityType type, String written) {
        FilterParser parser = new FilterParser(type, written);
        Predicate<Entity> condition = parser.either();
        if (!parser.tokens.isAtEnd()) {
            throw GraphException.badRequest("Invalid filter clause: unexpected '" + parser.tokens.peek() + "'.");
        }
        return new Filter(condition, parser.advanced);
    }

    private Predicate<Entity> either() {
        Predicate<Entity> condition = both();
        while (tokens.takeIf("or")) {
            condition = condition.or(both());
        }
        return condition;
    }

    private Predicate<Entity> both() {
        Predicate<Entity> condition = one();
        while (tokens.takeIf("and")) {
            condition = condition.and(one());
        }
        return condition;
    }

    private Predicate<Entity> one() {
        if (tokens.takeIf("not")) {
            advanced = true;
            return one().negate();
        }
        if (tokens.takeIf("(")) {
            Predicate<Entity> condition = either();
            tokens.expect(")");
            return condition;
        }
        String word = tokens.take();
        if (tokens.peek().equals("(") && !word.toLowerCase(Locale.ROOT).endsWith("/any")) {
            return function(word);
        }
        return word.toLowerCase(Locale.ROOT).endsWith("/any") ? any(word) : comparison(word);
    }

    private Predicate<Entity> function(String name) {
        tokens.expect("(");
        String property = property(tokens.take());
        tokens.expect(",");
        String wanted = literal(tokens.take()).asText().toLowerCase(Locale.ROOT);
        tokens.expect(")");
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "startswith" -> entity -> text(entity, property).startsWith(wanted);
            case "endswith" -> {
                advanced = true;
                yield entity -> text(entity, property).endsWith(wanted);
            }
            default ->
                throw GraphException.unsupported("Unsupported or invalid query filter clause specified for "
                        + "property '" + property + "' of resource '" + type.name() + "'.");
        };
    }

    private Predicate<Entity> comparison(String path) {
        String property = property(path);
        String operator = tokens.take().toLowerCase(Locale.ROOT);
        switch (operator) {
            case "eq":
                JsonNode wanted = literal(tokens.take());
                return entity -> same(entity.property(property), wanted);
            case "ne":
                advanced = true;
                JsonNode unwanted = literal(tokens.take());
                return entity -> !same(entity.property(property), unwanted);
            case "in":
                List<JsonNode> choices = list();
                return entity -> choices.stream().anyMatch(choice -> same(entity.property(property), choice));
            default:
                throw GraphException.unsupported("Unsupported or invalid query filter clause specified for property '"
                        + property + "' of resource '" + type.name() + "'.");
        }
    }

    private List<JsonNode> list() {
        List<JsonNode> choices = new ArrayList<>();
        tokens.expect("(");
        do {
            choices.add(literal(tokens.take()));
        } while (tokens.takeIf(","));
        tokens.expect(")");
        if (choices.size() > MOST_IN_TERMS) {
            throw GraphException.badRequest("Too many child clauses specified in search filter expression containing "
                    + "'OR' operators: " + choices.size() + ". Max allowed: " + MOST_IN_TERMS + ".");
        }
        return choices;
    }

    /** {@code assignedPlans/any(p:p/servicePlanId eq x and p/capabilityStatus eq 'Enabled')}, or of plain texts. */
    private Predicate<Entity> any(String path) {
        String property = property(path.substring(0, path.length() - "/any".length()));
        tokens.expect("(");
        String variable = tokens.take();
        tokens.expect(":");
        Predicate<JsonNode> condition = element(variable);
        while (tokens.takeIf("and")) {
            // Observed: more than one condition on the same plan works with advanced queries only.
            advanced = true;
            condition = condition.and(element(variable));
        }
        tokens.expect(")");
        Predicate<JsonNode> whole = condition;
        return entity -> StreamSupport.stream(entity.property(property).spliterator(), false)
                .anyMatch(whole);
    }

    private Predicate<JsonNode> element(String variable) {
        String path = tokens.take();
        if (!path.equals(variable) && !path.startsWith(variable + "/")) {
            throw GraphException.badRequest("Invalid filter clause: unknown range variable in '" + path + "'.");
        }
        tokens.expect("eq");
        JsonNode wanted = literal(tokens.take());
        if (path.equals(variable)) {
            return node -> same(node, wanted);
        }
        String field = path.substring(variable.length() + 1);
        return node -> same(node.path(field), wanted);
    }

    private String property(String path) {
        String name = type.spelled(path);
        if (type.navigations().contains(name) || type.elsewhere().contains(name)) {
            throw GraphException.unsupported("Unsupported or invalid query filter clause specified for property '"
                    + name + "' of resource '" + type.name() + "'.");
        }
        advanced |= type.advancedOnly().contains(name);
        return name;
    }

    private static JsonNode literal(String written) {
        if (written.startsWith("'")) {
            String text = written.substring(1, written.length() - 1).replace("''", "'");
            if (text.length() > LONGEST_OPERAND) {
                throw GraphException.badRequest("Invalid filter clause: an operand is longer than 120 characters.");
            }
            return JsonNodeFactory.instance.textNode(text);
        }
        return switch (written) {
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            case "null" -> NullNode.getInstance();
            default -> JsonNodeFactory.instance.textNode(written);
        };
    }

    private static boolean same(JsonNode value, JsonNode wanted) {
        return value.isTextual() && wanted.isTextual()
                ? value.asText().equalsIgnoreCase(wanted.asText())
                : value.equals(wanted);
    }

    private static String text(Entity entity, String property) {
        JsonNode value = entity.property(property);
        return value.isTextual() ? value.asText().toLowerCase(Locale.ROOT) : "\0";
    }
}
