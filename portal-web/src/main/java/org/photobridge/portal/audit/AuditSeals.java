package org.photobridge.portal.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.photobridge.portal.platform.KeyRing;

/**
 * Makes and checks the seals of the audit's chain.
 * <p>They are HMAC-SHA-256 with a key derived from the portal's encryption key, not plain hashes: whoever can write to
 * the database could compute hashes anew, but has no key, which is never in the database. What no seal can find is the
 * whole database put back to an earlier state; against that, write down the last number and its link from time to time.
 * <p>What may name people (actor, address, subject, before, after, reason) is not in the link itself but in a digest
 * with a random salt, and the link covers the digest. Erasing a person overwrites these texts with a pseudonym and
 * destroys the salt: the link still holds, and the digest can't be guessed any more. So that this is no door for
 * tampering, what is left is sealed again, together with the number of the entry that tells of the erasing.
 */
final class AuditSeals {
    private static final String MAC = "HmacSHA256";
    private static final int SALT_BYTES = 16;

    private final KeyRing keys;
    private final SecureRandom random = new SecureRandom();

    AuditSeals(KeyRing keys) {
        this.keys = keys;
    }

    String keyId() {
        return keys.currentId();
    }

    boolean has(String keyId) {
        return keys.derived(keyId, "audit").isPresent();
    }

    /** Hangs an entry behind a link. */
    AuditLink hang(AuditRow row, String previous) {
        byte[] bytes = new byte[SALT_BYTES];
        random.nextBytes(bytes);
        String salt = HexFormat.of().formatHex(bytes);
        String digest = digest(keyId(), salt, row);
        return new AuditLink(
                Optional.of(salt),
                digest,
                link(keyId(), previous, row, digest),
                keyId(),
                OptionalLong.empty(),
                Optional.empty());
    }

    /** Whether the entry's texts are those that were stored, or were left by an erasing. */
    boolean isText(AuditRow row, AuditLink link) {
        if (link.salt().isPresent()) {
            return same(digest(link.keyId(), link.salt().get(), row), link.digest());
        }
        return link.erasedBy().isPresent()
                && same(
                        erased(link.keyId(), link.erasedBy().getAsLong(), row),
                        link.erasedSeal().orElse(""));
    }

    /** Whether the entry follows that link. */
    boolean follows(String previous, AuditRow row, AuditLink link) {
        return same(link(link.keyId(), previous, row, link.digest()), link.link());
    }

    /** The seal on what an erasing left of an entry. */
    String erased(String keyId, long erasedBy, AuditRow row) {
        return seal(keyId, "erased", Long.toString(row.number()), Long.toString(erasedBy), texts(row));
    }

    String head(String keyId, AuditHead head) {
        return seal(
                keyId,
                "head",
                Long.toString(head.lastNumber()),
                head.lastLink(),
                Long.toString(head.cutNumber()),
                head.cutLink());
    }

    static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private String digest(String keyId, String salt, AuditRow row) {
        return seal(keyId, "texts", salt, texts(row));
    }

    private String link(String keyId, String previous, AuditRow row, String digest) {
        return seal(
                keyId,
                "link",
                previous,
                Long.toString(row.number()),
                row.at().toString(),
                row.actor().kind().name(),
                row.requestId().orElse("-"),
                row.action(),
                row.subject().kind(),
                digest);
    }

    private static String texts(AuditRow row) {
        return canonical(List.of(
                row.actor().name(),
                optional(row.address()),
                row.subject().id(),
                row.subject().name(),
                optional(row.before()),
                optional(row.after()),
                optional(row.reason())));
    }

    /** Nothing and an empty text are two things. */
    private static String optional(Optional<String> text) {
        return text.map(there -> "+" + there).orElse("-");
    }

    /** Each part behind its length, so that no two lists share their text. */
    private static String canonical(List<String> parts) {
        StringBuilder all = new StringBuilder();
        parts.forEach(part -> all.append(part.length()).append(':').append(part));
        return all.toString();
    }

    private String seal(String keyId, String... parts) {
        SecretKey key = keys.derived(keyId, "audit")
                .orElseThrow(() -> new IllegalStateException("This portal doesn't have key " + keyId));
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            byte[] all = canonical(List.of(parts)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(mac.doFinal(all));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
