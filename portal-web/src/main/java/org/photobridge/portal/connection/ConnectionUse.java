package org.photobridge.portal.connection;

import java.util.List;

/** Answered by whoever uses connections, so that one in use isn't deleted, and the page can say by what. */
public interface ConnectionUse {

    /** What uses a connection, by the names that pages call it. */
    List<String> usersOf(long connection);
}
