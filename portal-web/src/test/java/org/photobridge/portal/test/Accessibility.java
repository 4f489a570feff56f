package org.photobridge.portal.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.ResultType;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;

/** Asks axe about a page: no violation of level serious or above, but for a reviewed list of PrimeFaces' own. */
final class Accessibility {
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    /** Reviewed: rule ids that PrimeFaces' own markup breaks, each with the reason why we can't mend it. */
    private static final Set<String> EXCEPTIONS = Set.of();

    private Accessibility() {}

    static void assertNoSeriousViolation(Page page, String where) {
        List<String> violations = axe(page).analyze().getViolations().stream()
                .filter(rule -> SERIOUS.contains(rule.getImpact()))
                .filter(rule -> !EXCEPTIONS.contains(rule.getId()))
                .map(Accessibility::words)
                .toList();
        assertThat(violations).as("axe about " + where).isEmpty();
    }

    /** In the page itself, as none of ours has frames: axe's other way opens one more page for each question. */
    private static AxeBuilder axe(Page page) {
        AxeRunOptions violationsOnly = new AxeRunOptions();
        violationsOnly.setResultTypes(List.of(ResultType.Violations.getKey()));
        return new AxeBuilder(page).options(violationsOnly).setLegacyMode(true);
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }
}
