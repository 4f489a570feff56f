package org.photobridge.portal.provider;

import java.util.List;
import org.photobridge.spi.AccountPage;
import org.photobridge.spi.AccountQuery;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.GroupPage;
import org.photobridge.spi.GroupQuery;
import org.photobridge.spi.PageRequest;
import org.photobridge.spi.PhotoRequest;
import org.photobridge.spi.PhotoResult;
import org.photobridge.spi.PhotoSource;

/** A foreign photo source, every method of which is called inside its provider's scope. */
final class ScopedSource extends ScopedEnd<PhotoSource> implements PhotoSource {
    ScopedSource(PhotoSource foreign, ProviderScope scope, LimitOverrides limits) {
        super(foreign, scope, limits);
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
}
