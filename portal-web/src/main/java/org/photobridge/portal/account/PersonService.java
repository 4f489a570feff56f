package org.photobridge.portal.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.photobridge.portal.connection.Saved;
import org.photobridge.portal.engine.Condition;
import org.photobridge.portal.engine.RunKind;
import org.photobridge.portal.job.Asking;
import org.photobridge.portal.job.BeforeImageRepository;
import org.photobridge.portal.job.OutcomeRow;
import org.photobridge.portal.job.RequestRefusedException;
import org.photobridge.portal.job.RequestService;
import org.photobridge.portal.job.RunRow;
import org.photobridge.portal.job.RunService;
import org.photobridge.portal.job.Scope;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.plan.ProtectionService;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Caller;
import org.photobridge.portal.security.Role;
import org.photobridge.spi.Account;
import org.photobridge.spi.ProviderException;

/** Shows one person's picture in both systems, says what there is to say about it, and mends it. */
@ApplicationScoped
public class PersonService {

    private static final int TIMELINE = 50;

    @Inject
    private PersonRepository people;

    @Inject
    private Directory directory;

    @Inject
    private PersonReading reading;

    @Inject
    private LiveReadings readings;

    @Inject
    private ProtectionService protection;

    @Inject
    private PlanExclusions exclusions;

    @Inject
    private BeforeImageRepository beforeImages;

    @Inject
    private RequestService requests;

    @Inject
    private RunService runs;

    @Inject
    private Clock clock;

    /**
     * One person as last listed and last checked; asked for live if the table doesn't know them.
     *
     * @throws ProviderException if the person isn't in the table and the directory can't be asked
     */
    public Optional<PersonView> find(Plan plan, String accountId) {
        Access.require(Role.VIEWER);
        Optional<PersonRow> known = people.row(Ends.of(plan), accountId);
        if (known.isEmpty()) {
            directory.these(plan.sourceConnection(), List.of(accountId));
        }
        return known.or(() -> people.row(Ends.of(plan), accountId)).map(row -> view(plan, row));
    }

    private PersonView view(Plan plan, PersonRow row) {
        return new PersonView(
                row,
                people.account(plan.sourceConnection(), row.accountId()).orElseThrow(),
                protection.find(plan.sourceConnection(), row.accountId()),
                plan.who().excluded().containsKey(row.accountId()),
                beforeImages.kept(plan.targetConnection(), row.accountId()));
    }

    /** Starts to read both systems; the answer is there a moment later under the name that this gives. */
    public String startReading(Plan plan, String accountId) {
        Access.require(Role.VIEWER);
        Account account = people.account(plan.sourceConnection(), accountId).orElseThrow();
        LiveReadings.Whom whom = new LiveReadings.Whom(plan.sourceConnection(), accountId);
        return readings.start(whom, owner(), () -> reading.read(plan, newest(plan, account)));
    }

    /** As the directory has the person now; as last listed if it can't say. */
    private Account newest(Plan plan, Account last) {
        try {
            return listed(plan, last);
        } catch (ProviderException e) {
            // The reading of the source's picture says so, and the target can be read all the same.
            return last;
        }
    }

    private Account listed(Plan plan, Account last) {
        return directory.these(plan.sourceConnection(), List.of(last.id())).stream()
                .filter(account -> account.id().equals(last.id()))
                .findFirst()
                .orElse(last);
    }

    /** Where a reading stands; empty if it isn't kept any more, or was somebody else's. */
    Optional<LiveReadings.Status> reading(String token) {
        Access.require(Role.VIEWER);
        return readings.find(token, owner());
    }

    /**
     * What there is to say: from what was read just now if that is there and complete, else from what is stored.
     *
     * <p>A write that failed shows in no picture: as long as the pictures differ, it is what there is to say.
     */
    Saying saying(PersonView person, Optional<SideBySide> read) {
        Access.require(Role.VIEWER);
        PersonRow row = person.row();
        Condition stored = Condition.valueOf(row.condition());
        Optional<SideBySide> fresh = read.filter(SideBySide::isComplete);
        boolean differs = fresh.map(now -> now.found().condition())
                .filter(now -> now == Condition.OUT_OF_DATE || now == Condition.MISSING_IN_TARGET)
                .isPresent();
        boolean useStored = fresh.isEmpty() || differs && stored == Condition.FAILED;
        Condition condition = useStored ? stored : fresh.get().found().condition();
        String reason =
                useStored ? row.reasonCode() : fresh.get().found().reason().orElse("");
        boolean isProtected = person.protection().isPresent();
        Verdict verdict = Verdicts.of(condition, reason, isProtected, row.lastWrittenAt(), clock.instant());
        return new Saying(verdict, condition, reason);
    }

    /** The latest outcomes of this person, the newest first. */
    public List<OutcomeRow> timeline(String accountId) {
        Access.require(Role.VIEWER);
        return runs.ofPerson(accountId, TIMELINE);
    }

    public Optional<RunRow> run(long runId) {
        Access.require(Role.VIEWER);
        return runs.find(runId);
    }

    /** Asks for a sync, a check or an undo of this person. */
    public RequestService.Submitted ask(Plan plan, RunKind kind, PersonRow row) {
        Access.require(Role.OPERATOR);
        return requests.submit(Asking.of(plan.id(), kind, scope(row)));
    }

    /**
     * Asks to replace whatever the target has.
     *
     * @throws RequestRefusedException if the source's picture is gone by now: then it would be a removal
     */
    public RequestService.Submitted replace(Plan plan, PersonRow row, String reason) {
        Access.require(Role.OPERATOR);
        boolean isGone = people.row(Ends.of(plan), row.accountId())
                .filter(known -> known.condition().equals(Condition.REMOVED_IN_SOURCE.name()))
                .isPresent();
        if (isGone) {
            throw new RequestRefusedException("person.replace.gone");
        }
        return anyway(plan, row, reason);
    }

    /** Asks to remove the target's picture, since the source's was removed; the plan's rule may be to leave it. */
    public RequestService.Submitted removeToo(Plan plan, PersonRow row, String reason) {
        Access.require(Role.OPERATOR);
        return anyway(plan, row, reason);
    }

    private RequestService.Submitted anyway(Plan plan, PersonRow row, String reason) {
        return requests.submit(Asking.of(plan.id(), RunKind.SYNC, scope(row)).replacingAnyway(reason));
    }

    /** Protects the person, in all plans; the reason mustn't be blank. */
    public void protect(Plan plan, PersonRow row, String reason) {
        Access.require(Role.ADMIN);
        protection.protect(plan.sourceConnection(), row.accountId(), row.name(), reason);
    }

    /** Ends the person's protection. */
    public void release(Plan plan, PersonRow row, String reason) {
        Access.require(Role.ADMIN);
        protection.release(plan.sourceConnection(), row.accountId(), reason);
    }

    /** Leaves the person out of the plan. */
    public Saved exclude(Plan plan, PersonRow row) {
        Access.require(Role.ADMIN);
        return exclusions.add(plan, List.of(row));
    }

    /** Takes the person into the plan again. */
    public Saved include(Plan plan, PersonRow row) {
        Access.require(Role.ADMIN);
        return exclusions.remove(plan, row.accountId());
    }

    private static Scope scope(PersonRow row) {
        return Scope.account(row.accountId(), row.name());
    }

    private static String owner() {
        return Caller.current().actor().toString();
    }
}
