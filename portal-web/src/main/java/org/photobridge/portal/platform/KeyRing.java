package org.photobridge.portal.platform;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The portal's encryption keys, by id: the first one seals, all of them open.
 * <p>The id is the beginning of the key's SHA-256 digest: short enough for every sealed value, and it tells nothing.
 */
public final class KeyRing {
    static final int ID_BYTES = 4;
    private static final String FILE = "encryption.key";
    private static final int KEY_BYTES = 32;
    private static final String MAC = "HmacSHA256";

    private final Map<String, SecretKey> keys = new LinkedHashMap<>();

    private KeyRing(String text, String origin) {
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> add(line, origin));
        if (keys.isEmpty()) {
            throw new RefusedStartException(origin + " holds no encryption key.");
        }
    }

    /** Keys as configured, or else those of the home folder, where a new one is made at first start. */
    public static KeyRing of(Optional<String> configured, Home home) {
        if (configured.isPresent()) {
            return new KeyRing(configured.get().replace(',', '\n'), "photobridge.encryption.key");
        }
        if (Files.notExists(home.folder().resolve(FILE))) {
            home.writeSecret(FILE, newKey() + "\n");
        }
        return new KeyRing(home.readSecret(FILE), home.folder().resolve(FILE).toString());
    }

    /** A fresh key, as it is written into the file or the environment variable. */
    public static String newKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /** The ids of the keys in such a file or setting. */
    public static List<String> idsOf(String text, String origin) {
        return List.copyOf(new KeyRing(text.replace(',', '\n'), origin).keys.keySet());
    }

    /** Which key seals. */
    public String currentId() {
        return keys.keySet().iterator().next();
    }

    Set<String> ids() {
        return Set.copyOf(keys.keySet());
    }

    Optional<SecretKey> key(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    /**
     * A key for one purpose alone, made of one of the ring's: what is sealed with it says nothing of the others.
     *
     * @return empty if the ring doesn't have that key
     */
    public Optional<SecretKey> derived(String id, String purpose) {
        return key(id).map(key -> derive(key, purpose));
    }

    private static SecretKey derive(SecretKey key, String purpose) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key.getEncoded(), MAC));
            return new SecretKeySpec(mac.doFinal(("photobridge/" + purpose).getBytes(StandardCharsets.UTF_8)), MAC);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(String line, String origin) {
        byte[] key = decode(line, origin);
        keys.put(idOf(key), new SecretKeySpec(key, "AES"));
    }

    private static byte[] decode(String line, String origin) {
        try {
            byte[] key = Base64.getDecoder().decode(line);
            if (key.length == KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new RefusedStartException("A key in " + origin + " isn't Base64.", e);
        }
        throw new RefusedStartException(
                "A key in " + origin + " isn't 32 bytes long. Make one with: " + "openssl rand -base64 32");
    }

    private static String idOf(byte[] key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
