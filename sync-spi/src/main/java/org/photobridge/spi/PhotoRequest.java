package org.photobridge.spi;

import java.util.Objects;
import java.util.Optional;

/** Asks for one account's photo. Made by the host. */
public final class PhotoRequest {

    private final Account account;
    private final Optional<String> lastFingerprint;
    private final int mostPixels;

    private PhotoRequest(Account account, Optional<String> lastFingerprint, int mostPixels) {
        this.account = Objects.requireNonNull(account, "account");
        this.lastFingerprint = lastFingerprint;
        this.mostPixels = mostPixels;
    }

    /**
     * Asks for the photo whatever it is.
     *
     * @param mostPixels the longest side that is of any use; a source that has several sizes gives the smallest that is
     *     not below it, else the largest
     */
    public static PhotoRequest of(Account account, int mostPixels) {
        return new PhotoRequest(account, Optional.empty(), mostPixels);
    }

    /** Asks for the photo unless it still has this fingerprint. */
    public PhotoRequest unlessStill(String fingerprint) {
        return new PhotoRequest(account, Optional.of(fingerprint), mostPixels);
    }

    public Account account() {
        return account;
    }

    /** As this source gave it before; empty if the photo is wanted in any case. */
    public Optional<String> lastFingerprint() {
        return lastFingerprint;
    }

    public int mostPixels() {
        return mostPixels;
    }
}
