package org.photobridge.exchange;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.photobridge.spi.Account;
import org.photobridge.spi.AccountPage;
import org.photobridge.spi.AccountQuery;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.Capability;
import org.photobridge.spi.Fact;
import org.photobridge.spi.GroupPage;
import org.photobridge.spi.GroupQuery;
import org.photobridge.spi.HealthReport;
import org.photobridge.spi.PageRequest;
import org.photobridge.spi.PhotoRequest;
import org.photobridge.spi.PhotoResult;
import org.photobridge.spi.PhotoSource;
import org.photobridge.spi.ProviderContext;
import org.photobridge.spi.RateLimit;

/** One open connection to a tenant's people, groups and photos. */
final class ExchangePhotoSource implements PhotoSource {
    private final ExchangeSettings settings;
    private final OkHttpClient client;
    private final EntraTransport login;
    private final EntraTokens tokens;
    private final ExchangeLimits limits;
    private final GraphGateway gateway;

    ExchangePhotoSource(ExchangeSettings settings, ProviderContext context) {
        this.settings = settings;
        this.client = HttpClients.plain(context);
        this.login = new EntraTransport(client, settings, context.clock());
        this.tokens = new EntraTokens(settings, login, context.executor(), context.clock());
        this.limits = new ExchangeLimits(settings, context.clock());
        this.gateway = new GraphGateway(settings, tokens, limits, context, client);
    }

    @Override
    public AccountPage listAccounts(AccountQuery query, PageRequest page, CallContext call) {
        return query.identifiers().isEmpty()
                ? new AccountListing(gateway).page(query, page, call)
                : new PeopleLookup(gateway).these(query.identifiers(), call);
    }

    @Override
    public GroupPage listGroups(GroupQuery query, PageRequest page, CallContext call) {
        return new GroupListing(gateway, tokens).page(query, page, call);
    }

    @Override
    public int maxBatchSize() {
        return GraphBatch.MOST_ITEMS;
    }

    @Override
    public List<PhotoResult> readPhotos(List<PhotoRequest> requests, CallContext call) {
        return new PhotoReading(gateway).read(requests, call);
    }

    @Override
    public HealthReport checkHealth(CallContext call) {
        return new HealthCheckup(settings, login, tokens, gateway, call).report();
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.GROUPS, Capability.SEARCH);
    }

    @Override
    public List<RateLimit> rateLimits() {
        return limits.declared();
    }

    /** The tenant's id: as configured, or, if a domain was configured, as the first token says. */
    @Override
    public Optional<String> realm() {
        return settings.tenantId().or(() -> tokens.last().flatMap(AccessToken::tenantId));
    }

    @Override
    public List<Fact> describe(Account account, CallContext call) {
        return new PersonFacts(gateway).of(account, call);
    }

    @Override
    public void close() {
        gateway.close();
        HttpClients.close(client);
    }
}
