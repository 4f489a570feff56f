package org.photobridge.simulator.entra;

/** What an app signed in with; SharePoint looks at it (claim appidacr). */
public enum Credential {
    SECRET("1"),
    CERTIFICATE("2");

    private final String appidacr;

    Credential(String appidacr) {
        this.appidacr = appidacr;
    }

    public String appidacr() {
        return appidacr;
    }
}
