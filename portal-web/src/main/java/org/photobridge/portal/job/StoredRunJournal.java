package org.photobridge.portal.job;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.photobridge.portal.engine.BatchRecord;
import org.photobridge.portal.engine.BeforeImage;
import org.photobridge.portal.engine.Hold;
import org.photobridge.portal.engine.Intent;
import org.photobridge.portal.engine.Outcome;
import org.photobridge.portal.engine.OutcomeType;
import org.photobridge.portal.engine.PhotoState;
import org.photobridge.portal.engine.RunCounts;
import org.photobridge.portal.engine.RunJournal;
import org.photobridge.portal.engine.StaleRun;
import org.photobridge.portal.platform.Contended;
import org.photobridge.spi.Account;
import org.photobridge.spi.ErrorCategory;

/** The journal of one execution of one run, in the database. */
final class StoredRunJournal implements RunJournal {

    private static final String INSERT_OUTCOME = """
            insert into run_outcome (run_id, account_id, display_name, outcome, condition, reason_code, failure_category,
              detail, at)
            values (:run, :account, :name, :outcome, :condition, :reason, :category, :detail, :at)""";

    private static final String KEEP_UNCHANGED = """
            insert into run_outcome (run_id, account_id, display_name, outcome, condition, reason_code, detail, at)
            select s.last_run_id, s.account_id, coalesce(p.display_name, s.account_id), 'UNCHANGED', s.condition, null, '',
              s.last_checked_at
            from photo_state s
            join run r on r.id = s.last_run_id
            left join person p on p.source_connection_id = :source and p.account_id = s.account_id
            where s.target_connection_id = :target and s.target_key in (<keys>) and s.last_run_id <> :run
              and s.last_outcome = 'UNCHANGED'
              and r.state not in ('SUCCEEDED', 'COMPLETED_WITH_FAILURES', 'FAILED', 'CANCELLED')
              and not exists (select 1 from run_outcome o where o.run_id = s.last_run_id and o.account_id = s.account_id)""";

    /** Which execution of which run this is, and between which connections. */
    record Execution(long runId, long epoch, long sourceConnectionId, long targetConnectionId) {}

    private final Jdbi jdbi;
    private final Execution execution;
    private final BeforeImageRepository beforeImages;
    private final Function<Collection<String>, Set<String>> protectedPeople;
    private final Clock clock;
    private final PhotoStateRepository states;

    StoredRunJournal(
            Jdbi jdbi,
            Execution execution,
            BeforeImageRepository beforeImages,
            Function<Collection<String>, Set<String>> protectedPeople,
            Clock clock) {
        this.jdbi = jdbi;
        this.execution = execution;
        this.beforeImages = beforeImages;
        this.protectedPeople = protectedPeople;
        this.clock = clock;
        this.states = new PhotoStateRepository(execution.sourceConnectionId(), execution.targetConnectionId());
    }

    @Override
    public RunCounts counts() {
        return jdbi.withHandle(this::storedCounts);
    }

    @Override
    public Set<String> recorded(Collection<String> accountIds) {
        if (accountIds.isEmpty()) {
            return Set.of();
        }
        Map<String, String> asked = new HashMap<>();
        accountIds.forEach(id -> asked.put(OutcomeKey.of(id), id));
        return jdbi.withHandle(handle -> {
            Set<String> all = new HashSet<>();
            recordedIn(handle, "select account_id from run_outcome where run_id = :run", asked.keySet())
                    .forEach(key -> all.add(asked.get(key)));
            all.addAll(recordedIn(handle, "select account_id from photo_state where last_run_id = :run", accountIds));
            return all;
        });
    }

    @Override
    public Map<String, PhotoState> states(Collection<String> targetKeys) {
        return jdbi.withHandle(handle -> states.find(handle, targetKeys));
    }

    @Override
    public Set<String> protectedAmong(Collection<String> accountIds) {
        return protectedPeople.apply(accountIds);
    }

    @Override
    public Set<String> intend(List<Intent> intents) {
        return Contended.inTransaction(jdbi, handle -> {
            requireCurrent(handle);
            Set<String> lost = new HashSet<>();
            BeforeImageRepository.Shelf shelf = beforeImages.shelf(handle);
            for (Intent intent : intents) {
                if (!claim(handle, intent, shelf)) {
                    lost.add(intent.targetKey());
                }
            }
            return lost;
        });
    }

    @Override
    public void record(BatchRecord batch) {
        Contended.useTransaction(jdbi, handle -> {
            requireCurrent(handle);
            Instant now = clock.instant();
            SeenPeopleRepository.seen(handle, execution.sourceConnectionId(), batch.people(), now);
            keepForOthers(handle, batch.states());
            Set<String> remembered = saveStates(handle, batch, now);
            batch.released().forEach(key -> states.release(handle, key, execution.runId()));
            insertOutcomes(handle, batch, remembered);
            addCounts(handle, batch.counts());
        });
    }

    @Override
    public void hold(Hold hold) {
        jdbi.useTransaction(handle -> {
            requireCurrent(handle);
            HoldRepository.keep(handle, execution.runId(), hold, clock.instant());
        });
    }

    @Override
    public Optional<BeforeImage> beforeImage(String accountId, OptionalLong ofRun) {
        return beforeImages.find(execution.targetConnectionId(), accountId, ofRun, execution.runId());
    }

    private List<String> recordedIn(Handle handle, String sql, Collection<String> accountIds) {
        return handle.createQuery(sql + " and account_id in (<ids>)")
                .bind("run", execution.runId())
                .bindList("ids", List.copyOf(accountIds))
                .mapTo(String.class)
                .list();
    }

    private boolean claim(Handle handle, Intent intent, BeforeImageRepository.Shelf shelf) {
        boolean claimed = intent.stateVersion() == 0
                ? insertClaimed(handle, intent)
                : states.claim(
                        handle, intent.targetKey(), intent.stateVersion(), execution.runId(), intent.preparedHash());
        if (claimed) {
            intent.before()
                    .ifPresent(snapshot ->
                            shelf.keep(execution.runId(), execution.targetConnectionId(), intent, snapshot));
        }
        return claimed;
    }

    /** A first state, so that there is something to claim; its last run is none, since nothing is recorded yet. */
    private boolean insertClaimed(Handle handle, Intent intent) {
        PhotoState unknown = PhotoState.unknown(intent.targetKey(), intent.accountId(), planId(handle));
        PhotoState promised = new PhotoState(
                unknown.targetKey(),
                unknown.accountId(),
                unknown.ownerPlan(),
                0,
                unknown.condition(),
                unknown.reason(),
                false,
                unknown.source(),
                unknown.target(),
                unknown.absences(),
                unknown.undone(),
                unknown.kept(),
                Optional.of(new PhotoState.OpenIntent(execution.runId(), intent.preparedHash())),
                0);
        return states.save(handle, promised, "", clock.instant());
    }

    private long planId(Handle handle) {
        return handle.createQuery("select plan_id from run where id = :run")
                .bind("run", execution.runId())
                .mapTo(Long.class)
                .one();
    }

    /** A run of the other lane that isn't over yet remembers by the state alone whom it found unchanged. */
    private void keepForOthers(Handle handle, List<PhotoState> states) {
        if (!states.isEmpty()) {
            handle.createUpdate(KEEP_UNCHANGED)
                    .bind("run", execution.runId())
                    .bind("source", execution.sourceConnectionId())
                    .bind("target", execution.targetConnectionId())
                    .bindList("keys", states.stream().map(PhotoState::targetKey).toList())
                    .execute();
        }
    }

    /** Answers whose state was stored: one that moved on meanwhile is left as it is. */
    private Set<String> saveStates(Handle handle, BatchRecord batch, Instant now) {
        Set<String> saved = new HashSet<>();
        Map<String, String> outcomes = batch.outcomes().stream()
                .filter(outcome -> !outcome.targetKey().isEmpty())
                .collect(Collectors.toMap(
                        Outcome::targetKey, outcome -> outcome.type().name(), (first, second) -> first));
        for (PhotoState state : batch.states()) {
            String outcome = outcomes.getOrDefault(state.targetKey(), OutcomeType.UNCHANGED.name());
            if (states.save(handle, state, outcome, now)) {
                saved.add(state.accountId());
            }
        }
        return saved;
    }

    /** Whoever was simply unchanged needs no row, unless no state remembers that this run met them. */
    private void insertOutcomes(Handle handle, BatchRecord batch, Set<String> remembered) {
        Map<String, String> names = new HashMap<>();
        batch.people().forEach((Account person) -> names.put(person.id(), person.displayName()));
        List<Outcome> told = batch.outcomes().stream()
                .filter(outcome -> !outcome.isSimplyUnchanged() || !remembered.contains(outcome.accountId()))
                .toList();
        if (told.isEmpty()) {
            return;
        }
        try (PreparedBatch rows = handle.prepareBatch(INSERT_OUTCOME)) {
            told.forEach(outcome -> bind(rows, outcome, names.getOrDefault(outcome.accountId(), outcome.accountId())));
            rows.execute();
        }
    }

    private void bind(PreparedBatch rows, Outcome outcome, String name) {
        rows.bind("run", execution.runId())
                .bind("account", OutcomeKey.of(outcome.accountId()))
                .bind("name", Cut.to(400, name))
                .bind("outcome", outcome.type())
                .bind("condition", outcome.condition())
                .bind("reason", outcome.reason())
                .bind("category", outcome.category().map(ErrorCategory::name))
                .bind("detail", Cut.to(1000, outcome.detail()))
                .bind("at", outcome.at())
                .add();
    }

    private void addCounts(Handle handle, RunCounts more) {
        handle.createUpdate("update run set counts = :counts, times_waited = 0 where id = :run")
                .bind("counts", RunCountsJson.write(storedCounts(handle).plus(more)))
                .bind("run", execution.runId())
                .execute();
    }

    private RunCounts storedCounts(Handle handle) {
        return handle.createQuery("select counts from run where id = :run")
                .bind("run", execution.runId())
                .mapTo(String.class)
                .map(RunCountsJson::read)
                .one();
    }

    /** Holds the run's row until the transaction ends, so that no other execution comes in between. */
    private void requireCurrent(Handle handle) {
        boolean current = handle.createQuery("select 1 from run where id = :run and epoch = :epoch for update")
                .bind("run", execution.runId())
                .bind("epoch", execution.epoch())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
        if (!current) {
            throw new StaleRun(execution.runId());
        }
    }
}
