package org.photobridge.simulator.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import org.photobridge.simulator.entra.AccessToken;

/** What some Graph may do and another not; all off at the start. */
public final class GraphSwitches {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Clock clock;
    private volatile boolean notModified;
    private volatile Demand demand = new Demand(ClaimsChallenge.NOBODY, 0);

    /** @param notBefore seconds since 1970: the time from which on tokens must be */
    private record Demand(ClaimsChallenge ofWhom, long notBefore) {}

    public GraphSwitches(Clock clock) {
        this.clock = clock;
    }

    /** Whether pictures answer 304 to an If-None-Match that fits (invented: field reports say that it is ignored). */
    public void answerNotModified(boolean on) {
        notModified = on;
    }

    public boolean answersNotModified() {
        return notModified;
    }

    /** Who is challenged from now on. */
    public void challenge(ClaimsChallenge whom) {
        demand = new Demand(whom, clock.instant().getEpochSecond());
    }

    public ClaimsChallenge challenged() {
        return demand.ofWhom();
    }

    /** @throws GraphException the challenge, if this token is to be challenged */
    void admit(AccessToken token) {
        Demand now = demand;
        boolean challenged = switch (now.ofWhom()) {
            case NOBODY -> false;
            case TOKENS_WITHOUT_CLAIMS -> claimed(token) < now.notBefore();
            case EVERYBODY -> true;
        };
        if (challenged) {
            throw GraphException.insufficientClaims(
                    "{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"" + now.notBefore() + "\"}}}");
        }
    }

    private static long claimed(AccessToken token) {
        try {
            return JSON.readTree(token.claimsAskedFor())
                    .at("/access_token/nbf/value")
                    .asLong(0);
        } catch (JsonProcessingException e) {
            return 0;
        }
    }
}
