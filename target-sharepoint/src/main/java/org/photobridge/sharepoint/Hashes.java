package org.photobridge.sharepoint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** Digests of pictures, and the fingerprint made of them. */
final class Hashes {
    /** Changes when the recipe below does: a fingerprint of another recipe then counts as unknown. */
    private static final String RECIPE = "1";

    private Hashes() {}

    static String of(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256().digest(bytes));
    }

    /**
     * Stands for what SharePoint shows of a person: the address and the three files' contents.
     *
     * <p>Contents, not etags: an etag moves with every upload, so a restored picture would count as another one. Not the
     * time stamp either: it moves with every write of the same picture.
     *
     * @param files the person's own files; empty if the address names a place that we don't fetch from
     */
    static String fingerprint(String pictureUrl, Map<ThumbnailSize, byte[]> files) {
        StringBuilder all = new StringBuilder(RECIPE).append('\n').append(pictureUrl);
        for (ThumbnailSize size : ThumbnailSize.values()) {
            byte[] bytes = files.get(size);
            all.append('\n').append(size).append('=').append(bytes == null ? "" : of(bytes));
        }
        return RECIPE + "-" + of(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
