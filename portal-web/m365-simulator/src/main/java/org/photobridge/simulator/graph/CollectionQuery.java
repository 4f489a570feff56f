package org.photobridge.simulator.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.photobridge.simulator.http.SimRequest;

/** The query options of one request for a collection, checked as Graph checks them (documented; GRAPH.md 2). */
final class CollectionQuery {
    static final int DEFAULT_PAGE = 100;
    static final int LARGEST_PAGE = 999;
    private static final Set<String> KNOWN = Set.of(
            "$select", "$filter", "$top", "$count", "$search", "$orderby", "$expand", "$skiptoken", "$skip", "$format");

    private final EntityType type;
    private final Map<String, String> options;
    private final boolean eventual;
    private final Filter filter;

    CollectionQuery(SimRequest request, EntityType type) {
        this.type = type;
        this.options = request.query();
        this.eventual = request.hasHeader("ConsistencyLevel", "eventual");
        refuseUnknown();
        this.filter = options.containsKey("$filter") ? FilterParser.parse(type, options.get("$filter")) : Filter.NONE;
        refuseAdvanced();
    }

    /** Whether the answer tells the number of all; without the header the wish is silently ignored. */
    boolean counts() {
        return eventual && wantsCount();
    }

    int pageSize() {
        String written = options.getOrDefault("$top", String.valueOf(DEFAULT_PAGE));
        try {
            int top = Integer.parseInt(written);
            if (top < 1 || top > LARGEST_PAGE) {
                throw GraphException.unsupported(
                        "Invalid page size specified: '" + written + "'. Must be between 1 and 999 inclusive.");
            }
            return top;
        } catch (NumberFormatException e) {
            throw GraphException.badRequest("Invalid value '" + written + "' for $top query option found.");
        }
    }

    String skipToken() {
        return options.getOrDefault("$skiptoken", "");
    }

    /** The properties to show: those asked for, or the type's own selection. */
    List<String> selected() {
        String written = options.getOrDefault("$select", "");
        if (written.isBlank()) {
            return type.defaults();
        }
        List<String> selected = new ArrayList<>();
        for (String name : written.split(",")) {
            String spelled = type.spelled(name.trim());
            if (type.elsewhere().contains(spelled)) {
                throw new GraphException(501, "NotImplemented", "This operation target is not yet supported.");
            }
            if (!type.navigations().contains(spelled)) {
                selected.add(spelled);
            }
        }
        return selected;
    }

    Predicate<Entity> condition() {
        return filter.condition().and(searched());
    }

    Comparator<Entity> order() {
        String written = options.getOrDefault("$orderby", "").trim();
        if (written.isEmpty()) {
            return (one, other) -> 0;
        }
        String property = type.spelled(written.replaceFirst("(?i)\\s+(asc|desc)$", ""));
        Comparator<Entity> order = Comparator.comparing(
                entity -> entity.property(property).asText().toLowerCase(Locale.ROOT));
        return written.toLowerCase(Locale.ROOT).endsWith(" desc") ? order.reversed() : order;
    }

    /** Whether nothing is left out and nothing moved. */
    boolean takesAllInOrder() {
        return !options.containsKey("$filter") && !options.containsKey("$search") && !isOrdered();
    }

    boolean isOrdered() {
        return options.containsKey("$orderby");
    }

    private boolean wantsCount() {
        return options.getOrDefault("$count", "").equalsIgnoreCase("true");
    }

    private void refuseUnknown() {
        for (String name : options.keySet()) {
            if (name.startsWith("$") && !KNOWN.contains(name)) {
                throw GraphException.badRequest("The query parameter '" + name + "' is not supported.");
            }
        }
        if (options.containsKey("$skip")) {
            throw GraphException.badRequest("'$skip' is not supported by the service.");
        }
        if (options.containsKey("$expand")) {
            throw GraphException.badRequest(
                    "Parsing OData Select and Expand failed: '" + options.get("$expand") + "' can't be expanded here.");
        }
    }

    private void refuseAdvanced() {
        boolean advanced = filter.advanced() || options.containsKey("$filter") && isOrdered();
        if (advanced && !counts()) {
            throw GraphException.unsupported(
                    "Unsupported query: it needs the header 'ConsistencyLevel: eventual' and the "
                            + "parameter $count=true.");
        }
        if (options.containsKey("$search") && !eventual) {
            throw GraphException.unsupported("Request with $search query parameter only works through MSGraph with a "
                    + "special request header: 'ConsistencyLevel: eventual'");
        }
    }

    private Predicate<Entity> searched() {
        String written = options.getOrDefault("$search", "");
        return written.isBlank() ? entity -> true : SearchClauses.parse(type, written);
    }
}
