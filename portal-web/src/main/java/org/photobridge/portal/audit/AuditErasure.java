package org.photobridge.portal.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.photobridge.portal.audit.AuditRepository.Chained;
import org.photobridge.portal.platform.KeyRing;
import org.photobridge.portal.platform.RequestId;
import org.photobridge.portal.platform.TransactionEnd;

/**
 * Takes a person out of the audit without breaking its chain; {@link AuditSeals} says how that can be.
 * <p>The entry that tells of it comes first, and every entry that loses a name refers to it. An entry that had been
 * tampered with before is rewritten as well, but its seal stays wrong: erasing mustn't launder it.
 */
@ApplicationScoped
public class AuditErasure {
    private static final int AT_ONCE = 1000;
    private static final String WRONG = "wrong";

    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditSeals seals;
    private final Optional<TransactionEnd> end;

    /** For the container's proxy only. */
    protected AuditErasure() {
        this.jdbi = null;
        this.clock = null;
        this.seals = null;
        this.end = Optional.empty();
    }

    @Inject
    AuditErasure(DataSource dataSource, Clock clock, KeyRing keys, TransactionEnd end) {
        this.jdbi = Jdbi.create(dataSource);
        this.clock = clock;
        this.seals = new AuditSeals(keys);
        this.end = Optional.of(end);
    }

    /** Outside of a server, where there are no transactions but its own. */
    public AuditErasure(DataSource dataSource, Clock clock, KeyRing keys) {
        this.jdbi = Jdbi.create(dataSource);
        this.clock = clock;
        this.seals = new AuditSeals(keys);
        this.end = Optional.empty();
    }

    /**
     * Takes the person out of every entry; make it the transaction's last step, others wait for it.
     *
     * @param told what is recorded of it; it mustn't name the person
     * @return how many entries named the person
     */
    public int erase(AuditEntry told, Pseudonymisation person) {
        AuditRow row = AuditRow.of(told, Origin.current(), RequestId.current(), clock.instant());
        return end.filter(TransactionEnd::isAhead).isPresent()
                ? jdbi.withHandle(handle -> erase(handle, row, person))
                : jdbi.inTransaction(handle -> erase(handle, row, person));
    }

    /** The long look comes before the lock; what was appended meanwhile is looked at behind it. */
    private int erase(Handle handle, AuditRow told, Pseudonymisation person) {
        List<Chained> naming = new ArrayList<>();
        long seen = naming(handle, 0, person, naming);
        long by = new AuditChain(seals).append(handle, told);
        naming(handle, seen, person, naming);
        naming.forEach(chained -> rewrite(handle, chained, by, person));
        return naming.size();
    }

    /** Adds the entries behind a number that name the person; gives the last number that was looked at. */
    private static long naming(Handle handle, long after, Pseudonymisation person, List<Chained> naming) {
        long seen = after;
        List<Chained> some = AuditRepository.after(handle, seen, AT_ONCE);
        while (!some.isEmpty()) {
            some.stream()
                    .filter(chained -> !without(person, chained.row()).equals(chained.row()))
                    .forEach(naming::add);
            seen = some.get(some.size() - 1).row().number();
            some = AuditRepository.after(handle, seen, AT_ONCE);
        }
        return seen;
    }

    private void rewrite(Handle handle, Chained chained, long by, Pseudonymisation person) {
        AuditRow left = without(person, chained.row());
        String keyId = chained.link().keyId();
        boolean sound = seals.has(keyId) && seals.isText(chained.row(), chained.link());
        AuditRepository.rewrite(handle, left, by, sound ? seals.erased(keyId, by, left) : WRONG);
    }

    private static AuditRow without(Pseudonymisation person, AuditRow row) {
        return new AuditRow(
                row.number(),
                row.at(),
                new Actor(row.actor().kind(), cut(person.in(row.actor().name()), 100)),
                row.address(),
                row.requestId(),
                row.action(),
                new AuditEntry.Subject(
                        row.subject().kind(),
                        cut(person.in(row.subject().id()), 200),
                        cut(person.in(row.subject().name()), 300)),
                row.before().map(text -> cut(person.in(text), 4000)),
                row.after().map(text -> cut(person.in(text), 4000)),
                row.reason().map(text -> cut(person.in(text), 1000)),
                row.erased());
    }

    private static String cut(String text, int longest) {
        return StoredText.of(text, longest);
    }
}
