package org.photobridge.simulator.sharepoint;

import java.util.List;
import java.util.Optional;

/**
 * One step of an OData path: a property, a method, or a collection with its key.
 *
 * @param name as the client wrote it; compared without case
 * @param arguments in the client's order, aliases already resolved
 */
record Segment(String name, List<Argument> arguments) {

    /**
     * An argument of a method.
     *
     * @param name empty when it was given by position
     * @param aliased whether it stood as {@code @name} and its value in the query
     */
    record Argument(String name, Literal value, boolean aliased) {}

    Segment {
        arguments = List.copyOf(arguments);
    }

    boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }

    Optional<Argument> argument(String wanted) {
        return arguments.stream()
                .filter(argument -> argument.name().equalsIgnoreCase(wanted))
                .findFirst()
                .or(() -> arguments.stream()
                        .filter(argument -> argument.name().isEmpty())
                        .findFirst());
    }

    Optional<String> text(String wanted) {
        return argument(wanted).map(argument -> argument.value().text());
    }
}
