package org.photobridge.simulator.sharepoint;

import java.util.List;

/**
 * An address below {@code /_api/}, taken apart.
 *
 * @param expression the decoded path, as error messages quote it
 * @param segments the steps of the path
 * @param query the query options and aliases
 */
record ODataUrl(String expression, List<Segment> segments, QueryString query) {

    ODataUrl {
        segments = List.copyOf(segments);
    }

    /**
     * Reads an address as clients really write it (all observed): one level of percent encoding, names in any case,
     * spaces after commas, {@code @aliases}, doubled quotes; slashes inside quotes don't divide.
     *
     * @param rawPath what follows {@code /_api/}, still encoded
     * @param rawQuery still encoded, empty if there is none
     */
    static ODataUrl parse(String rawPath, String rawQuery) throws InvalidExpression {
        QueryString query = QueryString.parse(rawQuery);
        String expression = PercentEncoding.decodePath(rawPath);
        return new ODataUrl(expression, new ExpressionReader(expression, query).segments(), query);
    }

    Segment first() {
        return segments.get(0);
    }

    Segment last() {
        return segments.get(segments.size() - 1);
    }
}
