package org.photobridge.testkit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.photobridge.spi.Account;
import org.photobridge.spi.CallContext;
import org.photobridge.spi.Cost;
import org.photobridge.spi.Fact;
import org.photobridge.spi.Failure;
import org.photobridge.spi.HealthCheck;
import org.photobridge.spi.HealthReport;
import org.photobridge.spi.LocalText;
import org.photobridge.spi.Permit;
import org.photobridge.spi.ProviderEnd;
import org.photobridge.spi.ProviderException;
import org.photobridge.spi.RateLimit;

/** What the fake source and the fake target have in common: health, limits, realm, closing and working off a batch. */
abstract class FakeEnd implements ProviderEnd {

    private final CallScript health = new CallScript();
    private final CallScript describing = new CallScript();
    private List<RateLimit> limits = List.of();
    private Optional<String> realm = Optional.empty();
    private HealthReport report = new HealthReport(
            List.of(HealthCheck.pass("fake-health", LocalText.of("Memory"), LocalText.of("There is some."))));
    private int closed;

    FakeEnd() {}

    /** Plans for {@link #checkHealth}. */
    public final CallScript checkingHealth() {
        return health;
    }

    /** Plans for {@link #describe}. */
    public final CallScript describing() {
        return describing;
    }

    /** Declares limits; every account then costs one unit of each. Before the first use. */
    public final synchronized void limitBy(RateLimit... declared) {
        limits = List.of(declared);
    }

    public final synchronized void inRealm(String tenant) {
        realm = Optional.of(tenant);
    }

    /** What every further {@link #checkHealth} answers. */
    public final synchronized void reportHealth(HealthReport next) {
        report = next;
    }

    /** How often it was closed. */
    public final synchronized int timesClosed() {
        return closed;
    }

    @Override
    public final HealthReport checkHealth(CallContext call) {
        health.play();
        call.acquire(Cost.free()).close();
        synchronized (this) {
            return report;
        }
    }

    @Override
    public final synchronized List<RateLimit> rateLimits() {
        return limits;
    }

    @Override
    public final synchronized Optional<String> realm() {
        return realm;
    }

    @Override
    public final List<Fact> describe(Account account, CallContext call) {
        describing.play();
        call.acquire(Cost.free()).close();
        return facts(account);
    }

    abstract List<Fact> facts(Account account);

    @Override
    public final synchronized void close() {
        closed++;
    }

    final Cost costOfOne() {
        Cost cost = Cost.free();
        for (RateLimit limit : rateLimits()) {
            cost = cost.and(limit.name(), 1);
        }
        return cost;
    }

    /** Works off a batch as the contract wants it: a cancellation after the first item loses no result. */
    final <Q, R> List<R> each(List<Q> items, CallContext call, Function<Q, R> work, Supplier<R> notAttempted) {
        List<R> results = new ArrayList<>();
        try {
            for (Q item : items) {
                try (Permit permit = call.acquire(costOfOne())) {
                    results.add(work.apply(item));
                }
            }
        } catch (CancellationException e) {
            if (results.isEmpty()) {
                throw e;
            }
        }
        while (results.size() < items.size()) {
            results.add(notAttempted.get());
        }
        return List.copyOf(results);
    }

    /** What a script throws as a {@link ProviderException} is this account's failure; all else passes, as a crash would. */
    static <R> R scripted(CallScript script, Supplier<R> answer, Function<Failure, R> failed) {
        try {
            script.play();
        } catch (ProviderException e) {
            return failed.apply(e.failure());
        }
        return answer.get();
    }

    static CallScript scriptFor(Map<String, CallScript> scripts, String name) {
        synchronized (scripts) {
            return scripts.computeIfAbsent(name, unused -> new CallScript());
        }
    }

    static Map<String, CallScript> scripts() {
        return new LinkedHashMap<>();
    }

    static String fingerprintOf(Map<String, byte[]> files) {
        MessageDigest digest = sha256();
        files.forEach((name, bytes) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        });
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
