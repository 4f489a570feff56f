package org.photobridge.portal.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.photobridge.spi.Failure;
import org.photobridge.spi.ProviderException;

/** The requests of a batch that have no lasting answer yet, and the answers of all others. */
final class Pending<Q, R> {

    private final List<Q> all;
    private final Kind<R> kind;
    private final List<R> results;
    private List<Integer> left;
    private int tries;

    Pending(List<Q> requests, Kind<R> kind) {
        this.all = requests;
        this.kind = kind;
        this.results = new ArrayList<>(Collections.nCopies(requests.size(), kind.untried()));
        this.left = IntStream.range(0, requests.size()).boxed().toList();
    }

    /** What is to be asked next. */
    List<Q> requests() {
        return left.stream().map(all::get).toList();
    }

    boolean isDone() {
        return left.isEmpty();
    }

    /** How often it was tried without getting on. */
    int tries() {
        return tries;
    }

    /**
     * Takes the answers to {@link #requests}.
     *
     * @return of the failures that another try may mend, the one with the longest wait
     */
    Optional<Failure> take(List<R> answers) {
        if (answers.size() != left.size()) {
            throw new ProviderException(Border.defect(answers.size() + " results for " + left.size() + " requests"));
        }
        for (int i = 0; i < answers.size(); i++) {
            results.set(left.get(i), answers.get(i));
        }
        Optional<Failure> longest = answers.stream()
                .flatMap(answer -> kind.retryable(answer).stream())
                .max(Comparator.comparing(failure -> failure.retryAfter().orElse(Duration.ZERO)));
        int before = left.size();
        left = left.stream().filter(i -> isOpen(results.get(i))).toList();
        tries = left.size() < before ? 1 : tries + 1;
        return longest;
    }

    /** A try that brought no answer at all. */
    Failure nothingBut(Failure failure) {
        tries++;
        return failure;
    }

    private boolean isOpen(R result) {
        return kind.isUntried(result) || kind.retryable(result).isPresent();
    }

    /** Stopped before its time: whom another try might have helped isn't done with. */
    Answers<R> stopped(RunStopped stop, boolean uncertain) {
        List<R> lasting = results.stream()
                .map(result -> kind.isOpenWhenStopped(result) ? kind.untried() : result)
                .toList();
        return new Answers<>(lasting, Optional.of(stop), uncertain);
    }

    /** Nobody stopped the run, so what is still untried is the provider's fault. */
    Answers<R> answers() {
        R defect = kind.failed().apply(Border.defect("Not attempted, time and again"));
        return new Answers<>(
                results.stream()
                        .map(result -> kind.isUntried(result) ? defect : result)
                        .toList(),
                Optional.empty(),
                false);
    }
}
