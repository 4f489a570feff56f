package org.photobridge.portal.job;

import java.util.Objects;

/**
 * What a reason code means, in one language.
 *
 * @param code for tickets
 * @param words a few words for a list
 * @param cause what happened and what it means
 * @param remedy what to do about it
 * @param who who can do it
 * @param tell what to tell the person whose picture it is; empty text if there is nothing of its own to say
 */
public record Explanation(String code, String words, String cause, String remedy, String who, String tell) {

    public Explanation {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(remedy, "remedy");
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(tell, "tell");
    }
}
