package org.photobridge.exchange;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.RequestInformation;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.photobridge.spi.Account;
import org.photobridge.spi.AccountPage;
import org.photobridge.spi.AccountQuery;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.Cost;
import org.photobridge.spi.PageRequest;
import org.photobridge.spi.PageToken;
import org.photobridge.spi.ProviderException;

/** Lists people: everybody, a group's members, or those whose name begins with a text. */
final class AccountListing {
    private static final System.Logger LOG = System.getLogger(AccountListing.class.getName());
    private static final int LARGEST_PAGE = 999;
    /** The header that a query needs that the directory answers from its index; a next link doesn't remember it. */
    static final String CONSISTENCY = "ConsistencyLevel";

    private static final Cost USERS = ExchangeLimits.directory(1);
    private static final Cost MEMBERS = ExchangeLimits.directory(4);

    private final GraphGateway gateway;
    private final GraphServiceClient graph;

    AccountListing(GraphGateway gateway) {
        this.gateway = gateway;
        this.graph = gateway.requests();
    }

    AccountPage page(AccountQuery query, PageRequest page, CallContext call) {
        if (query.groupId().isPresent()) {
            return inGroup(query.groupId().get(), page, call);
        }
        Optional<String> search = query.search().map(SearchText::of).filter(text -> !text.isEmpty());
        return search.isPresent() ? found(search.get(), page, call) : all(page, call);
    }

    private AccountPage all(PageRequest page, CallContext call) {
        Optional<PageTrail> trail = PageTrail.of(page, gateway::ownLink);
        RequestInformation request = trail.isPresent()
                ? graph.users().withUrl(trail.get().link()).toGetRequestInformation()
                : graph.users().toGetRequestInformation(asked -> {
                    asked.queryParameters.select = AccountReading.PROPERTIES;
                    asked.queryParameters.top = size(page);
                });
        AccountPage answer = page(gateway.document(request, Subject.USERS, USERS, call), trail);
        boolean countWanted = trail.isEmpty() && answer.next().isPresent();
        OptionalLong total = countWanted ? count(call) : OptionalLong.empty();
        return total.isPresent() ? answer.ofTotal(total.getAsLong()) : answer;
    }

    private AccountPage found(String text, PageRequest page, CallContext call) {
        Optional<PageTrail> trail = PageTrail.of(page, gateway::ownLink);
        RequestInformation request = trail.isPresent()
                ? graph.users()
                        .withUrl(trail.get().link())
                        .toGetRequestInformation(asked -> asked.headers.add(CONSISTENCY, "eventual"))
                : graph.users().toGetRequestInformation(asked -> {
                    asked.headers.add(CONSISTENCY, "eventual");
                    asked.queryParameters.search =
                            SearchText.clause(text, List.of("displayName", "userPrincipalName", "mail"));
                    asked.queryParameters.count = true;
                    asked.queryParameters.select = AccountReading.PROPERTIES;
                    asked.queryParameters.top = size(page);
                });
        return page(gateway.document(request, Subject.USERS, USERS, call), trail);
    }

    private AccountPage inGroup(String group, PageRequest page, CallContext call) {
        GroupListing.requireId(group);
        Optional<PageTrail> trail = PageTrail.of(page, gateway::ownLink);
        var members = graph.groups().byGroupId(group).transitiveMembers().graphUser();
        RequestInformation request = trail.isPresent()
                ? members.withUrl(trail.get().link())
                        .toGetRequestInformation(asked -> asked.headers.add(CONSISTENCY, "eventual"))
                : members.toGetRequestInformation(asked -> {
                    asked.headers.add(CONSISTENCY, "eventual");
                    asked.queryParameters.count = true;
                    asked.queryParameters.select = AccountReading.PROPERTIES;
                    asked.queryParameters.top = size(page);
                });
        return page(gateway.document(request, Subject.GROUPS, MEMBERS, call), trail);
    }

    /** A page may be empty and yet not the last. */
    private AccountPage page(Json answer, Optional<PageTrail> from) {
        List<Account> accounts = distinct(answer.list("value"));
        AccountPage page = AccountPage.of(accounts, next(answer, from, gateway));
        return answer.number("@odata.count").map(page::ofTotal).orElse(page);
    }

    /** The next page, unless it leads elsewhere or back to where we were. */
    static Optional<PageToken> next(Json answer, Optional<PageTrail> from, GraphGateway gateway) {
        return answer.text("@odata.nextLink")
                .map(gateway::ownLink)
                .map(link -> PageTrail.after(from, link).token());
    }

    static List<Account> distinct(List<Json> users) {
        Map<String, Account> accounts = new LinkedHashMap<>();
        users.forEach(user -> AccountReading.account(user).ifPresent(found -> accounts.put(found.id(), found)));
        return List.copyOf(accounts.values());
    }

    /** Only for progress bars: a listing goes on without it. */
    private OptionalLong count(CallContext call) {
        RequestInformation request =
                graph.users().count().toGetRequestInformation(asked -> asked.headers.add(CONSISTENCY, "eventual"));
        try {
            GraphAnswer answer = gateway.get(request, USERS, call);
            String text = new String(answer.bytes(), StandardCharsets.UTF_8).replaceAll("[^0-9]", "");
            return answer.isOk() && text.matches("\\d{1,9}")
                    ? OptionalLong.of(Long.parseLong(text))
                    : OptionalLong.empty();
        } catch (ProviderException e) {
            LOG.log(System.Logger.Level.DEBUG, "The number of users can't be read", e);
            return OptionalLong.empty();
        }
    }

    static int size(PageRequest page) {
        return Math.min(page.maxSize(), LARGEST_PAGE);
    }
}
