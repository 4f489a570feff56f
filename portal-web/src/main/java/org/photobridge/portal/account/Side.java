package org.photobridge.portal.account;

import java.util.List;
import java.util.Optional;
import org.photobridge.spi.Fact;

/**
 * What was read just now of one person in one system.
 *
 * @param code why there is no picture, or none that can be shown; empty text if there is one
 * @param detail technical detail in English for tickets; may be empty
 * @param facts what the system knows of the person
 * @param factsCode why the facts couldn't be read; empty text if they could
 */
record Side(
        State state, String code, String detail, Optional<ViewPicture> picture, List<Fact> facts, String factsCode) {

    /** What is to be seen. */
    enum State {
        PICTURE,
        /** There is one, but it can't be shown: it can't be opened, or lies elsewhere. */
        UNSHOWN,
        NONE,
        FAILED
    }

    static Side of(State state, String code, String detail) {
        return new Side(state, code, detail, Optional.empty(), List.of(), "");
    }

    static Side of(ViewPicture picture) {
        return new Side(State.PICTURE, "", "", Optional.of(picture), List.of(), "");
    }

    Side with(List<Fact> known) {
        return new Side(state, code, detail, picture, known, factsCode);
    }

    Side withoutFacts(String why) {
        return new Side(state, code, detail, picture, facts, why);
    }

    /** The codes and the detail, for tickets; may be empty. */
    String technical() {
        return String.join(" ", code, detail, factsCode).strip();
    }
}
