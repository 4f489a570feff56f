package org.photobridge.simulator.sharepoint;

import java.util.ArrayList;
import java.util.List;
import org.photobridge.simulator.sharepoint.Segment.Argument;

/** Reads one decoded OData path, character by character. */
final class ExpressionReader {
    private final String expression;
    private final QueryString query;
    private int at;

    ExpressionReader(String expression, QueryString query) {
        this.expression = expression;
        this.query = query;
    }

    List<Segment> segments() throws InvalidExpression {
        List<Segment> segments = new ArrayList<>();
        while (!atEnd()) {
            if (skip('/')) {
                continue;
            }
            segments.add(segment());
        }
        if (segments.isEmpty()) {
            throw invalid();
        }
        return segments;
    }

    /** A value standing alone, as aliases have it in the query. */
    Literal onlyLiteral() throws InvalidExpression {
        skipSpaces();
        Literal literal = literal();
        skipSpaces();
        if (!atEnd()) {
            throw invalid();
        }
        return literal;
    }

    private Segment segment() throws InvalidExpression {
        String name = name("/(");
        List<Argument> arguments = skip('(') ? arguments() : List.of();
        if (!atEnd() && peek() != '/') {
            throw invalid();
        }
        return new Segment(name, arguments);
    }

    private List<Argument> arguments() throws InvalidExpression {
        List<Argument> arguments = new ArrayList<>();
        skipSpaces();
        if (skip(')')) {
            return arguments;
        }
        do {
            arguments.add(argument());
        } while (skip(','));
        if (!skip(')')) {
            throw invalid();
        }
        return arguments;
    }

    private Argument argument() throws InvalidExpression {
        skipSpaces();
        int start = at;
        String name = isNameStart() ? name("=,()' ") : "";
        skipSpaces();
        if (!skip('=')) {
            at = start;
            name = "";
        }
        skipSpaces();
        boolean aliased = !atEnd() && peek() == '@';
        Literal value = aliased ? alias() : literal();
        skipSpaces();
        return new Argument(name, value, aliased);
    }

    private boolean isNameStart() {
        return !atEnd() && Character.isLetter(peek());
    }

    private Literal alias() throws InvalidExpression {
        String name = name(",) ");
        String value = query.value(name).orElseThrow(this::invalid);
        return new ExpressionReader(value, query).onlyLiteral();
    }

    private Literal literal() throws InvalidExpression {
        if (skip('\'')) {
            return new Literal(quoted(), Literal.Kind.TEXT);
        }
        String bare = name(",) ");
        return bare.equals("null") ? new Literal("", Literal.Kind.NULL) : prefixed(bare);
    }

    /** {@code guid'...'} and its kin are texts with a type in front. */
    private Literal prefixed(String bare) throws InvalidExpression {
        int quote = bare.indexOf('\'');
        if (quote < 0) {
            return new Literal(bare, Literal.Kind.BARE);
        }
        if (quote == 0 || !bare.endsWith("'") || quote == bare.length() - 1) {
            throw invalid();
        }
        return new Literal(bare.substring(quote + 1, bare.length() - 1), Literal.Kind.TEXT);
    }

    private String quoted() throws InvalidExpression {
        StringBuilder text = new StringBuilder();
        while (!atEnd()) {
            char next = expression.charAt(at++);
            if (next != '\'') {
                text.append(next);
            } else if (!skip('\'')) {
                return text.toString();
            } else {
                text.append('\'');
            }
        }
        throw invalid();
    }

    private String name(String ends) throws InvalidExpression {
        int start = at;
        while (!atEnd() && ends.indexOf(peek()) < 0) {
            at++;
        }
        if (at == start) {
            throw invalid();
        }
        return expression.substring(start, at);
    }

    private boolean skip(char wanted) {
        if (atEnd() || peek() != wanted) {
            return false;
        }
        at++;
        return true;
    }

    private void skipSpaces() {
        while (skip(' ')) {
            continue;
        }
    }

    private char peek() {
        return expression.charAt(at);
    }

    private boolean atEnd() {
        return at >= expression.length();
    }

    private InvalidExpression invalid() {
        return new InvalidExpression(expression);
    }
}
