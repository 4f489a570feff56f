package org.photobridge.spi;

import java.util.Objects;

/**
 * Something that a system knows of a person, for the person page.
 *
 * @param label what it is: "Mailbox", "PictureURL"
 * @param value as the system has it, or decoded for people; may be empty; is escaped by whoever shows it
 */
public record Fact(LocalText label, LocalText value) {

    public Fact {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(value, "value");
    }
}
