package org.photobridge.sharepoint;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a person's three thumbnails are in the my-site host's library.
 *
 * @param folder the folder's name, which each tenant has in its own language
 * @param base what the three file names begin with
 */
record PictureLocation(String folder, String base) {
    static final String LIBRARY = "User Photos";
    private static final Pattern THUMBNAIL =
            Pattern.compile("/" + LIBRARY + "/([^/]+)/([^/]+)_[SML]Thumb\\.jpg", Pattern.CASE_INSENSITIVE);

    /** The place that a PictureURL names; empty if that is elsewhere than in this host's library. */
    static Optional<PictureLocation> of(String pictureUrl, URI mySite) {
        return address(pictureUrl)
                .filter(address -> Origins.same(address, mySite))
                .map(address -> THUMBNAIL.matcher(address.getPath()))
                .filter(Matcher::matches)
                .map(found -> new PictureLocation(found.group(1), found.group(2)))
                .filter(location -> !location.folder.startsWith("."));
    }

    /** The server-relative path of one thumbnail, unescaped. */
    String path(ThumbnailSize size) {
        return folderPath(folder) + "/" + size.fileName(base);
    }

    static String folderPath(String folder) {
        return "/" + LIBRARY + "/" + folder;
    }

    /** The address as SharePoint itself writes it: with the port, escaped, always of the middle size. */
    String pictureUrl(URI mySite) {
        return mySite.getScheme() + "://" + mySite.getHost() + ":" + Origins.port(mySite)
                + ODataText.escape(path(ThumbnailSize.M)).replace("%2F", "/");
    }

    /** Scripts write addresses with raw spaces, and SharePoint takes them. */
    private static Optional<URI> address(String pictureUrl) {
        try {
            return Optional.of(URI.create(pictureUrl.strip().replace(" ", "%20")))
                    .filter(Origins::isComplete);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
