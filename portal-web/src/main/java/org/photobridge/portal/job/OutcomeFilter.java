package org.photobridge.portal.job;

import java.io.Serializable;
import java.util.Objects;

/**
 * Which outcomes of a run a list shows; empty texts for all.
 *
 * @param outcome an outcome's name in code
 * @param reason a reason's code
 * @param text part of a person's name
 */
public record OutcomeFilter(String outcome, String reason, String text) implements Serializable {

    public static final OutcomeFilter ALL = new OutcomeFilter("", "", "");

    public OutcomeFilter {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(text, "text");
    }

    public static OutcomeFilter outcome(String name) {
        return new OutcomeFilter(name, "", "");
    }
}
