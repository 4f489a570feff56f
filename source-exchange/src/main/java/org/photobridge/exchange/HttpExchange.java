package org.photobridge.exchange;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.photobridge.spi.ProviderException;

/** Sends one request and reads its answer whole, within a bound; turns what breaks on the way into our errors. */
final class HttpExchange {
    /** The errors of one service for what can go wrong before there is an answer. */
    record Errors(ExchangeError unreachable, ExchangeError tls, ExchangeError timeout, ExchangeError tooLarge) {
        static final Errors OF_GRAPH = new Errors(
                ExchangeError.GRAPH_UNREACHABLE,
                ExchangeError.GRAPH_TLS,
                ExchangeError.GRAPH_TIMEOUT,
                ExchangeError.TOO_LARGE);
        static final Errors OF_PHOTOS = new Errors(
                ExchangeError.GRAPH_UNREACHABLE,
                ExchangeError.GRAPH_TLS,
                ExchangeError.GRAPH_TIMEOUT,
                ExchangeError.PHOTO_TOO_LARGE);
        static final Errors OF_LOGIN = new Errors(
                ExchangeError.LOGIN_UNREACHABLE,
                ExchangeError.LOGIN_TLS,
                ExchangeError.LOGIN_UNREACHABLE,
                ExchangeError.LOGIN_UNREADABLE);
    }

    private final OkHttpClient client;
    private final Errors errors;
    private final int mostBytes;

    HttpExchange(OkHttpClient client, Errors errors, int mostBytes) {
        this.client = client;
        this.errors = errors;
        this.mostBytes = mostBytes;
    }

    GraphAnswer send(Request request) {
        try (Response response = client.newCall(request).execute()) {
            return new GraphAnswer(response.code(), headers(response), body(response));
        } catch (SSLException e) {
            ExchangeError error = isBrokenLine(e) ? errors.unreachable() : errors.tls();
            throw error.exception(detail(request, e), e);
        } catch (SocketTimeoutException e) {
            throw errors.timeout().exception(detail(request, e), e);
        } catch (java.io.InterruptedIOException e) {
            throw errors.timeout().exception(detail(request, e), e);
        } catch (IOException e) {
            throw errors.unreachable().exception(detail(request, e), e);
        }
    }

    /** A connection that ends while TLS is set up comes as an SSLException too, and is no matter of certificates. */
    private static boolean isBrokenLine(SSLException e) {
        Throwable at = e;
        while (at != null && !(at instanceof EOFException) && !(at instanceof SocketException)) {
            at = at.getCause();
        }
        return at != null;
    }

    private byte[] body(Response response) throws IOException {
        ResponseBody body = response.body();
        if (body == null) {
            return new byte[0];
        }
        try (InputStream stream = body.byteStream()) {
            byte[] bytes = stream.readNBytes(mostBytes + 1);
            if (bytes.length > mostBytes) {
                throw tooLarge(response);
            }
            return bytes;
        }
    }

    private ProviderException tooLarge(Response response) {
        return errors.tooLarge().exception("An answer of more than " + mostBytes + " bytes, status " + response.code());
    }

    private static Map<String, String> headers(Response response) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        response.headers().names().forEach(name -> headers.put(name, response.header(name)));
        String heldBack = headers.remove(HttpClients.HELD_BACK);
        if (heldBack != null) {
            headers.put("Retry-After", heldBack);
        }
        return headers;
    }

    /** Names the host only: paths and queries may be personal. */
    private static String detail(Request request, IOException e) {
        return request.url().host() + ": " + e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
