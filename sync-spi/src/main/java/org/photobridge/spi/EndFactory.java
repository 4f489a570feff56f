package org.photobridge.spi;

import java.util.List;

/** What the factories of sources and of targets have in common: who they are and what they need to be told. */
public interface EndFactory {

    /** Names and explains this end to admins. Does no I/O. */
    ProviderDescriptor descriptor();

    /** The settings that {@code open} needs; pages draw forms from it. Does no I/O and is always the same. */
    ConfigSchema configSchema();

    /**
     * Checks settings offline: no network, no file access, a few milliseconds.
     *
     * <p>The host has checked the schema (required, type, choice) before; this method adds what only the provider knows,
     * for example that two settings contradict each other. It reports all problems at once and throws nothing.
     *
     * @return the problems, each naming its property; empty if the settings can be used
     */
    default List<ConfigProblem> validate(ProviderConfig config) {
        return List.of();
    }
}
