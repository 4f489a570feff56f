package org.photobridge.exchange;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.photobridge.exchange.StubService.Asked;
import org.photobridge.exchange.StubService.Reply;
import org.photobridge.spi.Account;
import org.photobridge.spi.Failure;
import org.photobridge.spi.PhotoRequest;
import org.photobridge.spi.PhotoResult;
import org.photobridge.spi.PhotoSource;
import org.photobridge.spi.ProviderConfig;
import org.photobridge.spi.ProviderException;
import org.photobridge.spi.Secret;
import org.photobridge.testkit.ScriptedCallContext;
import org.photobridge.testkit.SettableClock;
import org.photobridge.testkit.TestProviderContext;

/** A source that is connected to a {@link StubService}, for the tests that extend this class. */
abstract class StubTenant {
    static final String TENANT = "11111111-2222-3333-4444-555555555555";
    static final String CLIENT = "99999999-8888-7777-6666-555555555555";
    static final String SECRET = "s3cret~value";

    final SettableClock clock = SettableClock.at("2026-03-01T08:00:00Z");
    final StubService stub = new StubService();
    final ScriptedCallContext call = ScriptedCallContext.free();

    @TempDir
    private Path workFolder;

    private TestProviderContext context;
    PhotoSource source;

    @BeforeEach
    final void connect() {
        context = TestProviderContext.in(workFolder, clock);
        source = new ExchangeSourceFactory().open(config(), context);
    }

    @AfterEach
    final void disconnect() {
        source.close();
        context.close();
        stub.close();
    }

    TestProviderContext context() {
        return context;
    }

    ProviderConfig config() {
        return ProviderConfig.of(addresses(), Map.of(ExchangeSchema.CLIENT_SECRET, Secret.of(SECRET)), Map.of());
    }

    final Map<String, String> addresses() {
        Map<String, String> values = new HashMap<>();
        values.put(ExchangeSchema.CLOUD, Cloud.CUSTOM.value());
        values.put(ExchangeSchema.LOGIN_URL, stub.url());
        values.put(ExchangeSchema.GRAPH_URL, stub.url());
        values.put(ExchangeSchema.TENANT_ID, TENANT);
        values.put(ExchangeSchema.CLIENT_ID, CLIENT);
        return values;
    }

    static String id(int person) {
        return "00000000-0000-4000-8000-%012d".formatted(person);
    }

    static PhotoRequest request(int person) {
        return PhotoRequest.of(Account.of(id(person), "Person " + person), 648);
    }

    final List<PhotoResult> read(PhotoRequest... requests) {
        return source.readPhotos(List.of(requests), call);
    }

    /** Answers a batch by asking the function for each item's {@code "status":..,"body":..}, in the reverse order. */
    final void onBatch(Function<String, String> item) {
        stub.on("/$batch", asked -> Reply.ok(batch(asked, item)));
    }

    static String batch(Asked asked, Function<String, String> item) {
        StringBuilder answers = new StringBuilder();
        for (Json question : Json.parse(asked.body()).list("requests")) {
            String answer = item.apply(question.text("url").orElseThrow());
            if (!answer.isEmpty()) {
                String one = "{\"id\":\"" + question.text("id").orElseThrow() + "\"," + answer + "}";
                answers.insert(0, answers.isEmpty() ? one : one + ",");
            }
        }
        return "{\"responses\":[" + answers + "]}";
    }

    static String metadata(String etag, int width, int height) {
        return "\"status\":200,\"headers\":{\"Content-Type\":\"application/json\"},\"body\":{\"@odata.mediaEtag\":\"\\\""
                + etag + "\\\"\",\"id\":\"" + width + "x" + height + "\",\"width\":" + width + ",\"height\":" + height
                + "}";
    }

    static String refusal(int status, String code) {
        return "\"status\":" + status + ",\"body\":{\"error\":{\"code\":\"" + code + "\",\"message\":\"told so\"}}";
    }

    static Failure failure(PhotoResult result) {
        if (result instanceof PhotoResult.Failed failed) {
            return failed.failure();
        }
        throw new AssertionError("Not a failure: " + result);
    }

    static Failure failureOf(Runnable work) {
        try {
            work.run();
        } catch (ProviderException e) {
            return e.failure();
        }
        throw new AssertionError("Nothing was thrown");
    }
}
