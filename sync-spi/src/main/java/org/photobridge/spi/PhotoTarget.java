package org.photobridge.spi;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An open photo target: tells what picture it has of a person, and writes, verifies, removes and restores pictures. */
public interface PhotoTarget extends ProviderEnd {

    /** The identifiers by which this target can find people, best first; never empty. */
    List<IdentifierType> addressableBy();

    /**
     * The key under which this target knows the person: equal for two accounts exactly if a write for one would change
     * the other's picture. Does no I/O.
     *
     * @return empty if the account has none of the identifiers that this target needs; at most 400 characters
     */
    default Optional<String> keyOf(Account account) {
        return addressableBy().stream()
                .flatMap(type -> account.identifier(type).stream())
                .findFirst()
                .map(value -> value.toLowerCase(Locale.ROOT));
    }

    /** The sizes that every write needs; never empty; doesn't change while the target is open. */
    List<Rendition> renditions();

    /** How many requests the methods below take at a time: 1 to 20. */
    default int maxBatchSize() {
        return 20;
    }

    /**
     * Looks at what the target has. Changes nothing.
     *
     * @param requests 1 to {@link #maxBatchSize()}, no account twice
     * @return as many states as requests, in their order
     * @throws ProviderException if nothing could be read for a reason that isn't one account's
     */
    List<TargetState> readStates(List<TargetRequest> requests, CallContext call);

    /**
     * Writes pictures. Idempotent: writing the same again ends in the same state.
     *
     * <p>For each account the provider first acquires all that the account's write needs, then writes without a further
     * wait, in an order that never leaves the person without a picture.
     *
     * @param writes 1 to {@link #maxBatchSize()}, no account twice
     * @return as many results as writes, in their order
     * @throws ProviderException if nothing was sent yet and nothing can be written for a reason that isn't one account's
     */
    List<WriteResult> writePhotos(List<PhotoWrite> writes, CallContext call);

    /**
     * Asks what the service serves after writes. Changes nothing.
     *
     * @param writes what was written, with results {@link WriteResult.Written}; 1 to {@link #maxBatchSize()}
     * @return as many results as writes, in their order
     * @throws ProviderException if nothing could be read for a reason that isn't one account's
     * @throws UnsupportedOperationException unless {@link Capability#VERIFY} is declared
     */
    default List<VerifyResult> verify(List<PhotoWrite> writes, CallContext call) {
        throw new UnsupportedOperationException("This target can't verify");
    }

    /**
     * Removes pictures, so that the service shows its own placeholder. Idempotent.
     *
     * @return as many results as requests, in their order
     * @throws ProviderException if nothing was sent yet and nothing can be removed
     * @throws UnsupportedOperationException unless {@link Capability#REMOVE} is declared
     */
    default List<WriteResult> removePhotos(List<TargetRequest> requests, CallContext call) {
        throw new UnsupportedOperationException("This target can't remove pictures");
    }

    /**
     * Puts one person's picture back exactly as a snapshot has it, also if that is "there was nothing". Idempotent.
     *
     * @throws ProviderException if nothing was sent yet and nothing can be restored
     * @throws UnsupportedOperationException unless {@link Capability#RESTORE} is declared
     */
    default WriteResult restore(Account account, TargetSnapshot snapshot, CallContext call) {
        throw new UnsupportedOperationException("This target can't restore pictures");
    }

    /**
     * Fetches what the service itself shows of a person now: to be looked at beside what is stored, since a service's pages
     * may lag behind. It is fetched from the configured host, never from an address that a profile names. Changes nothing.
     *
     * @throws ProviderException if it can't be fetched
     * @throws UnsupportedOperationException unless {@link Capability#SERVED_PICTURE} is declared
     */
    default ServedPicture servedPicture(Account account, CallContext call) {
        throw new UnsupportedOperationException("This target can't fetch what its service shows");
    }
}
