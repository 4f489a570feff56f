package org.photobridge.spi;

import java.util.Objects;

/** Asks what the target has of one account. Made by the host. */
public final class TargetRequest {

    private final Account account;
    private final boolean wantsPicture;
    private final boolean wantsSnapshot;

    private TargetRequest(Account account, boolean wantsPicture, boolean wantsSnapshot) {
        this.account = Objects.requireNonNull(account, "account");
        this.wantsPicture = wantsPicture;
        this.wantsSnapshot = wantsSnapshot;
    }

    /** Asks for the state only. */
    public static TargetRequest of(Account account) {
        return new TargetRequest(account, false, false);
    }

    /** Asks also for the bytes of the largest picture. */
    public TargetRequest withPicture() {
        return new TargetRequest(account, true, wantsSnapshot);
    }

    /** Asks also for a snapshot for undo; needs {@link Capability#RESTORE}. */
    public TargetRequest withSnapshot() {
        return new TargetRequest(account, wantsPicture, true);
    }

    public Account account() {
        return account;
    }

    public boolean wantsPicture() {
        return wantsPicture;
    }

    public boolean wantsSnapshot() {
        return wantsSnapshot;
    }
}
