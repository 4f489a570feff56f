package org.photobridge.portal.audit;

/** Who acts: a named person, an API token, the schedule, the bootstrap file or the portal itself. */
public record Actor(Kind kind, String name) {
    /** What sort of actor it is. */
    public enum Kind {
        USER,
        TOKEN,
        SCHEDULE,
        BOOTSTRAP,
        PORTAL,
        ANONYMOUS
    }

    public static Actor user(String name) {
        return new Actor(Kind.USER, name);
    }

    public static Actor token(String name) {
        return new Actor(Kind.TOKEN, name);
    }

    public static Actor schedule(String plan) {
        return new Actor(Kind.SCHEDULE, plan);
    }

    public static Actor bootstrap() {
        return new Actor(Kind.BOOTSTRAP, "bootstrap");
    }

    public static Actor portal() {
        return new Actor(Kind.PORTAL, "portal");
    }

    public static Actor anonymous() {
        return new Actor(Kind.ANONYMOUS, "anonymous");
    }
}
