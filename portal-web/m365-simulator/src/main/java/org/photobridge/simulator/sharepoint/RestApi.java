package org.photobridge.simulator.sharepoint;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.photobridge.simulator.http.SimRequest;
import org.photobridge.simulator.http.SimResponse;

/** Everything below {@code /_api/} on one host. */
final class RestApi {
    static final String PREFIX = "/_api/";
    private static final Set<String> OPTIONS = Set.of("$select", "$top");

    private final PeopleRest people;
    private final WebRest web;
    private final FormDigests digests;

    /** For one host. */
    RestApi(PeopleRest people, WebRest web, FormDigests digests) {
        this.people = people;
        this.web = web;
        this.digests = digests;
    }

    SimResponse answer(SimRequest request, Caller caller) {
        MetadataLevel level = MetadataLevel.of(request.header("Accept").orElse(""));
        try {
            ODataUrl url = ODataUrl.parse(request.rawPath().substring(PREFIX.length()), request.rawQuery());
            refuseUnknownOptions(url);
            RestCall call = RestCall.of(request, caller, url);
            return route(call, result -> Answers.of(selected(result, url), level, request.baseUrl() + "/_api"));
        } catch (InvalidExpression malformed) {
            return Answers.of(SharePointError.badRequest(malformed.getMessage()), level);
        } catch (SharePointError refused) {
            return Answers.of(refused, level);
        }
    }

    private SimResponse route(RestCall call, Reply reply) throws SharePointError {
        switch (call.at(0).name().toLowerCase(Locale.ROOT)) {
            case PeopleRest.NAME:
                return reply.of(people.answer(call));
            case "web":
                return web.answer(call, reply);
            case "contextinfo":
                return reply.of(contextInfo(call));
            case "sp.userprofiles.profileloader.getprofileloader":
                // Observed: no app-only caller makes profiles, whatever its roles.
                throw SharePointError.unauthorizedOperation();
            default:
                throw call.unknown();
        }
    }

    /** A digest is given to whoever asks (documented). */
    private Result contextInfo(RestCall call) throws SharePointError {
        call.mustBe("POST");
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("FormDigestTimeoutSeconds", (int) FormDigests.LIFE.toSeconds());
        members.put("FormDigestValue", digests.give(call.request().site()));
        members.put("LibraryVersion", SharePointHeaders.LIBRARY_VERSION);
        members.put("SiteFullUrl", call.request().baseUrl().toString());
        members.put("SupportedSchemaVersions", java.util.List.of("14.0.0.0", "15.0.0.0"));
        members.put("WebFullUrl", call.request().baseUrl().toString());
        return new Wrapped("GetContextWebInformation", Entity.complex("SP.ContextWebInformation", members));
    }

    /** Ours: what isn't simulated is refused, lest a filter be taken for granted. */
    private static void refuseUnknownOptions(ODataUrl url) throws SharePointError {
        for (String name : url.query().all().keySet()) {
            if (name.startsWith("$") && !OPTIONS.contains(name.toLowerCase(Locale.ROOT))) {
                throw SharePointError.badRequest("The query option " + name + " is not simulated.");
            }
        }
    }

    private static Result selected(Result result, ODataUrl url) {
        Set<String> members = url.query().value("$select").stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::trim)
                .filter(name -> !name.isEmpty() && !name.equals("*"))
                .collect(Collectors.toSet());
        return members.isEmpty() ? result : result.select(members);
    }
}
