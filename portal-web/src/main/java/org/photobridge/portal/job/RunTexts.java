package org.photobridge.portal.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.photobridge.portal.connection.Connections;
import org.photobridge.portal.engine.Gate;
import org.photobridge.portal.plan.Plan;
import org.photobridge.portal.plan.PlanService;
import org.photobridge.portal.platform.Texts;
import org.photobridge.portal.security.Access;
import org.photobridge.portal.security.Role;

/** Gives pages the words for runs, with the names of the systems that each run is about. */
@ApplicationScoped
public class RunTexts {

    @Inject
    private PlanService plans;

    @Inject
    private Connections connections;

    @Inject
    private ReasonTexts reasons;

    @Inject
    private Gate gate;

    @Inject
    private Clock clock;

    /** The words in one language; good for one request. */
    public RunWords in(Locale locale) {
        Access.require(Role.VIEWER);
        Map<Long, PlanWords> known = new HashMap<>();
        return new RunWords(locale, clock, new RunWords.Names() {
            @Override
            public PlanWords of(long planId) {
                return known.computeIfAbsent(planId, id -> words(id, locale));
            }

            @Override
            public Optional<String> systemThatSays(long planId, String code) {
                return plans.find(planId).flatMap(plan -> system(plan, code, locale));
            }

            @Override
            public Optional<String> limit(String name) {
                return gate.use().stream()
                        .filter(use -> use.limit().name().equals(name))
                        .map(use -> use.limit().label().get(locale))
                        .findFirst();
            }
        });
    }

    /** A run outlives its plan; then its systems have no names any more. */
    private PlanWords words(long planId, Locale locale) {
        return plans.find(planId)
                .map(plan -> reasons.of(plan.sourceConnection(), plan.targetConnection(), locale))
                .orElseGet(() -> nameless(locale));
    }

    private static PlanWords nameless(Locale locale) {
        Texts texts = Texts.in(locale);
        return new PlanWords(
                locale, texts.get("run.system.source"), texts.get("run.system.target"), code -> Optional.empty());
    }

    private Optional<String> system(Plan plan, String code, Locale locale) {
        if (connections.explain(plan.sourceConnection(), code).isPresent()) {
            return Optional.of(connections.systemName(plan.sourceConnection()).get(locale));
        }
        return connections
                .explain(plan.targetConnection(), code)
                .map(entry -> connections.systemName(plan.targetConnection()).get(locale));
    }
}
