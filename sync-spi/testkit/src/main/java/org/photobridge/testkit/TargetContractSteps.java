package org.photobridge.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.photobridge.spi.Account;
import org.photobridge.spi.Capability;
import org.photobridge.spi.PhotoTarget;
import org.photobridge.spi.PhotoTargetFactory;
import org.photobridge.spi.PhotoWrite;
import org.photobridge.spi.PreparedPicture;
import org.photobridge.spi.ProviderConfig;
import org.photobridge.spi.ProviderContext;
import org.photobridge.spi.Rendition;
import org.photobridge.spi.TargetPicture;
import org.photobridge.spi.TargetRequest;
import org.photobridge.spi.TargetSnapshot;
import org.photobridge.spi.TargetState;
import org.photobridge.spi.TargetToken;
import org.photobridge.spi.WriteResult;

/** What the target contract asks a provider's test for, and the steps that its tests are made of. */
abstract class TargetContractSteps extends EndContract<PhotoTargetFactory, PhotoTarget> {

    /** Three or more people whom the target knows and has no picture of. */
    protected abstract List<Account> withoutPicture();

    /** Somebody whose picture in the target was put there by others. */
    protected abstract Account withPicture();

    /** Somebody of whom the target can't hold a picture, if there is such a thing. */
    protected Optional<Account> impossible() {
        return Optional.empty();
    }

    /** Whether the target gives back the very bytes that were written; false for one that encodes anew. */
    protected boolean keepsBytes() {
        return true;
    }

    @Override
    final PhotoTarget open(PhotoTargetFactory factory, ProviderConfig config, ProviderContext context) {
        return factory.open(config, context);
    }

    @Override
    final void useIt(PhotoTarget end, ScriptedCallContext call) {
        note(end.readStates(List.of(TargetRequest.of(withPicture())), call));
    }

    @Override
    final Set<Capability> capabilitiesOfThisKind() {
        return Set.of(Capability.REMOVE, Capability.RESTORE, Capability.VERIFY, Capability.SERVED_PICTURE);
    }

    final List<Account> everybody() {
        List<Account> all = new ArrayList<>(withoutPicture());
        all.add(1, withPicture());
        return all;
    }

    final TargetState look(TargetRequest request) {
        List<TargetState> states = note(end().readStates(List.of(request), call()));
        assertThat(states).hasSize(1);
        assertExplained(states.get(0));
        return states.get(0);
    }

    final void assertExplained(TargetState state) {
        if (state instanceof TargetState.Impossible impossible) {
            assertExplained(impossible.code());
        }
        if (state instanceof TargetState.Failed failed) {
            assertExplained(failed.failure().code());
        }
    }

    final TargetState state(Account account) {
        return look(TargetRequest.of(account));
    }

    final TargetState.Present present(Account account) {
        TargetState state = state(account);
        assertThat(state).isInstanceOf(TargetState.Present.class);
        return (TargetState.Present) state;
    }

    final String fingerprintNow(Account account) {
        return state(account) instanceof TargetState.Present present ? present.fingerprint() : "";
    }

    final TargetPicture pictureOf(Account account) {
        TargetState state = look(TargetRequest.of(account).withPicture());
        assertThat(state).isInstanceOf(TargetState.Present.class);
        return ((TargetState.Present) state).picture().orElseThrow();
    }

    final TargetSnapshot snapshotOf(Account account) {
        TargetState state = look(TargetRequest.of(account).withSnapshot());
        return state instanceof TargetState.Present present
                ? present.snapshot().orElseThrow()
                : ((TargetState.Empty) state).snapshot().orElseThrow();
    }

    final List<SeenInTarget> seen(List<Account> accounts) {
        boolean snapshots = can(Capability.RESTORE);
        List<TargetRequest> requests = accounts.stream()
                .map(account -> TargetRequest.of(account).withPicture())
                .map(request -> snapshots ? request.withSnapshot() : request)
                .toList();
        List<SeenInTarget> seen = new ArrayList<>();
        for (List<TargetRequest> part : parts(requests)) {
            note(end().readStates(part, call())).forEach(state -> seen.add(SeenInTarget.of(state)));
        }
        return seen;
    }

    final List<WriteResult> write(List<Account> accounts, String look) {
        List<WriteResult> results = inParts(writes(accounts, look), call());
        assertThat(results).hasSameSizeAs(accounts).allMatch(WriteResult.Written.class::isInstance);
        return results;
    }

    private <T> List<List<T>> parts(List<T> all) {
        return EndContract.parts(all, end().maxBatchSize());
    }

    final List<WriteResult> inParts(List<PhotoWrite> writes, ScriptedCallContext call) {
        List<WriteResult> results = new ArrayList<>();
        for (List<PhotoWrite> part : parts(writes)) {
            results.addAll(note(end().writePhotos(part, call)));
        }
        return results;
    }

    final List<PhotoWrite> writes(List<Account> accounts, String look) {
        return accounts.stream()
                .map(account -> new PhotoWrite(account, tokenOf(account), pictures(look, account)))
                .toList();
    }

    final List<PhotoWrite> writes(List<Account> accounts, String look, TargetToken token) {
        return accounts.stream()
                .map(account -> new PhotoWrite(account, token, pictures(look, account)))
                .toList();
    }

    final TargetToken tokenOf(Account account) {
        TargetState state = state(account);
        return state instanceof TargetState.Present present ? present.token() : ((TargetState.Empty) state).token();
    }

    final List<PreparedPicture> pictures(String look, Account account) {
        return end().renditions().stream()
                .map(rendition -> PreparedPicture.of(rendition, portrait(rendition, look, account)))
                .toList();
    }

    static byte[] portrait(Rendition rendition, String look, Account account) {
        String name = look + " of " + account.id();
        return rendition.mediaType().equals("image/png")
                ? Portraits.png(name, rendition.pixels())
                : Portraits.jpeg(name, rendition.pixels());
    }

    final Rendition largest() {
        return end().renditions().stream()
                .max(Comparator.comparingInt(Rendition::pixels))
                .orElseThrow();
    }

    static String fingerprint(WriteResult result) {
        assertThat(result).isInstanceOf(WriteResult.Written.class);
        return ((WriteResult.Written) result).fingerprint();
    }
}
