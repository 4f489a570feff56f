package org.photobridge.testkit;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * A web proxy on loopback that tunnels HTTPS ({@code CONNECT}) to other loopback ports and notes where to; so that a test
 * can prove that everything an end sends goes by the connection's proxy.
 *
 * <p>It knows nothing but tunnels: a plain HTTP request is answered 405.
 */
public final class LoopbackProxy implements AutoCloseable {
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool(LoopbackProxy::daemon);
    private final List<String> tunnels = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private LoopbackProxy(ServerSocket server) {
        this.server = server;
    }

    /** Starts a proxy at a free port. */
    public static LoopbackProxy start() {
        try {
            LoopbackProxy proxy = new LoopbackProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            proxy.threads.execute(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends everything here, whatever it is; like a connection's setting, the address isn't resolved yet. */
    public ProxySelector selector() {
        InetSocketAddress address = InetSocketAddress.createUnresolved("localhost", server.getLocalPort());
        Proxy proxy = new Proxy(Proxy.Type.HTTP, address);
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return List.of(proxy);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException e) {
                // the caller gets the exception
            }
        };
    }

    /** Where tunnels were asked for, as {@code host:port}, in the order in which they were. */
    public List<String> tunnels() {
        return List.copyOf(tunnels);
    }

    /** Cuts every tunnel; nobody answers at the port any more. */
    @Override
    public void close() {
        threads.shutdownNow();
        end(server);
        open.forEach(LoopbackProxy::end);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.add(client);
                threads.execute(() -> serve(client));
            } catch (IOException | RejectedExecutionException e) {
                end(server);
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            String[] request = head(client.getInputStream()).split("[ \r\n]", 3);
            if (!request[0].equals("CONNECT")) {
                answer(client, "405 Method Not Allowed");
                return;
            }
            tunnels.add(request[1]);
            tunnel(client, request[1]);
        } catch (IOException e) {
            // one of the two hung up, as clients and servers do
        } finally {
            open.remove(client);
        }
    }

    private void tunnel(Socket client, String target) throws IOException {
        int colon = target.lastIndexOf(':');
        InetAddress host = InetAddress.getByName(target.substring(0, colon));
        if (!host.isLoopbackAddress()) {
            answer(client, "403 Forbidden");
            return;
        }
        try (Socket far = new Socket(host, Integer.parseInt(target.substring(colon + 1)))) {
            open.add(far);
            answer(client, "200 Connection established");
            threads.execute(() -> pump(far, client));
            pump(client, far);
            open.remove(far);
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            end(from);
            end(to);
        }
    }

    private static void answer(Socket client, String status) throws IOException {
        client.getOutputStream().write(("HTTP/1.1 " + status + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads up to the empty line and no further: what follows belongs to the tunnel. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0 && head.length() < 10_000) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("The request ended early");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void end(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "loopback proxy");
        thread.setDaemon(true);
        return thread;
    }
}
