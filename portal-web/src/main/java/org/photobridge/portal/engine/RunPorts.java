package org.photobridge.portal.engine;

import java.util.Objects;

/** What one execution of a run needs from around it. */
public record RunPorts(RunJournal journal, RunControl control, HealthMemory health, PreviewStore previews) {

    public RunPorts {
        Objects.requireNonNull(journal, "journal");
        Objects.requireNonNull(control, "control");
        Objects.requireNonNull(health, "health");
        Objects.requireNonNull(previews, "previews");
    }
}
