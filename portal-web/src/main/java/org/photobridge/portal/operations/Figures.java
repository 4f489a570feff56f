package org.photobridge.portal.operations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.photobridge.portal.engine.BudgetUse;

/**
 * How things stand at one moment.
 *
 * @param runs unfinished runs by state
 * @param oldestSeconds for how long the oldest queued run of a lane has been waiting, by lane
 * @param tasksDue tasks whose time has come and that no node has taken
 * @param taskLateSeconds for how long the first of these has been due
 * @param budgets what this node uses of what the services allow
 */
record Figures(
        Map<String, Long> runs,
        Map<String, Long> oldestSeconds,
        long tasksDue,
        long taskLateSeconds,
        List<BudgetUse> budgets) {

    static final Figures NONE = new Figures(Map.of(), Map.of(), 0, 0, List.of());

    Figures {
        runs = Map.copyOf(runs);
        oldestSeconds = Map.copyOf(oldestSeconds);
        budgets = List.copyOf(budgets);
    }

    Figures withoutBudgets() {
        return new Figures(runs, oldestSeconds, tasksDue, taskLateSeconds, List.of());
    }

    Optional<BudgetUse> budget(String budget, String limit) {
        return budgets.stream()
                .filter(use -> use.limit().budget().equals(budget)
                        && use.limit().name().equals(limit))
                .findFirst();
    }
}
