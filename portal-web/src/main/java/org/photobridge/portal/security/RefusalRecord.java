package org.photobridge.portal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.photobridge.portal.audit.Audit;
import org.photobridge.portal.audit.AuditEntry;

/** Records at the border what a caller was refused, wherever behind it that was noticed. */
@ApplicationScoped
public class RefusalRecord {
    private static final int LONGEST_PATH = 200;

    @Inject
    private Audit audit;

    /** Forgets what an earlier request on this thread left behind. */
    public void begin() {
        Access.takeRefusal();
    }

    /** Records the refusal since the beginning, if there was one. */
    @Transactional
    public void end(String method, String path) {
        Access.takeRefusal().ifPresent(why -> {
            String id = path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH);
            audit.record(AuditEntry.of("access.refused", new AuditEntry.Subject("path", id, method + " " + id))
                    .because(why));
        });
    }
}
