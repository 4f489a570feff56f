package org.photobridge.portal.engine;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.photobridge.spi.Account;
import org.photobridge.spi.EligibilityFact;

/** Says who is left out before anything is read, and why. */
record Scoping(RunSpec spec) {

    /** Leaves out whoever must be. */
    void apply(Collection<Case> cases, Set<String> protectedIds) {
        Set<String> keys = new HashSet<>();
        for (Case one : cases) {
            verdict(one, protectedIds, keys).ifPresent(one::decide);
        }
    }

    private Optional<Decision> verdict(Case one, Set<String> protectedIds, Set<String> keys) {
        if (one.key.isEmpty()) {
            return Optional.of(Decision.skip(Condition.NOT_ELIGIBLE, Reason.NO_TARGET_IDENTIFIER));
        }
        if (one.state.ownerPlan() != spec.planId()) {
            return Optional.of(Decision.skip(one.state.condition(), Reason.OWNED_BY_OTHER_PLAN));
        }
        boolean clash =
                one.state.lastRun() == spec.runId() && !one.state.accountId().equals(one.account.id());
        if (!keys.add(one.key) || clash) {
            return Optional.of(Decision.fail(Failures.of(Reason.TARGET_KEY_CLASH, one.key)));
        }
        return leftOut(one.account, protectedIds);
    }

    /** How many of these a run would take by what the source says of them. */
    long countWanted(Collection<Account> accounts, RunJournal journal) {
        Set<String> ids = accounts.stream().map(Account::id).collect(Collectors.toSet());
        Set<String> protectedIds = ids.isEmpty() ? Set.of() : journal.protectedAmong(ids);
        return accounts.stream()
                .filter(account -> leftOut(account, protectedIds).isEmpty())
                .count();
    }

    private Optional<Decision> leftOut(Account account, Set<String> protectedIds) {
        if (protectedIds.contains(account.id())) {
            return Optional.of(Decision.skip(Condition.EXCLUDED, Reason.PROTECTED));
        }
        if (spec.rules().excludedAccounts().contains(account.id())) {
            return Optional.of(Decision.skip(Condition.EXCLUDED, Reason.EXCLUDED));
        }
        if (!passesFilter(account)) {
            return Optional.of(Decision.skip(Condition.EXCLUDED, Reason.FILTERED_OUT));
        }
        return notEligible(account).map(fact -> Decision.skip(Condition.NOT_ELIGIBLE, Reason.of(fact)));
    }

    private boolean passesFilter(Account account) {
        for (Map.Entry<String, Set<String>> wanted : spec.rules().onlyWith().entrySet()) {
            String value = account.attribute(wanted.getKey()).orElse("");
            if (wanted.getValue().stream().noneMatch(value::equalsIgnoreCase)) {
                return false;
            }
        }
        return true;
    }

    private Optional<EligibilityFact> notEligible(Account account) {
        Set<EligibilityFact> facts = new TreeSet<>(account.facts());
        facts.retainAll(spec.rules().excludedFacts());
        facts.remove(EligibilityFact.FACTS_UNAVAILABLE);
        return facts.stream().findFirst();
    }

    /** Which of the identifiers that were asked for name nobody of these. */
    static List<String> unknown(List<String> asked, Collection<Account> found) {
        Set<String> names = new HashSet<>();
        for (Account account : found) {
            names.add(account.id().toLowerCase(Locale.ROOT));
            account.identifiers().values().forEach(value -> names.add(value.toLowerCase(Locale.ROOT)));
        }
        return asked.stream()
                .filter(identifier -> !names.contains(identifier.toLowerCase(Locale.ROOT)))
                .toList();
    }
}
