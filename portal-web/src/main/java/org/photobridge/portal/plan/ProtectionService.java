package org.photobridge.portal.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditEntry;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Caller;
import org.photobridge.portal.security.Role;
import org.photobridge.portal.security.SightRepository;

/** The one list of protected people. */
@ApplicationScoped
@Transactional
public class ProtectionService {
    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_NAME = 300;

    @Inject
    private ProtectedAccountRepository store;

    @Inject
    private SightRepository sight;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    public List<ProtectedPerson> list() {
        Access.require(Role.VIEWER);
        return store.all().stream()
                .map(ProtectedAccount::person)
                .filter(person -> sight.sees(person.sourceConnection(), person.accountId()))
                .toList();
    }

    public Optional<ProtectedPerson> find(long sourceConnection, String accountId) {
        Access.require(Role.VIEWER);
        return store.find(sourceConnection, accountId)
                .map(ProtectedAccount::person)
                .filter(person -> sight.sees(sourceConnection, accountId));
    }

    /** Protects a person; of one who is protected it changes the reason. The reason mustn't be blank. */
    public void protect(long sourceConnection, String accountId, String name, String reason) {
        Access.require(Role.ADMIN);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A protected person has a reason");
        }
        Optional<ProtectedAccount> known = store.find(sourceConnection, accountId);
        ProtectedAccount account =
                known.orElseGet(() -> new ProtectedAccount(sourceConnection, accountId, cut(name, LONGEST_NAME)));
        account.because(
                cut(reason.strip(), LONGEST_REASON), Caller.current().actor().name(), clock.instant());
        if (known.isEmpty()) {
            store.add(account);
        }
        record("person.protected", accountId, name, reason);
    }

    /** Ends a person's protection. The reason mustn't be blank. */
    public void release(long sourceConnection, String accountId, String reason) {
        Access.require(Role.ADMIN);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A release has a reason");
        }
        store.find(sourceConnection, accountId).ifPresent(account -> {
            store.remove(account);
            record("person.released", accountId, account.person().name(), reason);
        });
    }

    /** Who of these accounts is protected; for the portal's own work. */
    public Set<String> protectedAmong(long sourceConnection, Collection<String> accountIds) {
        return store.among(sourceConnection, accountIds);
    }

    private void record(String action, String id, String name, String reason) {
        audit.record(AuditEntry.of(action, new AuditEntry.Subject("person", cut(id, 200), name))
                .because(reason));
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
