package org.photobridge.portal.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.photobridge.portal.engine.Condition;

/** Icon and tone of each condition: what eyes find first; the words beside them say the same. */
@Named("conditionStyle")
@ApplicationScoped
public class ConditionStyle {

    /** A PrimeIcons name. */
    public String icon(String condition) {
        return switch (Condition.valueOf(condition)) {
            case IN_SYNC -> "pi-check-circle";
            case OUT_OF_DATE -> "pi-clone";
            case MISSING_IN_TARGET -> "pi-user-minus";
            case CHANGED_IN_TARGET -> "pi-user-edit";
            case WRITTEN_NOT_SERVED -> "pi-hourglass";
            case KEPT -> "pi-bookmark";
            case NO_SOURCE_PHOTO -> "pi-image";
            case REMOVED_IN_SOURCE -> "pi-trash";
            case NOT_ELIGIBLE -> "pi-ban";
            case EXCLUDED -> "pi-minus-circle";
            case FAILED -> "pi-exclamation-triangle";
            case UNKNOWN -> "pi-question-circle";
        };
    }

    /** {@code good}, {@code warn}, {@code bad} or {@code quiet}. */
    public String tone(String condition) {
        return switch (Condition.valueOf(condition)) {
            case IN_SYNC -> "good";
            case OUT_OF_DATE, MISSING_IN_TARGET, CHANGED_IN_TARGET, WRITTEN_NOT_SERVED, REMOVED_IN_SOURCE -> "warn";
            case FAILED -> "bad";
            case KEPT, NO_SOURCE_PHOTO, NOT_ELIGIBLE, EXCLUDED, UNKNOWN -> "quiet";
        };
    }
}
