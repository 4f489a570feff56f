package org.photobridge.spi;

import java.util.Objects;

/**
 * What the error catalogue says of one code, in words for helpdesk people.
 *
 * @param code a short stable name in lower case with hyphens, for example {@code graph-403-photo}
 * @param cause what happened and what it means
 * @param remedy what to do about it
 * @param fixer who can do it
 * @param tellPerson what the helpdesk can tell the person whose picture it is
 */
public record ErrorEntry(String code, LocalText cause, LocalText remedy, Fixer fixer, LocalText tellPerson) {

    public ErrorEntry {
        if (!code.matches("[a-z0-9][a-z0-9-]{0,79}")) {
            throw new IllegalArgumentException("A code has lower-case letters, digits and hyphens: '" + code + "'");
        }
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(remedy, "remedy");
        Objects.requireNonNull(fixer, "fixer");
        Objects.requireNonNull(tellPerson, "tellPerson");
    }
}
