package org.photobridge.simulator.sharepoint;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.photobridge.simulator.http.SimRequest;
import org.photobridge.simulator.http.SimResponse;
import org.photobridge.simulator.http.Site;

/** The REST face of one host's root web: what it is, its folders and its files. */
final class WebRest {
    private final FileRest files;
    private final FolderRest folders;
    private final int language;
    private final ProfileStore profiles;

    WebRest(FileStore store, int language, ProfileStore profiles) {
        this.files = new FileRest(store);
        this.folders = new FolderRest(store, files);
        this.language = language;
        this.profiles = profiles;
    }

    SimResponse answer(RestCall call, Reply reply) throws SharePointError {
        if (!call.caller().mayReadFiles()) {
            throw SharePointError.accessDenied();
        }
        String member = call.at(1).name().toLowerCase(Locale.ROOT);
        switch (member) {
            case "":
                return reply.of(web(call.request()));
            case "getfolderbyserverrelativepath", "getfolderbyserverrelativeurl", "getfolderbyid":
                return folders.answer(call, Paths.of(call, call.at(1)), 2, reply);
            case "folders":
                return folders.answer(call, "/", 1, reply);
            case "getfilebyserverrelativepath", "getfilebyserverrelativeurl":
                return files.answer(call, Paths.of(call, call.at(1)), 2, reply);
            case "ensureuser":
                return reply.of(ensureUser(call));
            default:
                return reply.of(member(call, web(call.request())));
        }
    }

    private static Result member(RestCall call, Entity web) throws SharePointError {
        String name = web.members().keySet().stream()
                .filter(call.at(1)::is)
                .findFirst()
                .orElseThrow(call::unknown);
        return new Scalar(name, String.valueOf(web.members().get(name)));
    }

    private Entity web(SimRequest request) {
        URI base = request.baseUrl();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("Created", "2019-03-04T08:00:00");
        members.put("Description", "");
        members.put(
                "Id",
                UUID.nameUUIDFromBytes(base.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString());
        members.put("Language", language);
        members.put("ServerRelativeUrl", "/");
        members.put("Title", "");
        members.put("Url", base.toString());
        members.put("WebTemplate", template(request.site()));
        return new Entity("SP.Web", "SP.ApiData.Webs", "Web", members);
    }

    /** The template's name (documented); the root site's is one of several that a tenant may have. */
    private static String template(Site site) {
        return switch (site) {
            case ADMIN -> "TENANTADMIN";
            case MY -> "SPSMSITEHOST";
            default -> "SITEPAGEPUBLISHING";
        };
    }

    /** Puts a known person on the site's list; it makes no profile (inferred). */
    private Result ensureUser(RestCall call) throws SharePointError {
        call.mustBe("POST");
        String logon = call.argument(call.at(1), "logonName")
                .orElseThrow(() -> SharePointError.badRequest("The parameter logonName is missing."));
        return profiles.person(logon)
                .map(person -> user(logon, person.displayName()))
                .orElseThrow(() -> SharePointError.of(
                        400,
                        -2146232832,
                        "Microsoft.SharePoint.SPException",
                        "The specified user " + logon + " could not be found."));
    }

    private static Entity user(String logon, String title) {
        Map<String, Object> members = new LinkedHashMap<>();
        int id = 10 + Math.floorMod(logon.hashCode(), 100_000);
        members.put("Id", id);
        members.put("IsHiddenInUI", false);
        members.put("LoginName", logon);
        members.put("Title", title);
        members.put("PrincipalType", 1);
        members.put("IsSiteAdmin", false);
        return new Entity("SP.User", "SP.ApiData.Users", "Web/GetUserById(" + id + ")", members);
    }
}
