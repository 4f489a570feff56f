package org.photobridge.simulator.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.photobridge.simulator.graph.PageTokens.Place;
import org.photobridge.simulator.http.SimRequest;
import org.photobridge.simulator.http.SimResponse;

/** Shows collections page by page. */
final class Pages {
    private final PageTokens tokens;

    Pages(PageTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * How the members of a collection are shown.
     *
     * @param typed whether each carries its @odata.type
     * @param onlyIds whether the caller may not see more than type and id: all else is null, without an error (documented)
     */
    record View(String context, boolean typed, boolean onlyIds) {}

    SimResponse page(SimRequest request, CollectionQuery query, Listing all, View view) {
        List<String> selected = query.selected();
        int size = query.pageSize();
        Place place = tokens.read(query.skipToken());
        Listing entities = query.takesAllInOrder() ? all : fitting(query, all);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("@odata.context", request.baseUrl() + "/v1.0/$metadata#" + view.context());
        if (query.counts() && query.skipToken().isEmpty()) {
            answer.put("@odata.count", entities.size());
        }
        int from = Math.min(place.offset(), entities.size());
        int to = place.empty() ? from : Math.min(from + size, entities.size());
        if (to < entities.size()) {
            answer.put("@odata.nextLink", nextLink(request, following(place, to)));
        }
        ArrayNode value = answer.putArray("value");
        entities.part(from, to).forEach(entity -> value.add(shown(entity, selected, view)));
        return SimResponse.json(200, answer).with("OData-Version", "4.0");
    }

    private static Listing fitting(CollectionQuery query, Listing all) {
        Stream<Entity> fitting = all.stream().filter(query.condition());
        return Listing.of(query.isOrdered() ? fitting.sorted(query.order()).toList() : fitting.toList());
    }

    /** Documented: a page may be empty and lead on; here the second page of every listing is. */
    private static Place following(Place place, int to) {
        return new Place(to, place.equals(Place.START));
    }

    static ObjectNode shown(Entity entity, List<String> selected, View view) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (view.typed()) {
            node.put("@odata.type", "#microsoft.graph." + entity.type().name());
        }
        for (String name : selected) {
            boolean visible = !view.onlyIds() || name.equals("id");
            node.set(name, visible ? entity.property(name) : JsonNodeFactory.instance.nullNode());
        }
        return node;
    }

    private String nextLink(SimRequest request, Place place) {
        Map<String, String> options = request.query();
        options.put("$skiptoken", tokens.write(place));
        String query = options.entrySet().stream()
                .map(option -> encoded(option.getKey()).replace("%24", "$") + "=" + encoded(option.getValue()))
                .collect(Collectors.joining("&"));
        return request.baseUrl() + request.rawPath() + "?" + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
