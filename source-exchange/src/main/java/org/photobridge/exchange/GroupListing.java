package org.photobridge.exchange;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.RequestInformation;
import java.util.List;
import java.util.Optional;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.Cost;
import org.photobridge.spi.Group;
import org.photobridge.spi.GroupPage;
import org.photobridge.spi.GroupQuery;
import org.photobridge.spi.LocalText;
import org.photobridge.spi.PageRequest;
import org.photobridge.spi.ProviderException;

/** Lists groups, and says of which the members are hidden from us. */
final class GroupListing {
    private static final String[] PROPERTIES = {
        "id", "displayName", "description", "groupTypes", "securityEnabled", "mailEnabled", "visibility"
    };
    private static final Cost GROUPS = ExchangeLimits.directory(1);

    private final GraphGateway gateway;
    private final EntraTokens tokens;
    private final GraphServiceClient graph;

    GroupListing(GraphGateway gateway, EntraTokens tokens) {
        this.gateway = gateway;
        this.tokens = tokens;
        this.graph = gateway.requests();
    }

    /** Refuses what can't be a group's id, before Graph calls it a malformed request. */
    static void requireId(String group) {
        if (!SettingsCheck.GUID.matcher(group).matches()) {
            throw ExchangeError.GROUP_GONE.exception("A group's id is a GUID");
        }
    }

    GroupPage page(GroupQuery query, PageRequest page, CallContext call) {
        if (query.id().isPresent()) {
            return new GroupPage(byId(query.id().get(), call), Optional.empty());
        }
        Optional<String> search = query.search().map(SearchText::of).filter(text -> !text.isEmpty());
        Optional<PageTrail> trail = PageTrail.of(page, gateway::ownLink);
        Optional<String> link = trail.map(PageTrail::link);
        RequestInformation request = request(search, link, page);
        Json answer = gateway.document(request, Subject.GROUPS, GROUPS, call);
        return new GroupPage(groups(answer.list("value")), AccountListing.next(answer, trail, gateway));
    }

    private RequestInformation request(Optional<String> search, Optional<String> link, PageRequest page) {
        var groups = link.map(graph.groups()::withUrl).orElse(graph.groups());
        return groups.toGetRequestInformation(asked -> {
            if (search.isPresent()) {
                asked.headers.add(AccountListing.CONSISTENCY, "eventual");
            }
            if (link.isEmpty()) {
                asked.queryParameters.select = PROPERTIES;
                asked.queryParameters.top = AccountListing.size(page);
                search.ifPresent(
                        text -> asked.queryParameters.search = SearchText.clause(text, List.of("displayName")));
            }
        });
    }

    private List<Group> byId(String id, CallContext call) {
        if (!SettingsCheck.GUID.matcher(id).matches()) {
            return List.of();
        }
        RequestInformation request = graph.groups()
                .byGroupId(id)
                .toGetRequestInformation(asked -> asked.queryParameters.select = PROPERTIES);
        try {
            return groups(List.of(gateway.document(request, Subject.GROUPS, GROUPS, call)));
        } catch (ProviderException e) {
            if (e.code().equals(ExchangeError.GROUP_GONE.code())) {
                return List.of();
            }
            throw e;
        }
    }

    private List<Group> groups(List<Json> values) {
        boolean seesHidden = tokens.last()
                .map(token -> token.roles().contains("Member.Read.Hidden"))
                .orElse(false);
        return values.stream()
                .filter(value -> value.text("id").isPresent())
                .map(value -> group(value, seesHidden))
                .toList();
    }

    private static Group group(Json value, boolean seesHidden) {
        boolean hidden = value.text("visibility")
                .filter("HiddenMembership"::equalsIgnoreCase)
                .isPresent();
        return new Group(
                value.text("id").orElseThrow(),
                value.text("displayName").orElse(""),
                value.text("description").orElse(""),
                kind(value),
                seesHidden || !hidden);
    }

    private static LocalText kind(Json group) {
        List<String> types = group.texts("groupTypes");
        boolean dynamic = types.contains("DynamicMembership");
        if (types.contains("Unified")) {
            return Texts.of(dynamic ? "group.kind.dynamic365" : "group.kind.365");
        }
        if (dynamic) {
            return Texts.of("group.kind.dynamic");
        }
        boolean mail = group.flag("mailEnabled").orElse(false);
        boolean security = group.flag("securityEnabled").orElse(false);
        if (mail) {
            return Texts.of(security ? "group.kind.mailSecurity" : "group.kind.distribution");
        }
        return Texts.of("group.kind.security");
    }
}
