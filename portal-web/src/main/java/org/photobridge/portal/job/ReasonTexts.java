package org.photobridge.portal.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.photobridge.portal.connection.Connections;
import org.photobridge.spi.ErrorEntry;

/** Gives pages the words for conditions, outcomes and reasons, with the names of the two systems that they are about. */
@ApplicationScoped
public class ReasonTexts {

    private final Connections connections;

    protected ReasonTexts() {
        this(null);
    }

    @Inject
    public ReasonTexts(Connections connections) {
        this.connections = connections;
    }

    /** The words about a plan's two connections in one language; good for one request. */
    public PlanWords of(long sourceConnection, long targetConnection, Locale locale) {
        return new PlanWords(
                locale,
                connections.systemName(sourceConnection).get(locale),
                connections.systemName(targetConnection).get(locale),
                code -> explained(sourceConnection, targetConnection, code));
    }

    private Optional<ErrorEntry> explained(long source, long target, String code) {
        return connections.explain(source, code).or(() -> connections.explain(target, code));
    }
}
