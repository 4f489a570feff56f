package org.photobridge.portal.platform;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Keeps session cookies to TLS where a proxy in front of the portal speaks it: the server itself sees plain HTTP there.
 * <p>Where the portal's own listener speaks TLS, the server marks the cookie by itself.
 */
public final class SessionCookies implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        boolean proxied = ConfigProvider.getConfig()
                .getOptionalValue(TrustedProxies.SETTING, String.class)
                .filter(list -> !TrustedProxies.of(list).isEmpty())
                .isPresent();
        if (proxied) {
            event.getServletContext().getSessionCookieConfig().setSecure(true);
        }
    }
}
