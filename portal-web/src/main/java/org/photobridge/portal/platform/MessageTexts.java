package org.photobridge.portal.platform;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Lets page beans give messages by their key: {@code Messages.addGlobalInfo("people.queued", 3)}. */
@WebListener
public final class MessageTexts implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        Messages.setResolver(MessageTexts::resolve);
    }

    private static String resolve(String message, Object... parameters) {
        Texts texts = Texts.in(Faces.getLocale());
        return texts.has(message) ? texts.get(message, parameters) : message;
    }
}
