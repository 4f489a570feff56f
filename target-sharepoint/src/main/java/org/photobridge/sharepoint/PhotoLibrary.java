package org.photobridge.sharepoint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.photobridge.spi.CallContext;

/** Keeps thumbnails in the my-site host's library. */
final class PhotoLibrary {
    /** The largest picture that SharePoint itself takes for a profile. */
    private static final int LARGEST_FILE = 5_000_000;

    private final SharePointHosts hosts;

    PhotoLibrary(SharePointHosts hosts) {
        this.hosts = hosts;
    }

    /** The files that are there; three requests at once. */
    Map<ThumbnailSize, byte[]> read(PictureLocation location, CallContext call) {
        ThumbnailSize[] sizes = ThumbnailSize.values();
        List<ServiceRequest> requests = List.of(sizes).stream()
                .map(size -> ServiceRequest.get(Site.MY_SITE, file(location.path(size)) + "/$value"))
                .toList();
        List<Optional<ServiceAnswer>> answers = hosts.findAll(requests, call);
        Map<ThumbnailSize, byte[]> files = new EnumMap<>(ThumbnailSize.class);
        for (int i = 0; i < sizes.length; i++) {
            ThumbnailSize size = sizes[i];
            answers.get(i).ifPresent(answer -> files.put(size, bounded(answer, location.path(size))));
        }
        return files;
    }

    /** One file; one request. */
    Optional<byte[]> read(PictureLocation location, ThumbnailSize size, CallContext call) {
        return hosts.find(ServiceRequest.get(Site.MY_SITE, file(location.path(size)) + "/$value"), call)
                .map(answer -> bounded(answer, location.path(size)));
    }

    private static byte[] bounded(ServiceAnswer answer, String path) {
        if (answer.body().length > LARGEST_FILE) {
            throw Problem.FILE_TOO_BIG.exception(path + " has " + answer.body().length + " bytes");
        }
        return answer.body();
    }

    /** Writes files, replacing what is there; one request for each, at once. */
    void write(PictureLocation location, Map<ThumbnailSize, byte[]> files, CallContext call) {
        List<ServiceRequest> requests = new ArrayList<>();
        files.forEach((size, bytes) -> requests.add(upload(location, size, bytes)));
        List<byte[]> sent = List.copyOf(files.values());
        List<ServiceAnswer> answers = hosts.sendAll(requests, call);
        for (int i = 0; i < sent.size(); i++) {
            requireStored(answers.get(i), sent.get(i).length);
        }
    }

    private static ServiceRequest upload(PictureLocation location, ThumbnailSize size, byte[] bytes) {
        String path = folder(PictureLocation.folderPath(location.folder())) + "/Files/AddUsingPath(decodedUrl="
                + ODataText.literal(size.fileName(location.base())) + ",overwrite=true)";
        return ServiceRequest.post(Site.MY_SITE, path, "image/jpeg", bytes);
    }

    /** The answer tells the stored length, as a text; a proxy that cut the body would go unnoticed otherwise. */
    private static void requireStored(ServiceAnswer answer, int sent) {
        Optional<String> stored = answer.json().text("Length");
        if (stored.isPresent() && !stored.get().equals(Integer.toString(sent))) {
            throw Problem.NOT_STORED.exception(answer.describe("sent " + sent + " bytes, stored " + stored.get()));
        }
    }

    /** Deletes files; those that aren't there are deleted already. */
    void delete(PictureLocation location, Collection<ThumbnailSize> sizes, CallContext call) {
        List<ServiceRequest> requests = sizes.stream()
                .map(size -> ServiceRequest.delete(Site.MY_SITE, file(location.path(size))))
                .toList();
        hosts.findAll(requests, call);
    }

    private static String file(String path) {
        return "/_api/web/GetFileByServerRelativePath(decodedUrl=" + ODataText.literal(path) + ")";
    }

    static String folder(String path) {
        return "/_api/web/GetFolderByServerRelativePath(decodedUrl=" + ODataText.literal(path) + ")";
    }
}
