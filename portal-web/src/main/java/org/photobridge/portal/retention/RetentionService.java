package org.photobridge.portal.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditEntry;
import org.photobridge.portal.audit.AuditPruning;
import org.photobridge.portal.job.BeforeImageRepository;
import org.photobridge.portal.job.HistoryRepository;
import org.photobridge.portal.platform.Keeping;
import org.photobridge.portal.platform.KeepingRepository;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Role;

/** Lets admins choose how long things are kept, and removes what is older. */
@ApplicationScoped
public class RetentionService {
    private static final AuditEntry.Subject SUBJECT = new AuditEntry.Subject("retention", "", "");

    private final KeepingRepository keeping;
    private final BeforeImageRepository pictures;
    private final HistoryRepository history;
    private final RetentionRepository others;
    private final AuditPruning pruning;
    private final Audit audit;
    private final Clock clock;

    protected RetentionService() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    RetentionService(
            KeepingRepository keeping,
            BeforeImageRepository pictures,
            HistoryRepository history,
            RetentionRepository others,
            AuditPruning pruning,
            Audit audit,
            Clock clock) {
        this.keeping = keeping;
        this.pictures = pictures;
        this.history = history;
        this.others = others;
        this.pruning = pruning;
        this.audit = audit;
        this.clock = clock;
    }

    public Map<Keeping, Integer> current() {
        Access.requireUnlimited(Role.ADMIN);
        return keeping.all();
    }

    /** How many MiB the previous pictures take now. */
    public long pictureMegabytes() {
        Access.requireUnlimited(Role.ADMIN);
        return pictures.used() >> 20;
    }

    /**
     * Stores what an admin chose; what is kept already is kept as long as what comes from now on.
     *
     * @throws IllegalArgumentException if a value is out of its bounds
     */
    @Transactional
    public void save(Map<Keeping, Integer> chosen) {
        Access.requireUnlimited(Role.ADMIN);
        chosen.forEach((what, value) -> {
            if (value < what.least() || value > what.most()) {
                throw new IllegalArgumentException(what + " is " + what.least() + " to " + what.most());
            }
        });
        String before = words(keeping.all());
        keeping.store(chosen);
        pictures.keepAsLongAsNew();
        audit.record(AuditEntry.of("retention.changed", SUBJECT).change(before, words(keeping.all())));
    }

    /** Removes what has been kept long enough, and records how much that was; nothing is recorded if it was nothing. */
    public Map<String, Integer> apply() {
        Access.requireUnlimited(Role.ADMIN);
        Map<String, Integer> removed = new LinkedHashMap<>();
        removed.put("previous pictures", pictures.forgetOld());
        removed.put("results", history.forgetOutcomes(before(Keeping.RESULTS)));
        removed.put("runs", history.forgetRuns(before(Keeping.RUNS)));
        removed.put("failed sign-ins", others.forgetSignIns(before(Keeping.SIGN_INS)));
        removed.put("health reports", others.forgetHealth(before(Keeping.HEALTH)));
        AuditPruning.Pruned pruned = pruning.prune(before(Keeping.AUDIT));
        removed.put("audit entries", pruned.entries());
        pruned.refused()
                .ifPresent(verdict -> audit.record(AuditEntry.of("retention.audit-kept", SUBJECT)
                        .change("", verdict.finding() + " " + verdict.firstBad())));
        record(removed);
        return removed;
    }

    private void record(Map<String, Integer> removed) {
        String words = removed.entrySet().stream()
                .filter(one -> one.getValue() > 0)
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(", "));
        if (!words.isEmpty()) {
            audit.record(AuditEntry.of("retention.applied", SUBJECT).change("", words));
        }
    }

    private Instant before(Keeping what) {
        return clock.instant().minus(keeping.days(what));
    }

    private static String words(Map<Keeping, Integer> values) {
        return values.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(", "));
    }
}
