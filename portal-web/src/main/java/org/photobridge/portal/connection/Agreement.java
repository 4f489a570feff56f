package org.photobridge.portal.connection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * That an app registration's client secret may travel by a route, which only somebody who knows that secret can say.
 *
 * <p>It is for one secret of one registration: with another registration, or a new secret, the same proxy and the same
 * CA are a way to read what nobody has agreed to show them.
 *
 * @param registration the app registration's id
 * @param entered when its present secret was entered
 */
record Agreement(Route route, long registration, Instant entered) {
    /** Stored where nothing was agreed. */
    static final String NONE = "";

    /** Whether anybody has to say so at all: Microsoft's own hosts, without proxy and extra CA, get it anyway. */
    boolean isNeeded() {
        return !route.isOrdinary();
    }

    /** Whether what is stored is this agreement, if one is needed. */
    boolean isGivenBy(String stored) {
        return !isNeeded() || fingerprint().equals(stored);
    }

    /** A short text that is equal for equal agreements only. */
    String fingerprint() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            String text = "agreement\n" + route.fingerprint() + "\n" + registration + "\n" + entered;
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
