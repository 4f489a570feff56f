package org.photobridge.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;

/**
 * Ends a connection by TCP's RST, as a load balancer that gives up does.
 *
 * <p>The JDK's server doesn't show its sockets, so Java must be started with {@code --add-opens
 * jdk.httpserver/sun.net.httpserver=ALL-UNNAMED}; the manifest of the simulator's program says so.
 */
final class ConnectionReset {
    private static final String INTERNALS = "sun.net.httpserver.";

    private ConnectionReset() {}

    /** @throws IllegalStateException if sockets can't be got at */
    static void requireWays() {
        try {
            ways();
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            throw new IllegalStateException(
                    "No connection can be reset: start Java with --add-opens"
                            + " jdk.httpserver/sun.net.httpserver=ALL-UNNAMED",
                    e);
        }
    }

    static void reset(HttpExchange exchange) throws IOException {
        try {
            Object inner = exchange;
            for (Method way : ways()) {
                inner = way.getParameterCount() == 1 ? way.invoke(null, inner) : way.invoke(inner);
            }
            SocketChannel socket = (SocketChannel) inner;
            // No lingering: what isn't sent yet is dropped, and the other end is told so.
            socket.setOption(StandardSocketOptions.SO_LINGER, 0);
            socket.close();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Faults that reset were armed though they can't work", e);
        }
    }

    /** From an exchange over its connection to the socket. */
    private static Method[] ways() throws ReflectiveOperationException {
        Method[] ways = {
            Class.forName(INTERNALS + "ExchangeImpl").getDeclaredMethod("get", HttpExchange.class),
            Class.forName(INTERNALS + "ExchangeImpl").getDeclaredMethod("getConnection"),
            Class.forName(INTERNALS + "HttpConnection").getDeclaredMethod("getChannel")
        };
        AccessibleObject.setAccessible(ways, true);
        return ways;
    }
}
