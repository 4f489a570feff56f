package org.photobridge.portal.engine;

import java.util.Optional;
import org.photobridge.portal.engine.image.Look;

/**
 * What the target has of a person, as far as a decision needs it.
 *
 * @param fingerprint of the picture that is there; empty if there is none
 * @param look how it looks; empty if that can't be told
 * @param impossible the code of the reason why the target can't hold a picture of this person
 */
record TargetView(Optional<String> fingerprint, Optional<Look> look, Optional<String> impossible) {

    static final TargetView NOTHING = new TargetView(Optional.empty(), Optional.empty(), Optional.empty());

    static TargetView picture(String fingerprint, Optional<Look> look) {
        return new TargetView(Optional.of(fingerprint), look, Optional.empty());
    }

    static TargetView impossible(String code) {
        return new TargetView(Optional.empty(), Optional.empty(), Optional.of(code));
    }
}
