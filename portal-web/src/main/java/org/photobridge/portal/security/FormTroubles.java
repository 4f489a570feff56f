package org.photobridge.portal.security;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.photobridge.portal.platform.Texts;

/** What is wrong with a form's fields, in words, for the places beside them. */
final class FormTroubles implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Map<String, String> words = new HashMap<>();

    /** Does what a form asks for; false if fields are wrong, which are then noted. */
    boolean attempt(Locale locale, Runnable work) {
        words.clear();
        try {
            work.run();
            return true;
        } catch (RefusedChangeException e) {
            note(locale, e.troubles());
            return false;
        }
    }

    private void note(Locale locale, List<FieldTrouble> troubles) {
        Texts texts = Texts.in(locale);
        troubles.forEach(trouble -> words.put(trouble.field(), texts.get(trouble.key())));
    }

    Map<String, String> words() {
        return words;
    }
}
