package org.photobridge.portal.job;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.photobridge.portal.engine.BatchRecord;
import org.photobridge.portal.engine.BeforeImage;
import org.photobridge.portal.engine.Hold;
import org.photobridge.portal.engine.Intent;
import org.photobridge.portal.engine.PhotoState;
import org.photobridge.portal.engine.RunCounts;
import org.photobridge.portal.engine.RunJournal;

/** A journal that tells of each batch, once it is stored. */
record ToldJournal(RunJournal stored, Consumer<RunCounts> listener) implements RunJournal {

    @Override
    public void record(BatchRecord batch) {
        stored.record(batch);
        listener.accept(batch.counts());
    }

    @Override
    public RunCounts counts() {
        return stored.counts();
    }

    @Override
    public Set<String> recorded(Collection<String> accountIds) {
        return stored.recorded(accountIds);
    }

    @Override
    public Map<String, PhotoState> states(Collection<String> targetKeys) {
        return stored.states(targetKeys);
    }

    @Override
    public Set<String> protectedAmong(Collection<String> accountIds) {
        return stored.protectedAmong(accountIds);
    }

    @Override
    public Set<String> intend(List<Intent> intents) {
        return stored.intend(intents);
    }

    @Override
    public void hold(Hold hold) {
        stored.hold(hold);
    }

    @Override
    public Optional<BeforeImage> beforeImage(String accountId, OptionalLong ofRun) {
        return stored.beforeImage(accountId, ofRun);
    }
}
