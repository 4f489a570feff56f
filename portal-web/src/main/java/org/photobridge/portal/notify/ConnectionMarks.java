package org.photobridge.portal.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Remembers which connections are broken, so that each breaking and each mending is one cause. */
@ApplicationScoped
class ConnectionMarks {
    static final String BROKEN = "broken";
    static final String WELL = "well";

    private MarkRepository marks;

    /** For the container's proxy only. */
    protected ConnectionMarks() {}

    @Inject
    ConnectionMarks(MarkRepository marks) {
        this.marks = marks;
    }

    /**
     * Takes how a connection was found.
     *
     * @return what people are to be told, the same as long as a connection stays broken; empty while it is well
     */
    Optional<MarkRepository.Mark> found(long connection, boolean healthy) {
        String name = "connection:" + connection;
        String before = marks.find(name).map(MarkRepository.Mark::mark).orElse(WELL);
        String now = healthy ? WELL : BROKEN;
        boolean changed = !before.equals(now);
        if (changed) {
            marks.put(name, now);
        }
        return changed || !healthy ? marks.find(name) : Optional.empty();
    }
}
