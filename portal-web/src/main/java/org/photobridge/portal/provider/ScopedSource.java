package org.photobridge.portal.provider;

import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.photobridge.spi.RateLimit;

/** A foreign photo source, every method of which is called inside its provider's scope. */
final class ScopedSource implements PhotoSource {
    private final PhotoSource foreign;
    private final ProviderScope scope;
    private final LimitOverrides limits;

    ScopedSource(PhotoSource foreign, ProviderScope scope, LimitOverrides limits) {
        this.foreign = foreign;
        this.scope = scope;
        this.limits = limits;
    }

    @Override
    public AccountPage listAccounts(AccountQuery query, PageRequest page, CallContext call) {
        return scope.call(() -> foreign.listAccounts(query, page, call));
    }

    @Override
    public GroupPage listGroups(GroupQuery query, PageRequest page, CallContext call) {
        return scope.call(() -> foreign.listGroups(query, page, call));
    }

    @Override
    public int maxBatchSize() {
        return scope.call(foreign::maxBatchSize);
    }

    @Override
    public List<PhotoResult> readPhotos(List<PhotoRequest> requests, CallContext call) {
        return scope.call(() -> foreign.readPhotos(requests, call));
    }

    @Override
    public HealthReport checkHealth(CallContext call) {
        return scope.call(() -> foreign.checkHealth(call));
    }

    @Override
    public Set<Capability> capabilities() {
        return scope.call(foreign::capabilities);
    }

    @Override
    public List<RateLimit> rateLimits() {
        return limits.apply(scope.call(foreign::rateLimits));
    }

    @Override
    public Optional<String> realm() {
        return scope.call(foreign::realm);
    }

    @Override
    public List<Fact> describe(Account account, CallContext call) {
        return scope.call(() -> foreign.describe(account, call));
    }

    @Override
    public void close() {
        scope.run(foreign::close);
    }
}
