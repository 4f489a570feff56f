package org.photobridge.sharepoint;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.Permit;

/**
 * Finds the folder that the tenant keeps its thumbnails in. SharePoint named it in the my-site host's language when the
 * first picture came, so its name is found out and never assumed.
 */
final class PhotoFolders {
    private static final String ENGLISH = "Profile Pictures";

    /** By the Windows language number of the my-site host's root web. Others are as rare as they are unknown. */
    private static final Map<Long, String> NAMES = Map.of(
            1033L, ENGLISH,
            1031L, "Profilbilder",
            1043L, "Profielafbeeldingen",
            1046L, "Imagens de Perfil",
            2070L, "Imagens de Perfil");

    private final SharePointHosts hosts;
    private final Set<String> existing = ConcurrentHashMap.newKeySet();
    private volatile Optional<String> found = Optional.empty();

    PhotoFolders(SharePointHosts hosts) {
        this.hosts = hosts;
    }

    /**
     * The tenant's folder, or the name of the one to make. Asked of SharePoint once; changes nothing.
     *
     * @throws org.photobridge.spi.ProviderException if the host has no library for people's pictures
     */
    String folder(CallContext call) {
        if (found.isEmpty()) {
            try (Permit permit = call.acquire(LimitNames.requests(2))) {
                found = Optional.of(discover(call));
            }
        }
        return found.orElseThrow();
    }

    /**
     * Whether the library has this folder. A person's own PictureURL may name any: none is read, written or made because
     * of that alone.
     */
    boolean contains(String folder, CallContext call) {
        return folder(call).equalsIgnoreCase(folder) || existing.stream().anyMatch(folder::equalsIgnoreCase);
    }

    /** Makes the folder if a tenant where nobody ever had a picture lacks it; at most two requests, and then none. */
    void ensure(String folder, CallContext call) {
        if (existing.contains(folder)) {
            return;
        }
        ServiceRequest look = ServiceRequest.get(Site.MY_SITE, PhotoLibrary.folder(PictureLocation.folderPath(folder)));
        if (hosts.find(look, call).filter(PhotoFolders::exists).isEmpty()) {
            hosts.send(create(folder), call);
        }
        existing.add(folder);
    }

    /** How many requests {@link #ensure} may make. */
    int requestsToEnsure(String folder) {
        return existing.contains(folder) ? 0 : 2;
    }

    /** SharePoint may answer 200 for a folder that isn't there, and say so inside. */
    private static boolean exists(ServiceAnswer answer) {
        Json folder = answer.json();
        return !folder.has("Exists") || folder.get("Exists").isTrue();
    }

    private static ServiceRequest create(String folder) {
        String path = "/_api/web/folders/AddUsingPath(decodedUrl="
                + ODataText.literal(PictureLocation.LIBRARY + "/" + folder) + ")";
        return ServiceRequest.post(Site.MY_SITE, path, "application/json", "".getBytes(StandardCharsets.UTF_8));
    }

    private String discover(CallContext call) {
        List<Json> folders = list(call).stream()
                .filter(folder ->
                        folder.text("Name").filter(PhotoFolders::isOfPeople).isPresent())
                .toList();
        folders.forEach(folder -> existing.add(folder.text("Name").orElseThrow()));
        return folders.stream()
                .max(Comparator.comparing(PhotoFolders::rank))
                .flatMap(folder -> folder.text("Name"))
                .orElseGet(() -> usualName(call));
    }

    /** The folders of the library; one request. */
    List<Json> list(CallContext call) {
        String path = PhotoLibrary.folder("/" + PictureLocation.LIBRARY) + "/Folders?$select=Name,ItemCount";
        return hosts.find(ServiceRequest.get(Site.MY_SITE, path), call)
                .orElseThrow(() -> Problem.NO_LIBRARY.exception("no library '" + PictureLocation.LIBRARY + "' there"))
                .json()
                .get("value")
                .items();
    }

    /** Not the library's own: its forms and the two folders in which a picture library keeps small copies. */
    private static boolean isOfPeople(String name) {
        return !name.equalsIgnoreCase("Forms") && !name.startsWith("_");
    }

    /** A name that SharePoint gives counts more than many files, and many files more than few. */
    private static long rank(Json folder) {
        long known = NAMES.containsValue(folder.text("Name").orElse("")) ? 1L << 40 : 0;
        return known + folder.get("ItemCount").number().orElse(0L);
    }

    private String usualName(CallContext call) {
        Json web = hosts.send(ServiceRequest.get(Site.MY_SITE, "/_api/web?$select=Language"), call)
                .json();
        return NAMES.getOrDefault(web.get("Language").number().orElse(0L), ENGLISH);
    }
}
