package org.photobridge.portal.engine;

import java.util.List;
import java.util.Optional;
import org.photobridge.portal.engine.image.PictureRefused;
import org.photobridge.portal.engine.image.Portrait;
import org.photobridge.portal.engine.image.Sha256;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.Failure;
import org.photobridge.spi.PhotoRequest;
import org.photobridge.spi.PhotoResult;
import org.photobridge.spi.SourcePhoto;

/** Reads the source's photos, and settles whoever needs nothing more. */
final class SourceStep {

    private final RunContext run;

    SourceStep(RunContext run) {
        this.run = run;
    }

    /**
     * Reads.
     *
     * @param whateverItIs whether the photo is wanted even if it is still the one that we know
     */
    Optional<RunStopped> read(List<Case> cases, boolean whateverItIs) {
        if (cases.isEmpty()) {
            return Optional.empty();
        }
        run.figures.at(Step.READ, whateverItIs ? 0 : cases.size());
        List<PhotoRequest> requests =
                cases.stream().map(one -> request(one, whateverItIs)).toList();
        Answers<PhotoResult> answers =
                run.calls.batch(requests, asked -> run.source.readPhotos(asked, run.sourceCall), Kind.PHOTO);
        for (int i = 0; i < cases.size(); i++) {
            take(cases.get(i), answers.results().get(i));
        }
        return answers.stop();
    }

    private PhotoRequest request(Case one, boolean whateverItIs) {
        PhotoRequest request = PhotoRequest.of(one.account, run.preparation.largest());
        Optional<String> last = one.state.source().fingerprint();
        return !whateverItIs && last.isPresent() && run.trustsMemoryOf(one) ? request.unlessStill(last.get()) : request;
    }

    private void take(Case one, PhotoResult result) {
        one.photo = Optional.of(result);
        result.match(new PhotoResult.Cases<>(
                found -> onFound(one, found.photo()),
                same -> onNotModified(one),
                absent -> onAbsent(one, absent.code()),
                failed -> onFailed(one, failed.failure()),
                untried -> one.untouched = true));
    }

    private boolean onFound(Case one, SourcePhoto photo) {
        run.figures.count(Step.DOWNLOAD, 1);
        byte[] bytes = photo.bytes();
        one.contentHash = Optional.of(Sha256.of(bytes));
        boolean samePicture = one.contentHash.equals(one.state.source().contentHash());
        if (samePicture && run.trustsMemoryOf(one) && isAnsweredByMemory(one)) {
            one.decide(run.memory.repeated(one.state));
            return true;
        }
        open(one, bytes);
        return true;
    }

    private boolean isAnsweredByMemory(Case one) {
        return Memory.isAboutThePicture(one.state) || !run.looksAnyway(one) && !one.lookOnly;
    }

    private void open(Case one, byte[] bytes) {
        try {
            Portrait portrait = run.pictures.read(bytes);
            one.portrait = Optional.of(portrait);
            one.sourceLook = Optional.of(portrait.look());
            run.ports.previews().keep(one.account.id(), End.SOURCE, Optional.of(portrait.preview()));
            decideByMemory(one);
        } catch (PictureRefused e) {
            one.decide(Decision.fail(Failures.of(e)));
        }
    }

    /** A service that encodes all its photos anew is no reason to look at every target. */
    private void decideByMemory(Case one) {
        if (!run.trustsMemoryOf(one) || run.looksAnyway(one) || one.lookOnly) {
            return;
        }
        Decision byMemory = run.decisions.onPhoto(
                one.contentHash.orElseThrow(), one.sourceLook.orElseThrow(), one.state, one.remembered());
        if (byMemory.type() == OutcomeType.UNCHANGED) {
            one.decide(byMemory);
        }
    }

    private boolean onNotModified(Case one) {
        if (!run.trustsMemoryOf(one) || one.lookOnly) {
            one.decide(Decision.fail(Border.defect("Not modified, though the photo was wanted in any case")));
        } else if (isAnsweredByMemory(one)) {
            one.decide(run.memory.repeated(one.state));
        } else {
            one.lookOnly = true;
        }
        return true;
    }

    private boolean onAbsent(Case one, String code) {
        Decision decision = run.decisions.onAbsence(code, one.state, run.now());
        run.ports.previews().keep(one.account.id(), End.SOURCE, Optional.empty());
        boolean isGoneThereToo = one.state.condition() == Condition.REMOVED_IN_SOURCE
                && one.state.target().fingerprint().isEmpty()
                && !run.looksAnyway(one);
        if (!run.decisions.removes(decision)) {
            one.decide(decision);
        } else if (!run.targetCan(org.photobridge.spi.Capability.REMOVE)) {
            one.decide(Decision.skip(Condition.REMOVED_IN_SOURCE, Reason.CANNOT_REMOVE));
        } else if (isGoneThereToo) {
            one.decide(Decision.unchanged(Condition.REMOVED_IN_SOURCE));
        }
        return true;
    }

    /** A provider that refuses to read isn't refusing a picture: it is asked again next time. */
    private boolean onFailed(Case one, Failure failure) {
        one.decide(Decision.fail(failure).settled(false));
        return failure.category() != ErrorCategory.INTERNAL;
    }
}
