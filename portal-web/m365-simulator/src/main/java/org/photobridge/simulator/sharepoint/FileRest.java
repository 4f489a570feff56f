package org.photobridge.simulator.sharepoint;

import java.util.Locale;
import java.util.UUID;
import org.photobridge.simulator.http.SimResponse;

/** Reads, overwrites and deletes one file. */
final class FileRest {
    private final FileStore store;

    FileRest(FileStore store) {
        this.store = store;
    }

    /**
     * Answers a call about a file.
     *
     * @param next where in the address that stands which follows the file
     */
    SimResponse answer(RestCall call, String path, int next, Reply reply) throws SharePointError {
        switch (call.at(next).name().toLowerCase(Locale.ROOT)) {
            case "":
                return call.method().equals("DELETE") ? delete(call, path) : reply.of(metadata(call, path));
            case "$value":
                return call.method().equals("PUT") ? overwrite(call, path) : content(call, path);
            case "recycle":
                return recycle(call, path, reply);
            default:
                return reply.of(member(call, path, call.at(next)));
        }
    }

    private Result metadata(RestCall call, String path) throws SharePointError {
        call.mustBe("GET");
        return file(path).entity();
    }

    private Result member(RestCall call, String path, Segment wanted) throws SharePointError {
        Entity entity = file(path).entity();
        String name = entity.members().keySet().stream()
                .filter(wanted::is)
                .findFirst()
                .orElseThrow(call::unknown);
        return new Scalar(name, String.valueOf(entity.members().get(name)));
    }

    private SimResponse content(RestCall call, String path) throws SharePointError {
        call.mustBe("GET");
        StoredFile file = file(path);
        return SimResponse.of(200, "application/octet-stream", file.content().read())
                .with("ETag", "\"" + file.id() + "," + file.version() + "\"");
    }

    private SimResponse overwrite(RestCall call, String path) throws SharePointError {
        mayChange(call, path);
        store.write(path, call.request().body());
        return SimResponse.empty(200);
    }

    private SimResponse delete(RestCall call, String path) throws SharePointError {
        mayChange(call, path);
        store.delete(path);
        return SimResponse.empty(200);
    }

    private SimResponse recycle(RestCall call, String path, Reply reply) throws SharePointError {
        call.mustBe("POST");
        mayChange(call, path);
        store.delete(path);
        return reply.of(new Scalar("Recycle", UUID.randomUUID().toString()));
    }

    /** Documented: the right to write, the file, and its version if the client names one. */
    private void mayChange(RestCall call, String path) throws SharePointError {
        if (!call.caller().mayWriteFiles()) {
            throw SharePointError.accessDenied();
        }
        String current = file(path).etag();
        String wanted = call.request().header("If-Match").orElse("*");
        if (!wanted.equals("*") && !wanted.equals(current)) {
            throw SharePointError.of(
                    412,
                    -1,
                    "Microsoft.SharePoint.Client.ClientServiceException",
                    "The request ETag value '" + wanted + "' does not match the object's ETag value '" + current
                            + "'.");
        }
    }

    private StoredFile file(String path) throws SharePointError {
        return store.find(path).orElseThrow(() -> SharePointError.fileMissing(path));
    }
}
