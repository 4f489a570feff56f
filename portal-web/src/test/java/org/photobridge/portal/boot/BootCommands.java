package org.photobridge.portal.boot;

import java.util.List;

/** Lets the container tests' server be set up as photobridge.jar sets its own up. */
public final class BootCommands {
    private BootCommands() {}

    public static List<String> beforeBoot() {
        return ServerCommands.beforeBoot("127.0.0.1");
    }

    public static List<String> afterBoot() {
        return ServerCommands.afterBoot();
    }
}
