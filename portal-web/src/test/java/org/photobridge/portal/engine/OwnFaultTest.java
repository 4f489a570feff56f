package org.photobridge.portal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.ErrorCategory;
import org.photobridge.spi.Failure;
import org.photobridge.spi.PhotoTarget;
import org.photobridge.spi.PhotoWrite;
import org.photobridge.spi.WriteResult;

/** A fault of ours while a provider asks for its next piece of work: no person's, and not the provider's. */
class OwnFaultTest {

    private final EngineHarness plan = EngineHarness.of("anna", "bert", "carl");
    private final IllegalStateException fault = new IllegalStateException("our own fault");

    @Test
    void it_ends_the_run_and_is_nobodys_failure_and_what_was_written_is_recorded() {
        PhotoTarget careful = takingEachByItself();
        RunSpec run = plan.next(RunKind.SYNC, RunScope.everybody());

        assertThatThrownBy(() -> plan.execute(run, careful)).isSameAs(fault);

        assertThat(plan.target.written()).containsExactly("anna");
        assertThat(plan.storage.outcomes(run.runId()))
                .extracting(Outcome::accountId)
                .containsExactly("anna");
        plan.whenAsked = () -> {};
        assertThat(plan.execute(run).state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(plan.target.written()).containsExactly("anna", "bert", "carl");
    }

    /** A target that takes whatever goes wrong with one person for that person's, as providers do. */
    private PhotoTarget takingEachByItself() {
        return (PhotoTarget) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {PhotoTarget.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("writePhotos")) {
                        return writeEach(requests(arguments[0]), (CallContext) arguments[1]);
                    }
                    return passOn(method, arguments);
                });
    }

    private static List<PhotoWrite> requests(Object argument) {
        return ((List<?>) argument).stream().map(PhotoWrite.class::cast).toList();
    }

    private Object passOn(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(plan.target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private List<WriteResult> writeEach(List<PhotoWrite> requests, CallContext call) {
        List<WriteResult> results = new ArrayList<>();
        try {
            for (PhotoWrite request : requests) {
                results.add(write(request, call));
                plan.whenAsked = () -> {
                    throw fault;
                };
            }
        } catch (CancellationException e) {
            results.addAll(Collections.nCopies(requests.size() - results.size(), WriteResult.notAttempted()));
        }
        plan.whenAsked = () -> {};
        return results;
    }

    private WriteResult write(PhotoWrite request, CallContext call) {
        try {
            return plan.target.writePhotos(List.of(request), call).get(0);
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            return WriteResult.failed(Failure.of(ErrorCategory.INTERNAL, "a-defect", e.toString()));
        }
    }
}
