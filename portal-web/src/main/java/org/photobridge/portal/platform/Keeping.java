package org.photobridge.portal.platform;

/** What is kept for a time or within a size, and between which bounds an admin may choose. */
public enum Keeping {
    /** Results of single people, in days. */
    RESULTS("photobridge.history.days", 30, 3650, 400),
    /** Runs with their figures, in days. */
    RUNS("photobridge.runs.days", 90, 36_500, 3650),
    /** Previous pictures, in days. */
    PREVIOUS_PICTURES("photobridge.previous-pictures.days", 1, 365, 30),
    /** Previous pictures, in MiB; a run that would need more waits for approval. */
    PREVIOUS_PICTURES_SIZE("photobridge.previous-pictures.megabytes", 1, 10_000_000, 4096),
    /** The audit, in days. */
    AUDIT("photobridge.audit.days", 30, 36_500, 1095),
    /** Failed sign-ins, in days; what slows guessing down ends much sooner. */
    SIGN_INS("photobridge.sign-ins.days", 1, 365, 30),
    /** Health reports of connections that nobody tests any more, in days. */
    HEALTH("photobridge.health.days", 1, 3650, 90);

    private final String property;
    private final int least;
    private final int most;
    private final int standard;

    Keeping(String property, int least, int most, int standard) {
        this.property = property;
        this.least = least;
        this.most = most;
        this.standard = standard;
    }

    /** The operator's setting, which holds as long as no admin chose otherwise. */
    String property() {
        return property;
    }

    int standard() {
        return standard;
    }

    public int least() {
        return least;
    }

    public int most() {
        return most;
    }
}
