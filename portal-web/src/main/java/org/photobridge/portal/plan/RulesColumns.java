package org.photobridge.portal.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.photobridge.portal.engine.Guards;
import org.photobridge.portal.engine.NotOurs;
import org.photobridge.portal.engine.OnRemoval;
import org.photobridge.portal.engine.Rules;
import org.photobridge.spi.EligibilityFact;

/** A plan's rules as columns of its row. */
@Embeddable
public class RulesColumns {
    @Enumerated(EnumType.STRING)
    @Column(name = "not_ours")
    private NotOurs notOurs;

    @Enumerated(EnumType.STRING)
    @Column(name = "on_removal")
    private OnRemoval onRemoval;

    @Column(name = "keep_better")
    private boolean keepBetter;

    @Column(name = "excluded_facts")
    private String excludedFacts;

    @Column(name = "look_again_days")
    private int lookAgainDays;

    @Column(name = "guard_percent")
    private int guardPercent;

    @Column(name = "fewest_people")
    private long fewestPeople;

    /** For JPA only. */
    protected RulesColumns() {}

    RulesColumns(Rules rules) {
        notOurs = rules.notOurs();
        onRemoval = rules.onRemoval();
        keepBetter = rules.keepBetter();
        excludedFacts = rules.excludedFacts().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        lookAgainDays = (int) rules.lookAgain().toDays();
        guardPercent = rules.guards().percent();
        fewestPeople = rules.guards().fewestPeople();
    }

    Rules rules() {
        return Rules.defaults()
                .with(notOurs)
                .with(onRemoval)
                .keepingBetter(keepBetter)
                .excludingFacts(facts())
                .lookingAgainAfter(Duration.ofDays(lookAgainDays))
                .with(new Guards(guardPercent, fewestPeople));
    }

    private Set<EligibilityFact> facts() {
        return Arrays.stream(excludedFacts.split(","))
                .filter(name -> !name.isBlank())
                .map(EligibilityFact::valueOf)
                .collect(Collectors.toSet());
    }
}
