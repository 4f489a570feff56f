package org.photobridge.portal.boot;

import java.io.IOException;
import java.util.List;

/** Something that photobridge.jar does instead of starting the portal: {@code java -jar photobridge.jar <name> ...}. */
@FunctionalInterface
interface Command {

    /**
     * @param arguments what follows the command's name
     * @return what to tell the operator
     * @throws org.photobridge.portal.platform.RefusedStartException if it can't be done; the message says why
     */
    String run(List<String> arguments) throws IOException;
}
