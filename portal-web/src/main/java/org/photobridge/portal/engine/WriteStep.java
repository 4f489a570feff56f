package org.photobridge.portal.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.photobridge.portal.engine.image.Portrait;
import org.photobridge.spi.Capability;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.Failure;
import org.photobridge.spi.PhotoWrite;
import org.photobridge.spi.TargetRequest;
import org.photobridge.spi.TargetSnapshot;
import org.photobridge.spi.VerifyResult;
import org.photobridge.spi.WriteResult;

/** Promises writes, makes them, and asks whether they are served. */
final class WriteStep {

    private static final Duration LONGEST_LOOK = Duration.ofSeconds(10);
    private static final int LOOKS = 3;

    private final RunContext run;

    WriteStep(RunContext run) {
        this.run = run;
    }

    /** Leaves out who is protected by now, and who couldn't be put back. */
    void checkOnceMore(List<Case> cases) {
        Set<String> protectedIds = cases.isEmpty() ? Set.of() : run.journal().protectedAmong(ids(cases));
        boolean undoable = run.targetCan(Capability.RESTORE);
        for (Case one : cases) {
            if (protectedIds.contains(one.account.id())) {
                one.decide(Decision.skip(Condition.EXCLUDED, Reason.PROTECTED));
            } else if (undoable && one.snapshot().isEmpty()) {
                one.decide(Decision.fail(Border.defect("No snapshot, though it was asked for")));
            }
        }
    }

    /**
     * Stores before-images and intents.
     *
     * @return those whose claim was lost
     */
    List<Case> intend(List<Case> cases) {
        if (cases.isEmpty()) {
            return List.of();
        }
        Set<String> lost = run.journal().intend(cases.stream().map(this::intent).toList());
        cases.forEach(one -> one.claimed = !lost.contains(one.key));
        return cases.stream().filter(one -> !one.claimed).toList();
    }

    private Intent intent(Case one) {
        String hash = one.prepared.map(prepared -> prepared.hash()).orElse("");
        Optional<TargetSnapshot> before = run.targetCan(Capability.RESTORE) ? one.snapshot() : Optional.empty();
        return new Intent(one.account.id(), one.key, one.state.version(), hash, before);
    }

    /** Writes and removes for whom it was promised. */
    Optional<RunStopped> write(List<Case> claimed) {
        Optional<RunStopped> stop = change(claimed);
        claimed.stream().filter(one -> one.written.isPresent()).forEach(this::keepPreview);
        return stop;
    }

    /** Lists show what is in the target from now on, not what was there before. */
    private void keepPreview(Case one) {
        Optional<byte[]> now = one.isTo(Decision.Act.WRITE) ? one.portrait.map(Portrait::preview) : Optional.empty();
        run.ports.previews().keep(one.account.id(), End.TARGET, now);
    }

    private Optional<RunStopped> change(List<Case> claimed) {
        List<Case> writes =
                claimed.stream().filter(one -> one.isTo(Decision.Act.WRITE)).toList();
        List<Case> removals =
                claimed.stream().filter(one -> one.isTo(Decision.Act.REMOVE)).toList();
        run.figures.at(Step.WRITE, claimed.size());
        if (run.targetCan(Capability.VERIFY)) {
            writes.forEach(one -> serve(one, Condition.WRITTEN_NOT_SERVED, Reason.NOT_VERIFIED));
        }
        Optional<RunStopped> stop =
                apply(writes, WriteStep::write, asked -> run.target.writePhotos(asked, run.targetCall));
        if (stop.isPresent()) {
            removals.forEach(one -> one.untouched = true);
            return stop;
        }
        return apply(
                removals,
                one -> TargetRequest.of(one.account),
                asked -> run.target.removePhotos(asked, run.targetCall));
    }

    /** Puts one person's previous picture back, for whom it was promised. */
    Optional<RunStopped> restore(Case one, TargetSnapshot before) {
        run.figures.at(Step.WRITE, 1);
        return apply(
                List.of(one),
                who -> before,
                asked -> List.of(run.target.restore(one.account, asked.get(0), run.targetCall)));
    }

    private static PhotoWrite write(Case one) {
        return new PhotoWrite(
                one.account, one.token(), one.prepared.orElseThrow().pictures());
    }

    private <Q> Optional<RunStopped> apply(
            List<Case> cases, Function<Case, Q> request, Function<List<Q>, List<WriteResult>> call) {
        if (cases.isEmpty()) {
            return Optional.empty();
        }
        Answers<WriteResult> answers =
                run.calls.batch(cases, asked -> unlessProtected(asked, request, call), Kind.WRITE);
        for (int i = 0; i < cases.size(); i++) {
            take(cases.get(i), answers.results().get(i), answers);
        }
        return answers.stop();
    }

    /** Asks the list of protected people before each call: a try may come long after the one before. */
    private <Q> List<WriteResult> unlessProtected(
            List<Case> asked, Function<Case, Q> request, Function<List<Q>, List<WriteResult>> call) {
        Set<String> protectedIds = HostFault.carried(() -> run.journal().protectedAmong(ids(asked)));
        List<Case> free = asked.stream()
                .filter(one -> !protectedIds.contains(one.account.id()))
                .toList();
        List<WriteResult> answers = free.isEmpty()
                ? List.of()
                : call.apply(free.stream().map(request).toList());
        if (answers.size() != free.size()) {
            throw new IllegalStateException(answers.size() + " results for " + free.size() + " writes");
        }
        Iterator<WriteResult> results = answers.iterator();
        for (int i = 0; i < free.size(); i++) {
            noteHalfDone(free.get(i), answers.get(i));
        }
        WriteResult left = WriteResult.failed(Failures.of(Reason.PROTECTED, ""));
        return asked.stream()
                .map(one -> protectedIds.contains(one.account.id()) ? left : results.next())
                .toList();
    }

    /** What a try may have left behind stays ours, whatever keeps the next one from being made. */
    private static void noteHalfDone(Case one, WriteResult result) {
        result.match(
                written -> one.halfDone = false,
                failed -> one.halfDone |= !isRefusal(failed.failure()),
                untried -> one.halfDone);
    }

    private static boolean isRefusal(Failure failure) {
        return failure.category() == ErrorCategory.REJECTED || failure.category() == ErrorCategory.NOT_FOUND;
    }

    private static Set<String> ids(List<Case> cases) {
        return cases.stream().map(one -> one.account.id()).collect(Collectors.toSet());
    }

    private static void take(Case one, WriteResult result, Answers<WriteResult> all) {
        boolean triedNextTime =
                all.stop().isPresent() && Kind.WRITE.retryable(result).isPresent();
        result.match(
                written -> one.written = Optional.of(written.fingerprint()),
                failed -> triedNextTime ? leave(one, true) : fail(one, failed.failure()),
                untried -> leave(one, all.uncertain()));
    }

    private static Optional<String> fail(Case one, Failure failure) {
        boolean isProtected = failure.code().equals(Reason.PROTECTED.code());
        one.decide(isProtected ? Decision.skip(Condition.EXCLUDED, Reason.PROTECTED) : Decision.fail(failure));
        one.servedWhy = Optional.empty();
        one.halfDone |= !isRefusal(failure);
        return Optional.empty();
    }

    private static Optional<String> leave(Case one, boolean uncertain) {
        one.untouched = true;
        one.halfDone |= uncertain;
        return Optional.empty();
    }

    /** Asks what the service serves of what was written. */
    Optional<RunStopped> verify(List<Case> cases) {
        List<Case> open = cases.stream()
                .filter(one -> one.isTo(Decision.Act.WRITE) && one.written.isPresent())
                .toList();
        if (!run.targetCan(Capability.VERIFY) || open.isEmpty()) {
            return Optional.empty();
        }
        run.figures.at(Step.VERIFY, open.size());
        for (int looks = 1; !open.isEmpty() && looks <= LOOKS; looks++) {
            List<Duration> waits = new ArrayList<>();
            Answers<VerifyResult> answers = ask(open);
            open = notYetServed(open, answers.results(), waits);
            if (answers.stop().isPresent()) {
                return answers.stop();
            }
            if (!open.isEmpty() && !waits(waits, looks)) {
                break;
            }
        }
        return Optional.empty();
    }

    private Answers<VerifyResult> ask(List<Case> cases) {
        List<PhotoWrite> writes = cases.stream().map(WriteStep::write).toList();
        return run.calls.batch(writes, asked -> run.target.verify(asked, run.targetCall), Kind.VERIFY);
    }

    private static List<Case> notYetServed(List<Case> cases, List<VerifyResult> results, List<Duration> waits) {
        List<Case> left = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            Case one = cases.get(i);
            boolean again = results.get(i)
                    .match(new VerifyResult.Cases<>(
                            served -> serve(one),
                            notYet -> serve(one, Condition.WRITTEN_NOT_SERVED, Reason.NOT_SERVED_YET)
                                    && waits.add(notYet.lookAgainAfter()),
                            different -> serve(one, different.code()),
                            failed -> serve(one, failed.failure().code()),
                            untried -> false));
            if (again) {
                left.add(one);
            }
        }
        return left;
    }

    private static boolean serve(Case one) {
        one.served = Optional.of(Condition.IN_SYNC);
        one.servedWhy = Optional.empty();
        return false;
    }

    private static boolean serve(Case one, String why) {
        one.served = Optional.of(Condition.WRITTEN_NOT_SERVED);
        one.servedWhy = Optional.of(why);
        return false;
    }

    private static boolean serve(Case one, Condition condition, Reason why) {
        one.served = Optional.of(condition);
        one.servedWhy = Optional.of(why.code());
        return true;
    }

    /** Somebody who waits for one person sees the end of it; a long run doesn't wait for each. */
    private boolean waits(List<Duration> waits, int looks) {
        Duration longest = waits.stream().max(Duration::compareTo).orElse(Duration.ZERO);
        boolean worthwhile = !run.spec.isBulk() && looks < LOOKS && longest.compareTo(LONGEST_LOOK) <= 0;
        return worthwhile && run.pace.waiter().waitUntil(run.now().plus(longest), run.ports.control()::stops);
    }
}
