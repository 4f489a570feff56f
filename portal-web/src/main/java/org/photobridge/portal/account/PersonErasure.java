package org.photobridge.portal.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import org.photobridge.portal.audit.AuditEntry;
import org.photobridge.portal.audit.AuditErasure;
import org.photobridge.portal.audit.Pseudonymisation;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.platform.KeyRing;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Role;
import org.photobridge.spi.Account;

/**
 * Erases a person from all that the portal stores: pictures and what is known of them go, history keeps a pseudonym.
 * <p>The pseudonym is the same in all rows, so that figures and sequences stay true; only who has the portal's
 * encryption key could find out that an id they hold belongs to it. Not reached are backups and log files: they end by
 * their own age. Nor are the pictures in the source and the target, which belong to those systems.
 */
@ApplicationScoped
public class PersonErasure {
    private static final int PSEUDONYM_BYTES = 6;
    private static final String MAC = "HmacSHA256";

    /** What became of it: done, or the run that must end first. */
    public record Erased(Optional<Long> waitsFor) {}

    private final PersonRepository people;
    private final ErasureRepository store;
    private final AuditErasure audit;
    private final KeyRing keys;
    private final LiveReadings readings;
    private final ViewedPictures viewed;

    protected PersonErasure() {
        this(null, null, null, null, null, null);
    }

    @Inject
    PersonErasure(
            PersonRepository people,
            ErasureRepository store,
            AuditErasure audit,
            KeyRing keys,
            LiveReadings readings,
            ViewedPictures viewed) {
        this.people = people;
        this.store = store;
        this.audit = audit;
        this.keys = keys;
        this.readings = readings;
        this.viewed = viewed;
    }

    /** Refuses whoever may not erase anybody. */
    void requireAllowed() {
        Access.requireUnlimited(Role.ADMIN);
    }

    /** What there is of the person, for the question whether to erase it. */
    ErasureRepository.Traces traces(Plan plan, String accountId) {
        Access.requireUnlimited(Role.ADMIN);
        return store.traces(plan.sourceConnection(), accountId);
    }

    /** Who would be erased; empty if nobody is known by this id. */
    public Optional<Account> find(Plan plan, String accountId) {
        Access.requireUnlimited(Role.ADMIN);
        return people.account(plan.sourceConnection(), accountId);
    }

    /**
     * Erases the person; it can't be undone.
     *
     * @param reason mustn't be blank
     * @param leaveOut also leaves the person out of all plans of that source, by nothing but the source's id
     */
    @Transactional
    public Erased erase(Plan plan, String accountId, String reason, boolean leaveOut) {
        Access.requireUnlimited(Role.ADMIN);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("Erasing has a reason");
        }
        long source = plan.sourceConnection();
        Optional<Long> busy = store.runInTheWay(source, accountId);
        if (busy.isEmpty()) {
            erase(source, accountId, reason, leaveOut);
        }
        return new Erased(busy);
    }

    private void erase(long source, String accountId, String reason, boolean leaveOut) {
        Pseudonymisation person = new Pseudonymisation(pseudonym(source, accountId), names(source, accountId));
        String what = store.traces(source, accountId).toString();
        store.forgetExclusion(source, accountId, leaveOut, person.pseudonym());
        store.erase(source, accountId, person);
        LiveReadings.Whom whom = new LiveReadings.Whom(source, accountId);
        readings.forget(whom);
        viewed.forget(whom);
        if (leaveOut) {
            store.exclude(source, accountId, person.pseudonym());
        }
        AuditEntry.Subject subject = new AuditEntry.Subject("person", person.pseudonym(), person.pseudonym());
        audit.erase(
                AuditEntry.of("person.erased", subject)
                        .change(what, leaveOut ? "left out of all plans from now on" : "")
                        .because(person.in(reason.strip())),
                person);
    }

    private Set<String> names(long source, String accountId) {
        Set<String> names = new HashSet<>(store.formerNames(source, accountId));
        names.add(accountId);
        people.account(source, accountId).ifPresent(account -> {
            names.add(account.displayName());
            names.addAll(account.identifiers().values());
        });
        return names;
    }

    private String pseudonym(long source, String accountId) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(keys.derived(keys.currentId(), "pseudonym").orElseThrow());
            byte[] digest = mac.doFinal((source + ":" + accountId).getBytes(StandardCharsets.UTF_8));
            return "person-" + HexFormat.of().formatHex(digest, 0, PSEUDONYM_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
