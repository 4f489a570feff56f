package org.photobridge.exchange;

import com.microsoft.graph.core.requests.GraphClientFactory;
import com.microsoft.graph.core.requests.options.GraphClientOption;
import com.microsoft.kiota.http.middleware.RedirectHandler;
import com.microsoft.kiota.http.middleware.RetryHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.photobridge.spi.ProviderContext;

/**
 * Builds the HTTP clients: the connection's own proxy and trust, a time limit on everything, and nothing that repeats or
 * redirects a call behind our back.
 */
final class HttpClients {
    /** Carries a held-back {@code Retry-After} past OkHttp. */
    static final String HELD_BACK = "Photobridge-Retry-After";

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Duration WHOLE_CALL = Duration.ofSeconds(90);

    private HttpClients() {}

    /** The client for the sign-in service. */
    static OkHttpClient plain(ProviderContext context) {
        return new OkHttpClient.Builder()
                .sslSocketFactory(context.sslContext().getSocketFactory(), context.trustManager())
                .proxySelector(context.proxy())
                .connectTimeout(CONNECT)
                .readTimeout(SILENCE)
                .writeTimeout(SILENCE)
                .callTimeout(WHOLE_CALL)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .addNetworkInterceptor(HttpClients::holdBackRetryAfter)
                .build();
    }

    /** The client for Graph: the plain one with the SDK's middleware, except what retries and redirects. */
    static OkHttpClient graph(OkHttpClient plain) {
        OkHttpClient.Builder builder = plain.newBuilder();
        Arrays.stream(GraphClientFactory.createDefaultGraphInterceptors(new GraphClientOption()))
                .filter(middleware -> !(middleware instanceof RetryHandler))
                .filter(middleware -> !(middleware instanceof RedirectHandler))
                .forEach(builder::addInterceptor);
        return builder.build();
    }

    /** OkHttp itself repeats a 503 that says {@code Retry-After: 0}, whatever it was told; so it mustn't see the header. */
    private static Response holdBackRetryAfter(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String wait = response.header("Retry-After");
        if (response.code() != 503 || wait == null) {
            return response;
        }
        return response.newBuilder()
                .removeHeader("Retry-After")
                .header(HELD_BACK, wait)
                .build();
    }

    /** Ends what a client and those derived from it hold. */
    static void close(OkHttpClient client) {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
