package org.photobridge.simulator.sharepoint;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The decoded parameters of a query, their names compared without case ({@code @v} and {@code %40v} are one). */
final class QueryString {
    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private QueryString() {}

    /** The first of several equal names counts (invented). */
    static QueryString parse(String rawQuery) throws InvalidExpression {
        QueryString query = new QueryString();
        for (String pair : rawQuery.split("&")) {
            int equals = pair.indexOf('=');
            String name = PercentEncoding.decodeQuery(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : PercentEncoding.decodeQuery(pair.substring(equals + 1));
            if (!name.isEmpty()) {
                query.values.putIfAbsent(name, value);
            }
        }
        return query;
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Map<String, String> all() {
        return Collections.unmodifiableMap(values);
    }
}
