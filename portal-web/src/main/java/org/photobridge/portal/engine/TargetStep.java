package org.photobridge.portal.engine;

import java.util.List;
import java.util.Optional;
import org.photobridge.portal.engine.image.PictureRefused;
import org.photobridge.portal.engine.image.Portrait;
import org.photobridge.spi.Capability;
import org.photobridge.spi.TargetPicture;
import org.photobridge.spi.TargetRequest;
import org.photobridge.spi.TargetState;

/** Looks at what the target has. */
final class TargetStep {

    private final RunContext run;

    TargetStep(RunContext run) {
        this.run = run;
    }

    Optional<RunStopped> look(List<Case> cases) {
        if (cases.isEmpty()) {
            return Optional.empty();
        }
        run.figures.at(Step.LOOK, cases.size());
        List<TargetRequest> requests = cases.stream().map(this::request).toList();
        Answers<TargetState> answers =
                run.calls.batch(requests, asked -> run.target.readStates(asked, run.targetCall), Kind.STATE);
        for (int i = 0; i < cases.size(); i++) {
            take(cases.get(i), answers.results().get(i));
        }
        return answers.stop();
    }

    /** Whoever may be written is asked for all that a write needs at once: it would be read twice otherwise. */
    private TargetRequest request(Case one) {
        TargetRequest request = TargetRequest.of(one.account);
        if (one.lookOnly) {
            return request;
        }
        boolean undoable = run.spec.kind().writes() && run.targetCan(Capability.RESTORE);
        return undoable ? request.withPicture().withSnapshot() : request.withPicture();
    }

    private void take(Case one, TargetState answer) {
        answer.match(new TargetState.Cases<>(
                present -> found(one, present, present.picture()),
                empty -> found(one, empty, Optional.empty()),
                impossible -> found(one, impossible, Optional.empty()),
                failed -> fail(one, failed),
                untried -> one.untouched = true));
    }

    private boolean found(Case one, TargetState answer, Optional<TargetPicture> picture) {
        one.found = Optional.of(answer);
        Optional<Portrait> portrait = picture.flatMap(this::opened);
        one.targetLook = portrait.map(Portrait::look);
        if (!one.lookOnly) {
            run.ports.previews().keep(one.account.id(), End.TARGET, portrait.map(Portrait::preview));
        } else if (isAsRemembered(one, answer)) {
            one.decide(run.memory.repeated(one.state));
        }
        return true;
    }

    private Optional<Portrait> opened(TargetPicture picture) {
        try {
            return Optional.of(run.pictures.read(picture.bytes()));
        } catch (PictureRefused e) {
            // It can't be told what it looks like, so it is another picture than the source's.
            return Optional.empty();
        }
    }

    private static boolean isAsRemembered(Case one, TargetState answer) {
        PhotoState state = one.state;
        boolean wasImpossible = state.condition() == Condition.NOT_ELIGIBLE;
        return answer.match(new TargetState.Cases<>(
                present -> !wasImpossible
                        && state.target()
                                .fingerprint()
                                .filter(present.fingerprint()::equals)
                                .isPresent(),
                empty -> !wasImpossible && state.target().fingerprint().isEmpty(),
                impossible -> wasImpossible
                        && state.reason().filter(impossible.code()::equals).isPresent(),
                failed -> false,
                untried -> false));
    }

    private static boolean fail(Case one, TargetState.Failed failed) {
        one.decide(Decision.fail(failed.failure()));
        return true;
    }
}
