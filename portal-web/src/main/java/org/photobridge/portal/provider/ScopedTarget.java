package org.photobridge.portal.provider;

import java.util.List;
import java.util.Optional;
import org.photobridge.spi.Account;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.IdentifierType;
import org.photobridge.spi.PhotoTarget;
import org.photobridge.spi.PhotoWrite;
import org.photobridge.spi.Rendition;
import org.photobridge.spi.ServedPicture;
import org.photobridge.spi.TargetRequest;
import org.photobridge.spi.TargetSnapshot;
import org.photobridge.spi.TargetState;
import org.photobridge.spi.VerifyResult;
import org.photobridge.spi.WriteResult;

/** A foreign photo target, every method of which is called inside its provider's scope. */
final class ScopedTarget extends ScopedEnd<PhotoTarget> implements PhotoTarget {
    ScopedTarget(PhotoTarget foreign, ProviderScope scope, LimitOverrides limits) {
        super(foreign, scope, limits);
    }

    @Override
    public List<IdentifierType> addressableBy() {
        return scope.call(foreign::addressableBy);
    }

    @Override
    public Optional<String> keyOf(Account account) {
        return scope.call(() -> foreign.keyOf(account));
    }

    @Override
    public List<Rendition> renditions() {
        return scope.call(foreign::renditions);
    }

    @Override
    public int maxBatchSize() {
        return scope.call(foreign::maxBatchSize);
    }

    @Override
    public List<TargetState> readStates(List<TargetRequest> requests, CallContext call) {
        return scope.call(() -> foreign.readStates(requests, call));
    }

    @Override
    public List<WriteResult> writePhotos(List<PhotoWrite> writes, CallContext call) {
        return scope.call(() -> foreign.writePhotos(writes, call));
    }

    @Override
    public List<VerifyResult> verify(List<PhotoWrite> writes, CallContext call) {
        return scope.call(() -> foreign.verify(writes, call));
    }

    @Override
    public List<WriteResult> removePhotos(List<TargetRequest> requests, CallContext call) {
        return scope.call(() -> foreign.removePhotos(requests, call));
    }

    @Override
    public WriteResult restore(Account account, TargetSnapshot snapshot, CallContext call) {
        return scope.call(() -> foreign.restore(account, snapshot, call));
    }

    @Override
    public ServedPicture servedPicture(Account account, CallContext call) {
        return scope.call(() -> foreign.servedPicture(account, call));
    }
}
