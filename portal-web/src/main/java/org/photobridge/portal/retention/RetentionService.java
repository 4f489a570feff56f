package org.photobridge.portal.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditEntry;
import org.photobridge.portal.audit.AuditPruning;
import org.photobridge.portal.job.BeforeImageRepository;
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
    private final Removal removal;
    private final Audit audit;

    protected RetentionService() {
        this(null, null, null, null);
    }

    @Inject
    RetentionService(KeepingRepository keeping, BeforeImageRepository pictures, Removal removal, Audit audit) {
        this.keeping = keeping;
        this.pictures = pictures;
        this.removal = removal;
        this.audit = audit;
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

    /**
     * Removes what has been kept long enough, and records how much that was; nothing is recorded if it was nothing.
     * <p>It goes by many small transactions, so that nobody waits for it; if one of them fails, the entry says what the
     * others removed.
     */
    public Map<String, Integer> apply() {
        Access.requireUnlimited(Role.ADMIN);
        Map<String, Integer> removed = new LinkedHashMap<>();
        try {
            removal.removeOld(removed);
            cutAudit(removed);
        } finally {
            record(removed);
        }
        return removed;
    }

    private void cutAudit(Map<String, Integer> removed) {
        AuditPruning.Pruned pruned = removal.cutAudit();
        removed.put("audit entries", pruned.entries());
        pruned.refused()
                .ifPresent(verdict -> audit.record(AuditEntry.of("retention.audit-kept", SUBJECT)
                        .change("", verdict.finding() + " " + verdict.firstBad())));
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

    private static String words(Map<Keeping, Integer> values) {
        return values.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(", "));
    }
}
