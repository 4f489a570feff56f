package org.photobridge.portal.job;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.photobridge.portal.engine.RunKind;

/** Starts a run for everybody whom a plan is for, from the plan's page. */
@Named
@RequestScoped
public class PlanRunPage {
    @Inject
    private RequestService requests;

    /** Asks for the run and shows it. */
    public void start(long plan, RunKind kind) throws IOException {
        RequestService.Submitted submitted = requests.submit(Asking.of(plan, kind, Scope.all()));
        Messages.addFlashGlobalInfo(submitted.isNew() ? "plan.run.queued" : "plan.run.waits");
        Faces.redirect("run.xhtml?id=%s", submitted.runId());
    }
}
