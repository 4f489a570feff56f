package org.photobridge.portal.platform;

import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;

/**
 * TLS as the portal's own calls speak it: it trusts whom the JVM trusts, and has no key to show.
 *
 * <p>The JVM's default context won't do: where the portal's own door has TLS, its key store is the JVM's, and any server
 * that asks for a client certificate would be shown the portal's.
 */
public final class OutboundTls {
    private OutboundTls() {}

    public static SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This machine has no TLS", e);
        }
    }
}
