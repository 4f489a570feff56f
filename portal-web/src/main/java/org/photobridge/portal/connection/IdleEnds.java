package org.photobridge.portal.connection;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Closes open ends that nobody uses, once a minute on each node; the timer itself is in memory only. */
@Singleton
public class IdleEnds {
    @Inject
    private Connections connections;

    @Schedule(hour = "*", minute = "*", persistent = false)
    void closeIdle() {
        connections.closeIdle();
    }
}
