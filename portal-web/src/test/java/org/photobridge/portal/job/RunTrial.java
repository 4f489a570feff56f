package org.photobridge.portal.job;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.audit.Actor;
import org.photobridge.portal.engine.Hold;
import org.photobridge.portal.engine.Lane;
import org.photobridge.portal.engine.Reason;
import org.photobridge.portal.engine.RunKind;
import org.photobridge.portal.engine.RunState;
import org.photobridge.portal.engine.RunSummary;
import org.photobridge.portal.plan.PlanService;
import org.photobridge.portal.security.Caller;
import org.photobridge.spi.ErrorCategory;

/** Makes runs for browser tests, which can't reach into the portal; answers the run's id. */
@WebServlet(RunTrial.PATH)
public class RunTrial extends HttpServlet {
    static final String PATH = "/ArquillianServletRunner/runs";
    private static final long serialVersionUID = 1L;

    @Inject
    private transient RequestService requests;

    @Inject
    private transient RequestRepository store;

    @Inject
    private transient ApprovalService approvals;

    @Inject
    private transient RunRepository runs;

    @Inject
    private transient RunEnding ending;

    @Inject
    private transient PlanService plans;

    @Inject
    private transient Jdbi jdbi;

    @Inject
    private transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long run = Caller.trusted(Actor.user("tester")).asking(() -> run(request));
        response.setContentType("text/plain");
        response.getWriter().print(run);
    }

    private long run(HttpServletRequest request) {
        if (request.getParameter("reject") != null) {
            long run = Long.parseLong(request.getParameter("reject"));
            approvals.reject(run, "Decided by a test");
            return run;
        }
        long plan = plans.list().get(0).id();
        RunKind kind = RunKind.valueOf(request.getParameter("kind"));
        String state = request.getParameter("state");
        String[] people = request.getParameterValues("person");
        Scope scope = people == null ? Scope.all() : Scope.list(List.of(people), "");
        if (state == null) {
            return requests.submit(Asking.of(plan, kind, scope)).runId();
        }
        long run = standing(Asking.of(plan, kind, scope), state, Optional.ofNullable(request.getParameter("code")));
        if (state.equals("RUNNING")) {
            fail(run, request.getParameter("code"));
        }
        if (request.getParameter("found") != null) {
            Hold hold = new Hold(
                    Reason.FEWER_PEOPLE_LISTED,
                    Long.parseLong(request.getParameter("found")),
                    Long.parseLong(request.getParameter("allowed")),
                    List.of());
            jdbi.useHandle(handle -> HoldRepository.keep(handle, run, hold, clock.instant()));
        }
        return run;
    }

    /** Ends a run as its execution would. */
    private void fail(long run, String code) {
        RunRow row = runs.find(run).orElseThrow();
        ending.store(
                row,
                new RunSummary(
                        RunState.FAILED,
                        Optional.of(code),
                        Optional.of(ErrorCategory.CONFIGURATION),
                        "As a test wants it",
                        Optional.empty(),
                        row.counts(),
                        OptionalLong.empty()));
    }

    /** A run that was never executed and stands where the test wants it; its worker has no reason to touch it. */
    private long standing(Asking asking, String state, Optional<String> code) {
        var origin =
                new RequestRepository.Origin("Everybody", TriggerKind.PERSON, "tester", Lane.BULK, clock.instant());
        return jdbi.inTransaction(handle -> {
            long run = store.insert(asking, origin);
            handle.createUpdate("""
                            update run set state = :state, problem_code = :code, waiting_for = :code, started_at = :now,
                              waiting_until = :until, step = 'WRITE', total = 60,
                              counts = '{"outcomes":{"UPDATED":12,"UNCHANGED":20},"steps":{"LIST":60,"READ":40},"guarded":0}'
                            where id = :run""")
                    .bind("state", state)
                    .bind("code", code)
                    .bind("now", clock.instant())
                    .bind("until", state.equals("WAITING") ? clock.instant().plus(Duration.ofHours(2)) : null)
                    .bind("run", run)
                    .execute();
            store.startWorking(run);
            return run;
        });
    }
}
