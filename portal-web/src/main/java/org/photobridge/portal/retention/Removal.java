package org.photobridge.portal.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.photobridge.portal.audit.AuditPruning;
import org.photobridge.portal.job.BeforeImageRepository;
import org.photobridge.portal.job.HistoryRepository;
import org.photobridge.portal.platform.Keeping;
import org.photobridge.portal.platform.KeepingRepository;

/** Removes what has been kept long enough, wherever it lies. */
@ApplicationScoped
class Removal {
    private final KeepingRepository keeping;
    private final BeforeImageRepository pictures;
    private final HistoryRepository history;
    private final RetentionRepository others;
    private final AuditPruning pruning;
    private final Clock clock;

    protected Removal() {
        this(null, null, null, null, null, null);
    }

    @Inject
    Removal(
            KeepingRepository keeping,
            BeforeImageRepository pictures,
            HistoryRepository history,
            RetentionRepository others,
            AuditPruning pruning,
            Clock clock) {
        this.keeping = keeping;
        this.pictures = pictures;
        this.history = history;
        this.others = others;
        this.pruning = pruning;
        this.clock = clock;
    }

    /** @param removed gets how many were removed of each sort, by its name, as soon as they are */
    void removeOld(Map<String, Integer> removed) {
        removed.put("previous pictures", pictures.forgetOld());
        removed.put("results", history.forgetOutcomes(before(Keeping.RESULTS)));
        removed.put("runs", history.forgetRuns(before(Keeping.RUNS)));
        removed.put("failed sign-ins", others.forgetSignIns(before(Keeping.SIGN_INS)));
        removed.put("health reports", others.forgetHealth(before(Keeping.HEALTH)));
    }

    /** Cuts the oldest entries off the audit. */
    AuditPruning.Pruned cutAudit() {
        return pruning.prune(before(Keeping.AUDIT));
    }

    private Instant before(Keeping what) {
        return clock.instant().minus(keeping.days(what));
    }
}
