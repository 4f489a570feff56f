package org.photobridge.portal.retention;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.photobridge.portal.platform.Keeping;
import org.photobridge.portal.platform.Texts;

/** The form in which admins choose how long things are kept. */
@Named
@ViewScoped
public class RetentionPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private RetentionService service;

    private final Map<String, String> typed = new HashMap<>();
    private final Map<String, String> problems = new HashMap<>();

    /** Called before anything is drawn: refuses whoever may not choose. */
    public void load() {
        service.current().forEach((what, value) -> typed.put(what.name(), Integer.toString(value)));
    }

    /** Stores what was typed, or says beside each field what is wrong with it. */
    public void save() {
        problems.clear();
        Map<Keeping, Integer> chosen = new EnumMap<>(Keeping.class);
        for (Keeping what : Keeping.values()) {
            String text = typed.getOrDefault(what.name(), "").strip();
            if (isWithin(what, text)) {
                chosen.put(what, Integer.valueOf(text));
            } else {
                problems.put(
                        what.name(), Texts.in(Faces.getLocale()).get("retention.problem", what.least(), what.most()));
            }
        }
        if (problems.isEmpty()) {
            service.save(chosen);
            Messages.addGlobalInfo("retention.saved");
        }
    }

    private static boolean isWithin(Keeping what, String text) {
        return text.matches("\\d{1,9}")
                && Integer.parseInt(text) >= what.least()
                && Integer.parseInt(text) <= what.most();
    }

    public Keeping[] getAll() {
        return Keeping.values();
    }

    public long getPictureMegabytes() {
        return service.pictureMegabytes();
    }

    /** What was typed, by the name of what is kept. */
    public Map<String, String> getTyped() {
        return typed;
    }

    public Map<String, String> getProblems() {
        return problems;
    }
}
