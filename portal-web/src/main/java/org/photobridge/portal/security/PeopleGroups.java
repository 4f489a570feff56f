package org.photobridge.portal.security;

import java.util.List;

/**
 * The groups of people that an account or a token can be limited to.
 * <p>Sign-in knows no directory; whoever does offers this.
 */
public interface PeopleGroups {
    /** A source connection. */
    record Source(long connectionId, String name) {}

    /** A group of a source. */
    record Choice(String id, String name) {}

    /** The directory couldn't be asked; the message says why. */
    final class NoAnswerException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NoAnswerException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    List<Source> sources();

    /**
     * The first groups whose name begins with a text.
     *
     * @throws NoAnswerException if the directory can't be asked
     */
    List<Choice> find(long connectionId, String text);
}
