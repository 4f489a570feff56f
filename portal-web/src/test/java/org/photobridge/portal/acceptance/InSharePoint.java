package org.photobridge.portal.acceptance;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.photobridge.simulator.M365Simulator;
import org.photobridge.simulator.directory.Person;

/**
 * All that SharePoint holds of one person's picture: equal if not one byte differs.
 *
 * @param properties the four that make up a picture
 * @param files hashes of the thumbnails by path, under each name that the person's files may have
 */
record InSharePoint(Map<String, String> properties, Map<String, String> files) {
    static final String URL = "PictureURL";
    static final String PLACEHOLDER = "SPS-PicturePlaceholderState";
    static final String TIMESTAMP = "SPS-PictureTimestamp";
    static final String SYNC_STATE = "SPS-PictureExchangeSyncState";

    private static final List<String> SIZES = List.of("S", "M", "L");

    static InSharePoint of(M365Simulator tenant, Person person) {
        Map<String, String> files = new TreeMap<>();
        for (String path : paths(tenant, person)) {
            tenant.sharePoint().file(path).ifPresent(bytes -> files.put(path, hash(bytes)));
        }
        return new InSharePoint(properties(tenant, person), files);
    }

    /** Without the files. */
    static Map<String, String> properties(M365Simulator tenant, Person person) {
        Map<String, String> profile = tenant.sharePoint().profile(person).orElse(Map.of());
        Map<String, String> properties = new TreeMap<>();
        List.of(URL, PLACEHOLDER, TIMESTAMP, SYNC_STATE)
                .forEach(name -> properties.put(name, profile.getOrDefault(name, "")));
        return properties;
    }

    String url() {
        return properties.get(URL);
    }

    /** Of everybody, by object id. */
    static Map<String, InSharePoint> everybody(M365Simulator tenant) {
        return tenant.tenant().people().collect(Collectors.toMap(Person::objectId, person -> of(tenant, person)));
    }

    /** The thumbnail that PictureURL's own name leads to. */
    static byte[] thumbnail(M365Simulator tenant, Person person, String size) {
        String middle = path(tenant.sharePoint().profile(person).orElseThrow().get(URL));
        return tenant.sharePoint()
                .file(middle.replace("_MThumb", "_" + size + "Thumb"))
                .orElseThrow(() -> new AssertionError("No " + size + " of " + person.userPrincipalName()));
    }

    /** The form of the sign-in name that older file names begin with. */
    static String accountForm(Person person) {
        return person.userPrincipalName()
                .toLowerCase(Locale.ROOT)
                .replace('@', '_')
                .replace('.', '_');
    }

    private static Set<String> paths(M365Simulator tenant, Person person) {
        String account = accountForm(person);
        String folder = tenant.sharePoint().picturesFolder() + "/";
        Set<String> paths = new TreeSet<>();
        for (String size : SIZES) {
            paths.add(folder + person.objectId() + "_" + size + "Thumb.jpg");
            paths.add(folder + account + "_" + size + "Thumb.jpg");
        }
        return paths;
    }

    private static String path(String url) {
        return URI.create(url.replace(" ", "%20")).getPath();
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
