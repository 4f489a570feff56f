package org.photobridge.simulator.sharepoint;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.photobridge.simulator.http.SimResponse;

/** Lists a folder, adds files and folders to it. */
final class FolderRest {
    /** Documented: longer listings run into the list view threshold. */
    private static final int MOST_LISTED = 5000;

    private final FileStore store;
    private final FileRest files;

    FolderRest(FileStore store, FileRest files) {
        this.store = store;
        this.files = files;
    }

    /**
     * Answers a call about a folder.
     *
     * @param next where in the address that stands which follows the folder
     */
    SimResponse answer(RestCall call, String path, int next, Reply reply) throws SharePointError {
        String folder = store.folder(path).orElseThrow(SharePointError::folderMissing);
        Segment member = call.at(next);
        switch (member.name().toLowerCase(Locale.ROOT)) {
            case "":
                call.mustBe("GET");
                return reply.of(entity(folder));
            case "files":
                return filesOf(call, folder, next, reply);
            case "folders":
                return foldersOf(call, folder, next, reply);
            default:
                return reply.of(member(call, folder, member));
        }
    }

    private SimResponse filesOf(RestCall call, String folder, int next, Reply reply) throws SharePointError {
        Segment files = call.at(next);
        Segment method = call.at(next + 1);
        if (!files.arguments().isEmpty()) {
            String name = files.text("").orElse("");
            return this.files.answer(call, within(folder, name), next + 1, reply);
        }
        switch (method.name().toLowerCase(Locale.ROOT)) {
            case "":
                call.mustBe("GET");
                return reply.of(list(call, folder));
            case "add":
                return reply.of(upload(call, folder, Paths.guessed(required(method, "url")), method));
            case "addusingpath":
                return reply.of(upload(call, folder, required(method, "decodedUrl"), method));
            case "getbypathorname", "getbyurl":
                return this.files.answer(call, within(folder, method.text("").orElse("")), next + 2, reply);
            default:
                throw call.unknown();
        }
    }

    private Result list(RestCall call, String folder) throws SharePointError {
        int top = top(call);
        List<StoredFile> listed = store.files(folder, Math.min(top, MOST_LISTED + 1));
        if (listed.size() > MOST_LISTED) {
            throw SharePointError.of(
                    500,
                    -2147024860,
                    "Microsoft.SharePoint.SPQueryThrottledException",
                    "The attempted operation is prohibited because it exceeds the list view threshold.");
        }
        return new Items(
                "SP.ApiData.Files1", listed.stream().map(StoredFile::entity).toList());
    }

    private static int top(RestCall call) throws SharePointError {
        String top = call.url().query().value("$top").orElse(Integer.toString(Integer.MAX_VALUE));
        try {
            return Math.max(0, Integer.parseInt(top.trim()));
        } catch (NumberFormatException e) {
            throw SharePointError.badRequest("The query string \"$top\" is not valid.");
        }
    }

    private Result upload(RestCall call, String folder, String name, Segment method) throws SharePointError {
        call.mustBe("POST");
        mayWrite(call);
        String path = within(folder, Paths.checkedName(name));
        boolean overwrite = method.argument("overwrite")
                .filter(argument -> !argument.name().isEmpty())
                .map(argument -> argument.value().isTrue())
                .orElse(false);
        Optional<StoredFile> there = store.find(path);
        if (there.isPresent() && !overwrite) {
            throw SharePointError.of(
                    400,
                    -2130575257,
                    "Microsoft.SharePoint.SPException",
                    "A file with the name " + path.substring(1) + " already exists. It was last modified by "
                            + "SharePoint App on " + there.get().modified() + ".");
        }
        return store.write(path, call.request().body()).entity();
    }

    private SimResponse foldersOf(RestCall call, String folder, int next, Reply reply) throws SharePointError {
        Segment method = call.at(next + 1);
        if (!call.at(next).arguments().isEmpty()) {
            String name = call.at(next).text("").orElse("");
            return answer(call, within(folder, name), next + 1, reply);
        }
        switch (method.name().toLowerCase(Locale.ROOT)) {
            case "":
                call.mustBe("GET");
                List<Entity> below =
                        store.subfolders(folder).stream().map(this::entity).toList();
                return reply.of(new Items("SP.ApiData.Folders1", below));
            case "addusingpath":
                return reply.of(add(call, folder, required(method, "decodedUrl")));
            case "add":
                return reply.of(add(call, folder, Paths.guessed(required(method, "url"))));
            default:
                throw call.unknown();
        }
    }

    /** A folder that is there already is answered like a new one (observed). */
    private Result add(RestCall call, String folder, String name) throws SharePointError {
        call.mustBe("POST");
        mayWrite(call);
        String path = name.startsWith("/") ? Paths.absolute(name) : within(folder, name);
        if (store.folder(FileStore.parent(path)).isEmpty()) {
            throw SharePointError.folderMissing();
        }
        Paths.checkedName(FileStore.name(path));
        store.addFolder(path);
        return entity(store.folder(path).orElse(path));
    }

    private Result member(RestCall call, String folder, Segment wanted) throws SharePointError {
        Entity entity = entity(folder);
        String name = entity.members().keySet().stream()
                .filter(wanted::is)
                .findFirst()
                .orElseThrow(call::unknown);
        return new Scalar(name, String.valueOf(entity.members().get(name)));
    }

    private Entity entity(String path) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("Exists", true);
        members.put("ExistsAllowThrowForPolicyFailures", true);
        members.put("IsWOPIEnabled", false);
        members.put("ItemCount", store.countOfFiles(path));
        members.put("Name", FileStore.name(path));
        members.put("ProgID", null);
        members.put("ServerRelativeUrl", path);
        members.put("TimeCreated", "2019-03-04T08:00:00Z");
        members.put("TimeLastModified", "2019-03-04T08:00:00Z");
        members.put(
                "UniqueId",
                UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8)).toString());
        members.put("WelcomePage", "");
        String address = "Web/GetFolderByServerRelativePath(decodedurl='"
                + PercentEncoding.encodePath(path.replace("'", "''")) + "')";
        return new Entity("SP.Folder", "SP.ApiData.Folders1", address, members);
    }

    private static void mayWrite(RestCall call) throws SharePointError {
        if (!call.caller().mayWriteFiles()) {
            throw SharePointError.accessDenied();
        }
    }

    private static String required(Segment method, String name) throws SharePointError {
        return method.text(name)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> SharePointError.badRequest("The parameter " + name + " is missing."));
    }

    private static String within(String folder, String name) {
        return (folder.equals("/") ? "" : folder) + "/" + name;
    }
}
