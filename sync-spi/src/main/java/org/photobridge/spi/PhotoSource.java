package org.photobridge.spi;

import java.util.List;

/** An open photo source: lists people and groups and reads their photos. */
public interface PhotoSource extends ProviderEnd {

    /**
     * Lists one page of accounts.
     *
     * <p>Following {@link AccountPage#next()} to the end gives each account once (one that changes in between may come
     * twice or, if it is new, not at all). A page token is good for minutes only.
     *
     * @throws ProviderException if the listing can't go on; {@link ErrorCategory#NOT_FOUND} if the query names a group
     *     that doesn't exist
     * @throws UnsupportedOperationException if the query needs a capability that this source doesn't declare
     */
    AccountPage listAccounts(AccountQuery query, PageRequest page, CallContext call);

    /**
     * Lists one page of groups, in the source's order.
     *
     * @throws ProviderException if the listing can't go on
     * @throws UnsupportedOperationException unless {@link Capability#GROUPS} is declared
     */
    default GroupPage listGroups(GroupQuery query, PageRequest page, CallContext call) {
        throw new UnsupportedOperationException("This source lists no groups");
    }

    /** How many requests {@link #readPhotos} takes at a time: 1 to 20. */
    default int maxBatchSize() {
        return 20;
    }

    /**
     * Reads photos.
     *
     * <p>A request that carries a fingerprint is answered by {@link PhotoResult.NotModified}, without a download, if the
     * photo still has that fingerprint. A photo's fingerprint is equal as long as its bytes are; it may change without
     * them.
     *
     * <p>{@link PhotoResult.Absent} is said only if the service said, by a code known for it, that there is no photo. A
     * missing answer, an unknown error or an unknown "not found" is {@link PhotoResult.Failed}.
     *
     * @param requests 1 to {@link #maxBatchSize()}, no account twice
     * @return as many results as requests, in their order
     * @throws ProviderException if nothing could be read for a reason that isn't one account's
     */
    List<PhotoResult> readPhotos(List<PhotoRequest> requests, CallContext call);
}
