package org.photobridge.portal.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import org.photobridge.portal.job.RequestRefusedException;
import org.photobridge.portal.platform.RequestId;
import org.photobridge.portal.platform.Texts;
import org.photobridge.portal.security.AccessRefusedException;
import org.photobridge.spi.ProviderException;

/** Turns whatever goes wrong behind the API into a problem in words; never a stack trace. */
@Provider
public class ApiErrors implements ExceptionMapper<Exception> {
    /** What the server itself refuses, without saying why. */
    private static final Map<Integer, String> SENTENCES = Map.of(
            404, "There is nothing at this address; openapi.yaml lists what there is.",
            405, "This address doesn't take this method; openapi.yaml lists what it takes.",
            406, "The answer is JSON; accept application/json.",
            415, "Send JSON, with the header Content-Type: application/json.");

    private static final Logger LOG = System.getLogger(ApiErrors.class.getName());

    @Override
    public Response toResponse(Exception problem) {
        Exception cause = unwrapped(problem);
        if (cause instanceof AccessRefusedException) {
            return answer(403, "forbidden", "This token's roles don't allow it.");
        }
        if (cause instanceof RequestRefusedException refused) {
            return answer(status(refused), refused.key().replace('.', '-'), words(refused.key()));
        }
        if (cause instanceof ProviderException failed) {
            return answer(502, failed.code(), failed.getMessage());
        }
        if (cause instanceof WebApplicationException web) {
            return refusedByServer(web);
        }
        if (cause instanceof IllegalArgumentException wrong) {
            return answer(400, "bad-request", String.valueOf(wrong.getMessage()));
        }
        if (cause instanceof IOException) {
            return answer(400, "cut-off", "The request couldn't be read to its end.");
        }
        LOG.log(Level.ERROR, "A request to the API failed by a defect", cause);
        return answer(500, "defect", "The portal's log says more, under this request id.");
    }

    private static Response refusedByServer(WebApplicationException web) {
        int status = web.getResponse().getStatus();
        boolean isBare = String.valueOf(web.getMessage()).startsWith("HTTP ");
        String detail = isBare ? SENTENCES.getOrDefault(status, web.getMessage()) : web.getMessage();
        Response answer = answer(status, "http-" + status, detail);
        String allowed = web.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allowed == null
                ? answer
                : Response.fromResponse(answer)
                        .header(HttpHeaders.ALLOW, allowed)
                        .build();
    }

    /** What somebody may not know of looks like what there isn't. */
    private static int status(RequestRefusedException refused) {
        return switch (refused.key()) {
            case "request.refused.limited", "request.refused.not-yours" -> 403;
            case "request.refused.no-person", "request.refused.no-group" -> 404;
            default -> 409;
        };
    }

    /** The container wraps what a transactional service throws. */
    private static Exception unwrapped(Exception problem) {
        Exception cause = problem;
        while (cause.getCause() instanceof RuntimeException inner
                && (cause.getClass().getName().startsWith("jakarta.ejb")
                        || cause.getClass().getName().startsWith("jakarta.transaction"))) {
            cause = inner;
        }
        return cause;
    }

    private static String words(String key) {
        try {
            return Texts.in(Locale.ENGLISH).get(key);
        } catch (MissingResourceException e) {
            return key;
        }
    }

    private static Response answer(int status, String code, String detail) {
        return Response.status(status)
                .type(ApiProblem.MEDIA_TYPE)
                .entity(ApiProblem.of(status, code, detail, RequestId.current().orElse("")))
                .build();
    }
}
