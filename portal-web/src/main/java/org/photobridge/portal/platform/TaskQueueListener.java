package org.photobridge.portal.platform;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Starts the queue when the portal is up, and ends it first: later the data source is already gone. */
@WebListener
public class TaskQueueListener implements ServletContextListener {
    @Inject
    private TaskQueue queue;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        queue.start();
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        queue.stop();
    }
}
