package org.photobridge.portal.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.photobridge.portal.engine.PhotoState.SourceMemory;
import org.photobridge.portal.engine.image.PictureReader;
import org.photobridge.portal.engine.image.Preparation;
import org.photobridge.spi.Account;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.Capability;
import org.photobridge.spi.PhotoSource;
import org.photobridge.spi.PhotoTarget;
import org.photobridge.spi.ProviderEnd;
import org.photobridge.spi.ProviderException;

/** What all steps of one execution of a run share. */
final class RunContext {

    private static final int MOST_AT_A_TIME = 20;

    final RunSpec spec;
    final PhotoSource source;
    final PhotoTarget target;
    final RunPorts ports;
    final Pace pace;
    final Figures figures;
    final ProviderCalls calls;
    final CallContext sourceCall;
    final CallContext targetCall;
    final Preparation preparation;
    final PictureReader pictures;
    final Decisions decisions;
    final Memory memory;
    final String recipe;
    final Streak streak;

    RunContext(RunSpec spec, PhotoSource source, PhotoTarget target, RunPorts ports, Pace pace) {
        this.spec = spec;
        this.source = source;
        this.target = target;
        this.ports = ports;
        this.pace = pace;
        this.figures = new Figures(ports.control(), ports.journal().counts());
        this.calls = new ProviderCalls(spec, ports.control(), figures, pace);
        this.sourceCall = callTo(source);
        this.targetCall = callTo(target);
        this.preparation = new Preparation(target.renditions());
        this.pictures = new PictureReader(preparation.largest());
        this.recipe = preparation.recipe();
        this.streak = new Streak(pace.clock(), spec);
        this.decisions = new Decisions(spec.rulesNow(), preparation.largest(), spec.replaceAllTheSame());
        this.memory = new Memory(spec.rules(), recipe, spec.replaceAllTheSame());
    }

    private CallContext callTo(ProviderEnd end) {
        return pace.gate().call(end.rateLimits(), spec.lane(), ports.control(), calls.callId(), calls);
    }

    Instant now() {
        return pace.clock().instant();
    }

    RunJournal journal() {
        return ports.journal();
    }

    int batchSize() {
        int both = Math.min(source.maxBatchSize(), target.maxBatchSize());
        return Math.max(1, Math.min(MOST_AT_A_TIME, both));
    }

    boolean targetCan(Capability capability) {
        return target.capabilities().contains(capability);
    }

    /** Whether the target is looked at, however fresh our memory of it is. */
    boolean looksAnyway(Case one) {
        return spec.kind() == RunKind.CHECK || spec.scope().namesAccounts() || memory.isLookDue(one.state, now());
    }

    /** Whether the same source picture answers everything. A refusal by the target is worth another try when we look anyway. */
    boolean trustsMemoryOf(Case one) {
        boolean refusedByTarget = one.state.condition() == Condition.FAILED && !Memory.isAboutThePicture(one.state);
        return memory.isSettled(one.state) && !(refusedByTarget && looksAnyway(one));
    }

    /** These people, with what is stored of them. */
    List<Case> casesOf(Collection<Account> accounts) {
        Map<Account, String> keys = accounts.stream().collect(Collectors.toMap(account -> account, this::keyOf));
        Set<String> known = keys.values().stream().filter(key -> !key.isEmpty()).collect(Collectors.toSet());
        Map<String, PhotoState> states = journal().states(known);
        return accounts.stream()
                .map(account -> caseOf(account, keys.get(account), states))
                .toList();
    }

    /** Nobody's name, however odd, may stop a run. */
    private String keyOf(Account account) {
        try {
            return Border.call(calls.callId(), () -> target.keyOf(account)).orElse("");
        } catch (ProviderException e) {
            return "";
        }
    }

    private Case caseOf(Account account, String key, Map<String, PhotoState> states) {
        PhotoState state = states.getOrDefault(key, PhotoState.unknown(key, account.id(), spec.planId()));
        return new Case(account, key, mine(state, account));
    }

    /** What is stored of one person now. */
    PhotoState stateOf(Case one) {
        PhotoState none = PhotoState.unknown(one.key, one.account.id(), spec.planId());
        return mine(journal().states(Set.of(one.key)).getOrDefault(one.key, none), one.account);
    }

    /** Somebody new may have the key of somebody who left: what we knew of the source's picture isn't hers. */
    private PhotoState mine(PhotoState state, Account account) {
        boolean anotherRun = state.lastRun() != spec.runId();
        return state.accountId().equals(account.id()) || !anotherRun
                ? state
                : States.of(state)
                        .account(account.id())
                        .source(SourceMemory.NONE)
                        .settled(false)
                        .withoutMarks()
                        .build();
    }
}
