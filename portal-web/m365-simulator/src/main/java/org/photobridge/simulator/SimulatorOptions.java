package org.photobridge.simulator;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.photobridge.simulator.directory.SiteLocale;

/**
 * How a simulator is to be.
 *
 * @param users how many people, the special ones of the first places included
 * @param port the first of five ports in a row, or 0 for any free ones
 * @param throttled whether Microsoft's published limits hold from the start
 * @param locale the language of the My Site host
 * @param tokenLife how long access tokens live
 * @param keyFile where keys are kept between starts; empty for new ones each time
 */
public record SimulatorOptions(
        int users,
        long seed,
        String host,
        int port,
        boolean throttled,
        SiteLocale locale,
        Duration tokenLife,
        Clock clock,
        Optional<Path> keyFile) {

    /** Sixty people on free ports, not throttled: what most tests want. */
    public static SimulatorOptions defaults() {
        return new SimulatorOptions(
                60,
                42,
                "127.0.0.1",
                0,
                false,
                SiteLocale.EN,
                Duration.ofSeconds(3599),
                Clock.systemUTC(),
                Optional.empty());
    }

    public SimulatorOptions users(int count) {
        return new SimulatorOptions(count, seed, host, port, throttled, locale, tokenLife, clock, keyFile);
    }

    public SimulatorOptions seed(long number) {
        return new SimulatorOptions(users, number, host, port, throttled, locale, tokenLife, clock, keyFile);
    }

    public SimulatorOptions host(String address) {
        return new SimulatorOptions(users, seed, address, port, throttled, locale, tokenLife, clock, keyFile);
    }

    public SimulatorOptions port(int first) {
        return new SimulatorOptions(users, seed, host, first, throttled, locale, tokenLife, clock, keyFile);
    }

    public SimulatorOptions throttled(boolean on) {
        return new SimulatorOptions(users, seed, host, port, on, locale, tokenLife, clock, keyFile);
    }

    public SimulatorOptions locale(SiteLocale language) {
        return new SimulatorOptions(users, seed, host, port, throttled, language, tokenLife, clock, keyFile);
    }

    public SimulatorOptions tokenLife(Duration life) {
        return new SimulatorOptions(users, seed, host, port, throttled, locale, life, clock, keyFile);
    }

    public SimulatorOptions clock(Clock time) {
        return new SimulatorOptions(users, seed, host, port, throttled, locale, tokenLife, time, keyFile);
    }

    public SimulatorOptions keyFile(Path file) {
        return new SimulatorOptions(users, seed, host, port, throttled, locale, tokenLife, clock, Optional.of(file));
    }
}
