package org.photobridge.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.photobridge.exchange.StubService.Reply;
import org.photobridge.spi.Group;
import org.photobridge.spi.GroupPage;
import org.photobridge.spi.GroupQuery;
import org.photobridge.spi.PageRequest;

class GroupListingTest extends StubTenant {
    private static final String GROUP = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";

    private List<Group> groups(GroupQuery query) {
        GroupPage page = source.listGroups(query, PageRequest.first(50), call);
        return page.groups();
    }

    private static String group(String more) {
        return "{\"id\":\"" + GROUP + "\",\"displayName\":\"Sales\"" + more + "}";
    }

    @ParameterizedTest
    @CsvSource({
        "'\"Unified\"', false, true, Microsoft 365 group",
        "'\"Unified\",\"DynamicMembership\"', false, true, Dynamic Microsoft 365 group",
        "'\"DynamicMembership\"', true, false, Dynamic security group",
        "'', true, true, Mail-enabled security group",
        "'', false, true, Distribution list",
        "'', true, false, Security group"
    })
    void kind_is_told_in_words(String types, boolean security, boolean mail, String kind) {
        stub.on(
                "/groups",
                Reply.ok("{\"value\":["
                        + group(",\"groupTypes\":[" + types + "],\"securityEnabled\":" + security + ",\"mailEnabled\":"
                                + mail)
                        + "]}"));
        assertThat(groups(GroupQuery.all()))
                .extracting(one -> one.kind().toString())
                .containsExactly(kind);
    }

    @Test
    void hidden_members_are_only_visible_with_the_permission_for_them() {
        stub.on("/groups", Reply.ok("{\"value\":[" + group(",\"visibility\":\"HiddenMembership\"") + "]}"));
        assertThat(groups(GroupQuery.all())).extracting(Group::membersVisible).containsExactly(false);
        stub.on("/token", StubService.token("GroupMember.Read.All", "Member.Read.Hidden"));
        source.checkHealth(call);
        assertThat(groups(GroupQuery.all())).extracting(Group::membersVisible).containsExactly(true);
    }

    @Test
    void group_is_found_by_its_id_or_not_at_all() {
        stub.on("/groups/" + GROUP, Reply.ok(group("")));
        assertThat(groups(GroupQuery.byId(GROUP))).extracting(Group::name).containsExactly("Sales");
        stub.on("/groups/" + GROUP, Reply.error(404, "Request_ResourceNotFound"));
        assertThat(groups(GroupQuery.byId(GROUP))).isEmpty();
        assertThat(groups(GroupQuery.byId("no id"))).isEmpty();
        stub.on("/groups/" + GROUP, Reply.error(403, "Authorization_RequestDenied"));
        assertThat(failureOf(() -> groups(GroupQuery.byId(GROUP))).code()).isEqualTo("graph-403-groups");
    }

    @Test
    void search_is_by_name() {
        stub.on("/groups", Reply.ok("{\"value\":[]}"));
        groups(GroupQuery.search("Sa\"les"));
        assertThat(stub.asked("/groups")).singleElement().satisfies(asked -> {
            assertThat(asked.target()).contains("$search=\"displayName:Sa\\\"les\"");
            assertThat(asked.header("ConsistencyLevel")).isEqualTo("eventual");
        });
    }
}
