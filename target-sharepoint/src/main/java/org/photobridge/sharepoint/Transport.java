package org.photobridge.sharepoint;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.photobridge.spi.ProviderContext;

/**
 * The way to the network. Follows no redirect, since the next host would see our token; has a time limit for whole
 * answers, not only for their first byte; reads no answer without end.
 */
final class Transport {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
    static final int LARGEST_ANSWER = 8 << 20;

    private final HttpClient client;
    private final Duration answerWithin;

    Transport(ProviderContext context, Duration answerWithin) {
        this.answerWithin = answerWithin;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_WITHIN)
                .executor(context.executor())
                .sslContext(context.sslContext())
                .proxy(context.proxy())
                .build();
    }

    /** Sends without waiting for the answer. */
    CompletableFuture<HttpResponse<byte[]>> start(HttpRequest request) {
        return client.sendAsync(request, answer -> new CappedBody(LARGEST_ANSWER));
    }

    /**
     * Waits for the answer of a started request.
     *
     * @throws IOException if none came, or none in time, or one without end
     */
    HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> started) throws IOException {
        try {
            return started.get(answerWithin.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            started.cancel(true);
            throw new HttpTimeoutException("no complete answer within " + answerWithin.toSeconds() + " s");
        } catch (InterruptedException e) {
            started.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for an answer");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        }
    }

    /**
     * Whether it is a matter of certificates and protocols. A connection that ends while TLS is set up comes as an
     * SSLException too, and is none.
     */
    static boolean isOfTls(IOException problem) {
        boolean tls = false;
        for (Throwable at = problem; at != null; at = at.getCause()) {
            if (at instanceof EOFException || at instanceof SocketException || isHangingUp(at)) {
                return false;
            }
            tls |= at instanceof SSLException;
        }
        return tls;
    }

    /** The JDK's client gives no cause here: its words are all there is to go by. */
    private static boolean isHangingUp(Throwable problem) {
        return problem instanceof SSLHandshakeException
                && String.valueOf(problem.getMessage()).startsWith("Remote host terminated the handshake");
    }

    HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        return await(start(request));
    }
}
