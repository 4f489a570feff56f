package org.photobridge.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.photobridge.exchange.StubService.Asked;
import org.photobridge.exchange.StubService.Reply;
import org.photobridge.spi.Account;
import org.photobridge.spi.AccountPage;
import org.photobridge.spi.AccountQuery;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.PageRequest;

class AccountListingTest extends StubTenant {
    private static final String GROUP = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";

    private AccountPage page(AccountQuery query) {
        return source.listAccounts(query, PageRequest.first(50), call);
    }

    private List<Account> all(AccountQuery query) {
        return all(query, 100);
    }

    private List<Account> all(AccountQuery query, int mostPages) {
        List<Account> all = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(50));
        for (int pages = 0; next.isPresent(); pages++) {
            assertThat(pages).as("pages").isLessThan(mostPages);
            AccountPage page = source.listAccounts(query, next.get(), call);
            all.addAll(page.accounts());
            next = page.next().map(PageRequest.first(50)::next);
        }
        return all;
    }

    private static String user(int person) {
        return "{\"id\":\"" + id(person) + "\",\"displayName\":\"P\"}";
    }

    private String link(String rest) {
        return ",\"@odata.nextLink\":\"" + stub.url() + "/v1.0/" + rest + "\"";
    }

    private List<Asked> graph() {
        return stub.asked("/v1.0/");
    }

    @Test
    void empty_page_with_a_next_link_is_not_the_end() {
        stub.on("/users", Reply.ok("{\"value\":[]" + link("users?$skiptoken=2") + "}"));
        stub.on("$skiptoken=2", Reply.ok("{\"value\":[" + user(1) + "]}"));
        assertThat(all(AccountQuery.all())).hasSize(1);
    }

    @Test
    void next_link_is_used_as_it_is() {
        stub.on("/users", Reply.ok("{\"value\":[]" + link("users?$skiptoken=a%2Bb%25&$top=7") + "}"));
        stub.on("$skiptoken", Reply.ok("{\"value\":[]}"));
        all(AccountQuery.all());
        assertThat(stub.asked("$skiptoken"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.target()).endsWith("/v1.0/users?$skiptoken=a+b%&$top=7"));
    }

    @Test
    void header_of_an_indexed_query_goes_with_every_page() {
        stub.on(
                "/transitiveMembers",
                Reply.ok("{\"value\":[],\"@odata.count\":3" + link("groups/x?$skiptoken=2") + "}"));
        stub.on("$skiptoken=2", Reply.ok("{\"value\":[" + user(1) + "]}"));
        all(AccountQuery.inGroup(GROUP));
        assertThat(graph())
                .extracting(asked -> asked.header("ConsistencyLevel"))
                .containsExactly("eventual", "eventual");
        stub.on("$search", Reply.ok("{\"value\":[]" + link("users?$skiptoken=2") + "}"));
        all(AccountQuery.search("ann"));
        assertThat(graph().subList(2, 4))
                .extracting(asked -> asked.header("ConsistencyLevel"))
                .containsExactly("eventual", "eventual");
    }

    @Test
    void members_are_those_of_nested_groups_too_and_people_only() {
        stub.on("/transitiveMembers", Reply.ok("{\"value\":[],\"@odata.count\":3}"));
        assertThat(page(AccountQuery.inGroup(GROUP)).total()).hasValue(3);
        assertThat(graph().get(0).target())
                .contains("/groups/" + GROUP + "/transitiveMembers/graph.user?")
                .contains("$count=true");
    }

    @Test
    void page_that_leads_to_itself_is_an_error() {
        stub.on("/users", Reply.ok("{\"value\":[]" + link("users?$skiptoken=2") + "}"));
        assertThat(failureOf(() -> all(AccountQuery.all())).code()).isEqualTo("graph-page-loop");
    }

    @Test
    void page_that_the_service_forgot_is_named_so() {
        stub.on("/users", Reply.error(400, "Directory_ExpiredPageToken"));
        assertThat(failureOf(() -> page(AccountQuery.all())).code()).isEqualTo("graph-page-expired");
    }

    @Test
    void number_of_people_is_told_and_nothing_fails_without_it() {
        stub.on("/users?", Reply.ok("{\"value\":[]" + link("users?$skiptoken=2") + "}"));
        stub.on(
                "/users/$count",
                new Reply(
                        200,
                        java.util.Map.of(),
                        "\ufeff20000".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        false));
        assertThat(page(AccountQuery.all()).total()).hasValue(20000);
        assertThat(stub.asked("$count").get(0).header("ConsistencyLevel")).isEqualTo("eventual");
        stub.on("/users/$count", Reply.error(400, "Request_BadRequest"));
        assertThat(page(AccountQuery.all()).total()).isEmpty();
    }

    @Test
    void page_is_never_larger_than_the_service_allows() {
        stub.on("/users", Reply.ok("{\"value\":[]}"));
        source.listAccounts(AccountQuery.all(), PageRequest.first(100_000), call);
        assertThat(graph().get(0).target()).contains("$top=999");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ann|\"displayName:ann\" OR \"userPrincipalName:ann\" OR \"mail:ann\"",
                "a\"b|\"displayName:a\\\"b\" OR \"userPrincipalName:a\\\"b\" OR \"mail:a\\\"b\"",
                "a\\|\"displayName:a\\\\\" OR \"userPrincipalName:a\\\\\" OR \"mail:a\\\\\"",
                "O'Hara & C%|\"displayName:O'Hara & C%\" OR \"userPrincipalName:O'Hara & C%\" OR \"mail:O'Hara & C%\""
            })
    void typed_text_stays_a_text(String typed, String clause) {
        stub.on("/users", Reply.ok("{\"value\":[]}"));
        page(AccountQuery.search(typed));
        assertThat(graph().get(0).target()).contains("$search=" + clause);
    }

    @Test
    void people_are_looked_up_by_questions_that_quote_what_was_typed() {
        List<String> urls = new ArrayList<>();
        onBatch(url -> {
            urls.add(java.net.URLDecoder.decode(url, java.nio.charset.StandardCharsets.UTF_8));
            return url.contains(id(1))
                    ? "\"status\":200,\"body\":" + user(1)
                    : "\"status\":200,\"body\":{\"value\":[" + user(2) + "]}";
        });
        List<String> typed = List.of(id(1), "daniel.o'hara@x.com", "bob_y.com#EXT#@x.com", "$cash@x.com", " ");
        AccountPage found = page(AccountQuery.these(typed));
        assertThat(found.accounts()).extracting(Account::id).containsExactly(id(1), id(2));
        assertThat(found.next()).isEmpty();
        assertThat(urls).hasSize(4);
        assertThat(urls.get(1))
                .contains("userPrincipalName eq 'daniel.o''hara@x.com' or mail eq 'daniel.o''hara@x.com'");
        assertThat(urls.get(2)).startsWith("/users?").contains("bob_y.com#EXT#@x.com");
        assertThat(urls.get(3)).startsWith("/users?").contains("$cash@x.com");
    }

    @Test
    void guest_name_is_encoded_on_the_wire() {
        List<String> urls = new ArrayList<>();
        onBatch(url -> {
            urls.add(url);
            return "\"status\":200,\"body\":{\"value\":[]}";
        });
        page(AccountQuery.these(List.of("bob_y.com#EXT#@x.com")));
        assertThat(urls.get(0)).doesNotContain("#").contains("%23EXT%23");
    }

    @Test
    void name_that_graph_cannot_look_for_is_nobodys_and_the_others_are_found() {
        onBatch(url -> url.contains("odd")
                ? refusal(400, "Request_BadRequest")
                : "\"status\":200,\"body\":{\"value\":[" + user(2) + "]}");

        AccountPage found = page(AccountQuery.these(List.of("odd", "ann@x.com")));

        assertThat(found.accounts()).extracting(Account::id).containsExactly(id(2));
    }

    @Test
    void pages_that_lead_round_in_a_circle_are_an_error() {
        stub.on("/users", Reply.ok("{\"value\":[]" + link("users?$skiptoken=aa") + "}"));
        stub.on("$skiptoken=aa", Reply.ok("{\"value\":[]" + link("users?$skiptoken=bb") + "}"));
        stub.on("$skiptoken=bb", Reply.ok("{\"value\":[]" + link("users?$skiptoken=cc") + "}"));
        stub.on("$skiptoken=cc", Reply.ok("{\"value\":[]" + link("users?$skiptoken=bb") + "}"));

        assertThat(failureOf(() -> all(AccountQuery.all(), 20)).code()).isEqualTo("graph-page-loop");
    }

    @Test
    void unknown_person_is_missing_and_any_other_trouble_is_not_taken_for_that() {
        onBatch(url -> refusal(404, "Request_ResourceNotFound"));
        assertThat(page(AccountQuery.these(List.of(id(1)))).accounts()).isEmpty();
        onBatch(url -> refusal(404, "SomethingNew"));
        assertThat(failureOf(() -> page(AccountQuery.these(List.of(id(1))))).code())
                .isEqualTo("graph-404");
        onBatch(url -> "");
        assertThat(failureOf(() -> page(AccountQuery.these(List.of(id(1))))).code())
                .isEqualTo("graph-batch-incomplete");
        onBatch(url -> refusal(403, "Authorization_RequestDenied"));
        assertThat(failureOf(() -> page(AccountQuery.these(List.of(id(1))))).category())
                .isEqualTo(ErrorCategory.PERMISSION_DENIED);
    }

    @Test
    void group_that_does_not_exist_is_not_found() {
        stub.on("/groups/", Reply.error(404, "Request_ResourceNotFound"));
        assertThat(failureOf(() -> page(AccountQuery.inGroup(GROUP))).code()).isEqualTo("graph-404-group");
        assertThat(failureOf(() -> page(AccountQuery.inGroup("../users"))).code())
                .isEqualTo("graph-404-group");
        assertThat(graph()).hasSize(1);
    }
}
