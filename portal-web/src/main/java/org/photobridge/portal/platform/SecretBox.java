package org.photobridge.portal.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals values for the database: AES-256-GCM, bound to the place where the value lives.
 * <p>Layout: version (1 byte), key id (4), nonce (12), cipher text with its 16-byte tag. Version and key id are
 * authenticated together with the place. Nonces are random; with one key that is safe for 2^32 values, which a portal
 * never reaches.
 */
public final class SecretBox {
    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEADER_BYTES = 1 + KeyRing.ID_BYTES;

    private final KeyRing keys;
    private final SecureRandom random = new SecureRandom();

    public SecretBox(KeyRing keys) {
        this.keys = keys;
    }

    public byte[] seal(byte[] plain, SecretPlace place) {
        byte[] header = header(keys.currentId());
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        SecretKey key = keys.key(keys.currentId()).orElseThrow();
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, key, nonce, aad(header, place), plain);
        return ByteBuffer.allocate(header.length + nonce.length + sealed.length)
                .put(header)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** @throws SealBrokenException if the value was changed, belongs elsewhere, or its key is gone */
    public byte[] open(byte[] sealed, SecretPlace place) {
        if (sealed.length < HEADER_BYTES + NONCE_BYTES || sealed[0] != VERSION) {
            throw new SealBrokenException("The secret in " + place.table() + "." + place.column() + " is damaged.");
        }
        ByteBuffer in = ByteBuffer.wrap(sealed);
        byte[] header = take(in, HEADER_BYTES);
        byte[] nonce = take(in, NONCE_BYTES);
        byte[] body = take(in, in.remaining());
        return crypt(Cipher.DECRYPT_MODE, keyOf(header, place), nonce, aad(header, place), body);
    }

    public byte[] sealText(String plain, SecretPlace place) {
        return seal(plain.getBytes(StandardCharsets.UTF_8), place);
    }

    public String openText(byte[] sealed, SecretPlace place) {
        return new String(open(sealed, place), StandardCharsets.UTF_8);
    }

    private SecretKey keyOf(byte[] header, SecretPlace place) {
        String id = HexFormat.of().formatHex(header, 1, header.length);
        return keys.key(id)
                .orElseThrow(() -> new SealBrokenException("The secret in " + place.table() + "." + place.column()
                        + " was sealed with key " + id + ", which this portal doesn't have."));
    }

    private static byte[] header(String keyId) {
        return ByteBuffer.allocate(HEADER_BYTES)
                .put(VERSION)
                .put(HexFormat.of().parseHex(keyId))
                .array();
    }

    private static byte[] aad(byte[] header, SecretPlace place) {
        byte[] where = place.bytes();
        return ByteBuffer.allocate(header.length + where.length)
                .put(header)
                .put(where)
                .array();
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static byte[] crypt(int mode, SecretKey key, byte[] nonce, byte[] aad, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(aad);
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException("A stored secret doesn't open: it was changed or moved.", e);
        }
    }
}
