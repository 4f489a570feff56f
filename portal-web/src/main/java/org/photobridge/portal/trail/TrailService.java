package org.photobridge.portal.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditEntry;
import org.photobridge.portal.audit.AuditFilter;
import org.photobridge.portal.audit.AuditRow;
import org.photobridge.portal.audit.AuditSearchRepository;
import org.photobridge.portal.audit.AuditVerdict;
import org.photobridge.portal.audit.AuditVerification;
import org.photobridge.portal.platform.KeyRing;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Role;

/** Shows admins who did what, and whether anybody touched the record of it. */
@ApplicationScoped
public class TrailService {
    private static final AuditEntry.Subject ITSELF = new AuditEntry.Subject("audit", "", "");

    @Inject
    private AuditSearchRepository entries;

    @Inject
    private DataSource dataSource;

    @Inject
    private KeyRing keys;

    @Inject
    private Audit audit;

    /** One page of entries, the newest first. */
    public List<AuditRow> find(AuditFilter filter, int first, int size) {
        Access.requireUnlimited(Role.ADMIN);
        return entries.find(filter, first, size);
    }

    public long count(AuditFilter filter) {
        Access.requireUnlimited(Role.ADMIN);
        return entries.count(filter);
    }

    public Optional<AuditRow> find(long number) {
        Access.requireUnlimited(Role.ADMIN);
        return entries.row(number);
    }

    /** Every action that was recorded, by name. */
    public List<String> actions() {
        Access.requireUnlimited(Role.ADMIN);
        return entries.actions();
    }

    /** The next entries that are older than one, for an export. */
    public List<AuditRow> before(AuditFilter filter, long number, int size) {
        Access.requireUnlimited(Role.ADMIN);
        return entries.before(filter, number, size);
    }

    /** Records that somebody takes entries away as a file. */
    public void exporting(AuditFilter filter, String format) {
        Access.requireUnlimited(Role.ADMIN);
        audit.record(AuditEntry.of("audit.exported", ITSELF).change("", format + " " + filter));
    }

    /** Follows the whole chain; not within a transaction, since it wants one of its own. */
    public AuditVerdict verify() {
        Access.requireUnlimited(Role.ADMIN);
        AuditVerdict verdict = new AuditVerification(dataSource, keys).verify();
        audit.record(AuditEntry.of("audit.verified", ITSELF)
                .change("", verdict.finding() + " " + verdict.first() + "-" + verdict.last()));
        return verdict;
    }
}
