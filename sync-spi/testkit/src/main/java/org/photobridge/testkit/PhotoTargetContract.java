package org.photobridge.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.photobridge.spi.Account;
import org.photobridge.spi.Capability;
import org.photobridge.spi.PhotoWrite;
import org.photobridge.spi.Rendition;
import org.photobridge.spi.ServedPicture;
import org.photobridge.spi.TargetPicture;
import org.photobridge.spi.TargetRequest;
import org.photobridge.spi.TargetSnapshot;
import org.photobridge.spi.TargetState;
import org.photobridge.spi.TargetToken;
import org.photobridge.spi.VerifyResult;
import org.photobridge.spi.WriteResult;

/**
 * What every photo target keeps to. A provider's test extends this class, puts its system into the same state before each
 * test, and inherits the tests, which change pictures of the people that it names.
 */
public abstract class PhotoTargetContract extends TargetContractSteps {

    private static final int FAR_TOO_MANY = 1_000;

    @Test
    void people_have_one_key_each() {
        assertThat(end().addressableBy()).isNotEmpty();
        List<String> keys = everybody().stream()
                .map(account -> end().keyOf(account).orElseThrow())
                .toList();
        assertThat(keys).doesNotHaveDuplicates().allMatch(key -> key.length() <= 400);
        assertThat(keys)
                .isEqualTo(everybody().stream()
                        .map(account -> end().keyOf(account).orElseThrow())
                        .toList());
        assertThat(end().keyOf(Account.of("an-id-only", ""))).isEmpty();
    }

    @Test
    void renditions_have_names_of_their_own() {
        assertThat(end().renditions()).isNotEmpty();
        assertThat(end().renditions()).extracting(Rendition::name).doesNotHaveDuplicates();
        assertThat(end().maxBatchSize()).isBetween(1, 20);
    }

    @Test
    void states_match_the_requests_in_number_and_order() {
        List<Account> accounts = everybody();
        List<SeenInTarget> alone =
                accounts.stream().map(account -> seen(List.of(account)).get(0)).toList();
        assertThat(seen(accounts)).isEqualTo(alone);
        Collections.reverse(accounts);
        List<SeenInTarget> backwards = new ArrayList<>(seen(accounts));
        Collections.reverse(backwards);
        assertThat(backwards).isEqualTo(alone);
    }

    @Test
    void states_are_what_the_system_holds() {
        withoutPicture().forEach(account -> assertThat(state(account)).isInstanceOf(TargetState.Empty.class));
        assertThat(state(withPicture())).isInstanceOf(TargetState.Present.class);
        impossible().ifPresent(account -> assertThat(state(account)).isInstanceOf(TargetState.Impossible.class));
    }

    @Test
    void picture_comes_only_if_it_was_asked_for() {
        TargetState.Present bare = present(withPicture());
        assertThat(bare.picture()).isEmpty();
        assertThat(bare.snapshot()).isEmpty();
    }

    @Test
    void later_look_finds_the_fingerprint_of_the_write() {
        List<Account> accounts = everybody();
        List<WriteResult> results = write(accounts, "new");
        for (int i = 0; i < accounts.size(); i++) {
            assertThat(present(accounts.get(i)).fingerprint()).isEqualTo(fingerprint(results.get(i)));
        }
    }

    @Test
    void written_picture_is_there() {
        Account account = withoutPicture().get(0);
        write(List.of(account), "new");
        TargetPicture there = pictureOf(account);
        if (keepsBytes()) {
            assertThat(there.bytes()).isEqualTo(portrait(largest(), "new", account));
        } else {
            assertThat(there.bytes()).isNotEmpty();
        }
    }

    @Test
    void write_changes_nobody_else() {
        List<Account> others = withoutPicture().subList(1, withoutPicture().size());
        List<SeenInTarget> before = seen(others);
        write(List.of(withoutPicture().get(0), withPicture()), "new");
        assertThat(seen(others)).isEqualTo(before);
    }

    @Test
    void same_write_again_ends_in_the_same_picture() {
        Account account = withPicture();
        write(List.of(account), "new");
        byte[] once = pictureOf(account).bytes();
        String fingerprint = fingerprint(write(List.of(account), "new").get(0));
        assertThat(pictureOf(account).bytes()).isEqualTo(once);
        assertThat(present(account).fingerprint()).isEqualTo(fingerprint);
    }

    @Test
    void other_picture_has_another_fingerprint() {
        Account account = withPicture();
        String foreign = present(account).fingerprint();
        String first = fingerprint(write(List.of(account), "first").get(0));
        String second = fingerprint(write(List.of(account), "second").get(0));
        assertThat(List.of(foreign, first, second)).doesNotHaveDuplicates();
    }

    @Test
    void looking_changes_nothing() {
        List<SeenInTarget> before = seen(everybody());
        String fingerprint = present(withPicture()).fingerprint();
        assertThat(seen(everybody())).isEqualTo(before);
        assertThat(present(withPicture()).fingerprint()).isEqualTo(fingerprint);
    }

    @Test
    void person_who_can_have_no_picture_harms_nobody_in_the_batch() {
        Optional<Account> nobody = impossible();
        List<Account> accounts = new ArrayList<>(nobody.stream().toList());
        accounts.addAll(withoutPicture());
        List<WriteResult> results = inParts(writes(accounts, "new", TargetToken.NONE), call());
        assertThat(results).hasSameSizeAs(accounts);
        nobody.ifPresent(account -> assertThat(results.get(0)).isInstanceOf(WriteResult.Failed.class));
        assertThat(results.subList(accounts.size() - withoutPicture().size(), accounts.size()))
                .allMatch(WriteResult.Written.class::isInstance);
    }

    @Test
    void cancellation_at_any_wait_leaves_nobody_half_written() {
        List<Account> accounts =
                everybody().stream().limit(end().maxBatchSize()).toList();
        for (int granted = 0; !isWrittenToTheEnd(accounts, granted); granted++) {
            assertThat(granted).as("waits in one batch").isLessThan(FAR_TOO_MANY);
        }
    }

    private boolean isWrittenToTheEnd(List<Account> accounts, int granted) {
        List<SeenInTarget> before = seen(accounts);
        List<PhotoWrite> writes = writes(accounts, "round-" + granted);
        ScriptedCallContext call = call().cancelledAfter(granted);
        List<WriteResult> results = new ArrayList<>();
        boolean refused = letsPassTheCancellation(call, () -> results.addAll(note(end().writePhotos(writes, call))));
        if (refused) {
            assertThat(seen(accounts)).as("after a refused batch").isEqualTo(before);
        } else {
            assertThat(results).hasSameSizeAs(accounts);
            IntStream.range(0, accounts.size())
                    .forEach(i -> assertAllOrNothing(accounts.get(i), results.get(i), before.get(i)));
        }
        return call.costs().size() < granted;
    }

    private void assertAllOrNothing(Account account, WriteResult result, SeenInTarget before) {
        if (result instanceof WriteResult.Written written) {
            assertThat(present(account).fingerprint()).isEqualTo(written.fingerprint());
        } else {
            assertThat(result).isInstanceOf(WriteResult.NotAttempted.class);
            assertThat(seen(List.of(account))).containsExactly(before);
        }
    }

    @Test
    void several_threads_write_different_people_at_once() {
        List<Account> accounts = everybody();
        end();
        List<CompletableFuture<WriteResult>> writers = accounts.stream()
                .map(account -> writes(List.of(account), "new"))
                .map(write -> new Started(write, call()))
                .map(started -> CompletableFuture.supplyAsync(
                        () -> inParts(started.writes(), started.call()).get(0)))
                .toList();
        for (int i = 0; i < accounts.size(); i++) {
            String fingerprint = fingerprint(writers.get(i).join());
            assertThat(present(accounts.get(i)).fingerprint()).isEqualTo(fingerprint);
        }
    }

    private record Started(List<PhotoWrite> writes, ScriptedCallContext call) {}

    @Test
    void served_picture_is_told_from_another_or_not_offered() {
        Account account = withPicture();
        write(List.of(account), "new");
        List<PhotoWrite> same = writes(List.of(account), "new");
        if (!can(Capability.VERIFY)) {
            assertUnsupported(() -> end().verify(same, call()));
            return;
        }
        List<VerifyResult> verdicts = supported(Capability.VERIFY, () -> end().verify(same, call()));
        assertThat(verdicts).hasSize(1);
        assertThat(verdicts.get(0)).isInstanceOfAny(VerifyResult.Served.class, VerifyResult.NotYet.class);
        List<PhotoWrite> other = writes(List.of(account), "other");
        assertThat(note(end().verify(other, call()))).hasSize(1).noneMatch(VerifyResult.Served.class::isInstance);
    }

    @Test
    void what_the_service_shows_is_a_picture_or_none_or_not_offered() {
        Account account = withPicture();
        if (!can(Capability.SERVED_PICTURE)) {
            assertUnsupported(() -> end().servedPicture(account, call()));
            return;
        }
        ServedPicture shown = supported(Capability.SERVED_PICTURE, () -> end().servedPicture(account, call()));
        assertThat(shown.picture().map(picture -> picture.bytes().length).orElse(0))
                .isPositive();
        assertThat(note(end().servedPicture(withoutPicture().get(0), call())).picture())
                .isEmpty();
    }

    @Test
    void removed_picture_is_gone_or_not_offered() {
        Account account = withPicture();
        List<TargetRequest> request = List.of(TargetRequest.of(account));
        if (!can(Capability.REMOVE)) {
            assertUnsupported(() -> end().removePhotos(request, call()));
            return;
        }
        for (int time = 1; time <= 2; time++) {
            assertThat(note(end().removePhotos(request, call()))).containsExactly(WriteResult.written(""));
            assertThat(state(account)).isInstanceOf(TargetState.Empty.class);
        }
    }

    @Test
    void restoring_gives_exactly_the_picture_before_or_is_not_offered() {
        assertRestores(withPicture());
    }

    @Test
    void restoring_gives_exactly_the_nothing_before_or_is_not_offered() {
        assertRestores(withoutPicture().get(0));
    }

    private void assertRestores(Account account) {
        if (!can(Capability.RESTORE)) {
            assertUnsupported(() -> end().restore(account, TargetSnapshot.empty(), call()));
            return;
        }
        SeenInTarget before = seen(List.of(account)).get(0);
        TargetSnapshot snapshot = snapshotOf(account);
        write(List.of(account), "new");
        for (int time = 1; time <= 2; time++) {
            String restored = fingerprint(note(end().restore(account, snapshot, call())));
            assertThat(seen(List.of(account))).containsExactly(before);
            assertThat(fingerprintNow(account)).isEqualTo(restored);
        }
    }

    @Test
    void facts_of_a_person_have_labels() {
        assertThat(note(end().describe(withPicture(), call())))
                .allSatisfy(fact -> assertThat(fact.label().toString()).isNotBlank());
    }
}
