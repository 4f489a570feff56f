package org.photobridge.portal.engine;

import java.util.Arrays;
import java.util.Locale;
import org.photobridge.portal.engine.image.Fault;
import org.photobridge.spi.EligibilityFact;

/** Why something is as it is: the engine's own codes, a closed list. Pages have the words, under {@code reason.<code>}. */
public enum Reason {
    /** On the list of people whose picture nothing of ours changes. */
    PROTECTED,
    /** Left out by the plan. */
    EXCLUDED,
    /** Doesn't pass the plan's filter. */
    FILTERED_OUT,
    GUEST,
    SIGN_IN_BLOCKED,
    NO_MAILBOX_LICENCE,
    MAILBOX_ON_PREMISES,
    SHARED_MAILBOX,
    ROOM_MAILBOX,
    /** The account lacks every identifier that the target could find it by. */
    NO_TARGET_IDENTIFIER,
    OWNED_BY_OTHER_PLAN,
    /** Two accounts of the source are the same person in the target. */
    TARGET_KEY_CLASH,
    /** The source knows nobody by this identifier. */
    UNKNOWN_ACCOUNT,
    NO_SOURCE_PHOTO,
    /** The photo is gone in the source; believed when seen again a day later. */
    ABSENT_ONCE,
    /** Removed in the source, left in the target by rule. */
    REMOVED_IN_SOURCE,
    /** Removed in the source, and the target can't remove pictures. */
    CANNOT_REMOVE,
    /** A person undid our change, and the source's picture is still the same. */
    UNDONE,
    /** The target has a better copy of the same picture. */
    TARGET_IS_BETTER,
    /** Not our picture, kept by rule. */
    CHANGED_IN_TARGET,
    /** Not our picture, somebody should decide. */
    CHANGED_IN_TARGET_ASK,
    /** Not our picture, and somebody has decided to keep it. */
    KEPT_BY_PERSON,
    /** Written, because there was no picture at all. */
    NOTHING_THERE,
    /** The target had a markedly smaller copy of the same picture. */
    TARGET_WAS_SMALLER,
    REPLACED_ALL_THE_SAME,
    /** The source gave no answer for this person. */
    SOURCE_MISSING_ANSWER,
    PICTURE_UNKNOWN_FORMAT,
    PICTURE_HEIC,
    PICTURE_AVIF,
    PICTURE_TOO_MANY_BYTES,
    PICTURE_TOO_MANY_PIXELS,
    /** One or few pixels: a placeholder, no portrait. */
    PICTURE_TOO_SMALL,
    PICTURE_CORRUPT,
    /** Can't be encoded within the bytes that the target takes. */
    PICTURE_DOES_NOT_FIT,
    /** Written, but the source's picture is smaller than the target's largest size. */
    PICTURE_ENLARGED,
    NOT_SERVED_YET,
    /** Written, but couldn't be looked at afterwards. */
    NOT_VERIFIED,
    /** Somebody else of us wrote at the same time. */
    WRITTEN_MEANWHILE,
    /** The target's picture changed while we were deciding. */
    CHANGED_MEANWHILE,
    /** A provider broke its contract; the log has the details. */
    PROVIDER_DEFECT,
    /** A limit of the connection was set lower than what one person needs in one piece. */
    LIMIT_TOO_SMALL,
    /** A health check failed. */
    UNHEALTHY,
    /** Source and target are of different tenants. */
    REALMS_DIFFER,
    /** The source lists fewer people than the plan expects. */
    FEWER_PEOPLE_LISTED,
    /** More removals and overwrites than the plan allows unasked. */
    MANY_CHANGES,
    /** More than 20 people for real while the plan is on trial. */
    PLAN_ON_TRIAL,
    GROUP_NOT_FOUND,
    /** A group's members are hidden from us. */
    GROUP_MEMBERS_HIDDEN,
    /** No room for the previous pictures. */
    PREVIOUS_PICTURES_FULL,
    /** Many people in a row failed for the same reason. */
    MANY_EQUAL_FAILURES,
    PAUSED_BY_PERSON,
    CANCELLED_BY_PERSON,
    SHUTTING_DOWN,
    /** No previous picture is kept. */
    NOTHING_TO_UNDO,
    /** Somebody changed the picture after the write that should be undone. */
    CHANGED_SINCE,
    /** The target can't restore pictures. */
    CANNOT_RESTORE,
    /** The previous picture was put back. */
    PUT_BACK;

    /** Stable, lower case, with hyphens: {@code owned-by-other-plan}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Why a picture that was refused can't be used. */
    public static Reason of(Fault fault) {
        return switch (fault) {
            case UNKNOWN_FORMAT -> PICTURE_UNKNOWN_FORMAT;
            case HEIC -> PICTURE_HEIC;
            case AVIF -> PICTURE_AVIF;
            case TOO_MANY_BYTES -> PICTURE_TOO_MANY_BYTES;
            case TOO_MANY_PIXELS -> PICTURE_TOO_MANY_PIXELS;
            case TOO_SMALL -> PICTURE_TOO_SMALL;
            case CORRUPT -> PICTURE_CORRUPT;
            case DOES_NOT_FIT -> PICTURE_DOES_NOT_FIT;
        };
    }

    static boolean isAboutThePicture(String code) {
        return Arrays.stream(Fault.values()).map(Reason::of).map(Reason::code).anyMatch(code::equals);
    }

    static Reason of(EligibilityFact fact) {
        return valueOf(fact.name());
    }
}
