package org.photobridge.portal.bootstrap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditEntry;
import org.photobridge.portal.connection.BootstrapDoor;
import org.photobridge.portal.connection.CustomHosts;
import org.photobridge.portal.plan.PlanService;
import org.photobridge.portal.platform.RefusedStartException;
import org.photobridge.portal.security.ApiTokens;

/** Applies a bootstrap file in one transaction: all of it, or nothing and every reason. */
@ApplicationScoped
class BootstrapWork {
    private static final Logger LOG = System.getLogger(BootstrapWork.class.getName());

    @Inject
    private BootstrapDoor connections;

    @Inject
    private CustomHosts customHosts;

    @Inject
    private PlanService plans;

    @Inject
    private ApiTokens tokens;

    @Inject
    private Audit audit;

    @Inject
    private DataSource dataSource;

    @Inject
    private Clock clock;

    @Transactional
    void apply(BootstrapFile file) {
        if (!connections.isUntouched() || !plans.list().isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "The bootstrap file {0} is for a portal''s first start; this one is set up already, so the file"
                            + " is not applied.",
                    file.path());
            return;
        }
        Problems problems = new Problems();
        follow(file, problems);
        if (!problems.isEmpty()) {
            throw new RefusedStartException(words(file, problems.all()));
        }
        new BootstrapRepository(dataSource).applied(file, clock.instant());
        String name = file.path().toString();
        audit.record(AuditEntry.of("bootstrap.applied", new AuditEntry.Subject("file", "bootstrap", name)));
        LOG.log(Level.INFO, "The bootstrap file {0} was applied", file.path());
    }

    private void follow(BootstrapFile file, Problems problems) {
        References references = new References(file.folder(), System::getenv);
        try (Section root = new Section("", file.content(), problems)) {
            customHosts.allow(root.flag("allowCustomHosts", false));
            ConnectionSteps steps = new ConnectionSteps(connections, references);
            root.sections("appRegistrations").forEach(steps::registration);
            root.sections("connections").forEach(steps::connection);
            root.sections("plans").forEach(new PlanSteps(plans, steps.connections())::plan);
            root.sections("apiTokens").forEach(new TokenSteps(tokens, references)::token);
        }
    }

    private static String words(BootstrapFile file, List<String> problems) {
        return "The bootstrap file " + file.path() + " has " + problems.size()
                + (problems.size() == 1 ? " error:\n  " : " errors:\n  ") + String.join("\n  ", problems)
                + "\nNothing of it was applied.";
    }
}
