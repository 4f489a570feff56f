package org.photobridge.portal.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.photobridge.portal.engine.PhotoState.OpenIntent;
import org.photobridge.spi.TargetSnapshot;

/** The storage of one plan's runs, in memory, with the same promises; {@link #of} gives one run's journal. */
final class MemoryJournal {

    private record ImageKey(long run, String account) {}

    private final Map<String, PhotoState> states = new HashMap<>();
    private final Map<ImageKey, TargetSnapshot> images = new LinkedHashMap<>();
    private final Map<Long, List<Outcome>> outcomes = new HashMap<>();
    private final Map<Long, RunCounts> counts = new HashMap<>();
    private final Set<String> protectedIds = new HashSet<>();
    private final Map<Long, Hold> holds = new HashMap<>();
    private final Map<Long, Long> epochs = new HashMap<>();
    private int records;
    private Runnable beforeIntend = () -> {};
    private Runnable whenProtectedIsAsked = () -> {};
    private Runnable beforeRecord = () -> {};
    private int imagesFit = Integer.MAX_VALUE;

    PhotoState state(String name) {
        return states.values().stream()
                .filter(state -> state.accountId().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No state of " + name));
    }

    boolean knows(String name) {
        return states.values().stream().anyMatch(state -> state.accountId().equals(name));
    }

    void put(PhotoState state) {
        states.put(state.targetKey(), state);
    }

    void protect(String id) {
        protectedIds.add(id);
    }

    void beforeIntend(Runnable action) {
        beforeIntend = action;
    }

    void beforeRecord(Runnable action) {
        beforeRecord = action;
    }

    void whenProtectedIsAsked(Runnable action) {
        whenProtectedIsAsked = action;
    }

    boolean holdsIntents() {
        return states.values().stream().anyMatch(state -> state.openIntent().isPresent());
    }

    void fit(int mostImages) {
        imagesFit = mostImages;
    }

    Optional<Hold> hold(long run) {
        return Optional.ofNullable(holds.get(run));
    }

    int records() {
        return records;
    }

    List<Outcome> outcomes(long run) {
        return outcomes.getOrDefault(run, List.of());
    }

    Outcome outcome(long run, String id) {
        return outcomes(run).stream()
                .filter(outcome -> outcome.accountId().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No outcome of " + id));
    }

    Optional<TargetSnapshot> image(long run, String id) {
        return Optional.ofNullable(images.get(new ImageKey(run, id)));
    }

    /** A journal of a new epoch. */
    RunJournal of(RunSpec spec) {
        long epoch = epochs.merge(spec.runId(), 1L, Long::sum);
        return new OneRun(spec, epoch);
    }

    private final class OneRun implements RunJournal {

        private final RunSpec spec;
        private final long epoch;

        OneRun(RunSpec spec, long epoch) {
            this.spec = spec;
            this.epoch = epoch;
        }

        @Override
        public RunCounts counts() {
            return counts.getOrDefault(spec.runId(), RunCounts.NONE);
        }

        @Override
        public Set<String> recorded(Collection<String> accountIds) {
            Set<String> done =
                    outcomes(spec.runId()).stream().map(Outcome::accountId).collect(Collectors.toSet());
            done.retainAll(accountIds);
            return done;
        }

        @Override
        public Map<String, PhotoState> states(Collection<String> targetKeys) {
            Map<String, PhotoState> found = new HashMap<>(states);
            found.keySet().retainAll(targetKeys);
            return found;
        }

        @Override
        public Set<String> protectedAmong(Collection<String> accountIds) {
            whenProtectedIsAsked.run();
            Set<String> found = new HashSet<>(protectedIds);
            found.retainAll(accountIds);
            return found;
        }

        @Override
        public Set<String> intend(List<Intent> intents) {
            beforeIntend.run();
            requireEpoch();
            if (images.size() + intents.size() > imagesFit) {
                throw new BeforeImagesFull("Room for " + imagesFit);
            }
            Set<String> lost = new HashSet<>();
            intents.stream()
                    .filter(intent -> !claim(intent))
                    .map(Intent::targetKey)
                    .forEach(lost::add);
            return lost;
        }

        private boolean claim(Intent intent) {
            PhotoState now = states.getOrDefault(
                    intent.targetKey(), PhotoState.unknown(intent.targetKey(), intent.accountId(), spec.planId()));
            if (now.version() != intent.stateVersion()) {
                return false;
            }
            states.put(
                    intent.targetKey(),
                    States.of(now)
                            .claimed(true)
                            .openIntent(Optional.of(new OpenIntent(spec.runId(), intent.preparedHash())))
                            .build());
            intent.before()
                    .ifPresent(image -> images.putIfAbsent(new ImageKey(spec.runId(), intent.accountId()), image));
            return true;
        }

        @Override
        public void record(BatchRecord batch) {
            beforeRecord.run();
            requireEpoch();
            records++;
            outcomes.computeIfAbsent(spec.runId(), id -> new ArrayList<>()).addAll(batch.outcomes());
            counts.merge(spec.runId(), batch.counts(), RunCounts::plus);
            batch.states().forEach(this::store);
            batch.released()
                    .forEach(key -> states.computeIfPresent(
                            key,
                            (same, state) -> States.of(state)
                                    .openIntent(Optional.empty())
                                    .build()));
        }

        private void store(PhotoState state) {
            long version = Optional.ofNullable(states.get(state.targetKey()))
                    .map(PhotoState::version)
                    .orElse(0L);
            if (version == state.version()) {
                states.put(state.targetKey(), States.of(state).claimed(true).build());
            }
        }

        private void requireEpoch() {
            if (epochs.get(spec.runId()) != epoch) {
                throw new StaleRun(spec.runId());
            }
        }

        @Override
        public void hold(Hold hold) {
            requireEpoch();
            holds.put(spec.runId(), hold);
        }

        @Override
        public Optional<BeforeImage> beforeImage(String accountId, OptionalLong ofRun) {
            return images.entrySet().stream()
                    .filter(image -> image.getKey().account().equals(accountId))
                    .filter(image -> ofRun.isEmpty()
                            ? image.getKey().run() != spec.runId()
                            : image.getKey().run() == ofRun.getAsLong())
                    .reduce((first, second) -> second)
                    .map(image -> new BeforeImage(image.getKey().run(), image.getValue()));
        }
    }
}
