package org.photobridge.simulator;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.photobridge.simulator.directory.SiteLocale;

/**
 * What was asked for on the command line.
 *
 * @param configFolder where keys and settings are kept for other programs
 */
record CommandLine(SimulatorOptions options, Optional<Path> configFolder, boolean help) {
    static final String USAGE = """
            Usage: java -jar m365-simulator.jar [options]
              --users N          how many people there are (500)
              --port P           first of five ports in a row: login and Graph on P, then SharePoint's root, my-site
                                 and admin host, then the control port (9440); 0 for any free ones
              --seed N           another number makes another tenant (42)
              --host ADDRESS     a loopback address (127.0.0.1)
              --throttle MODE    off, or documented: Microsoft's published limits (off)
              --config-dir DIR   keep keys there, and write ca.pem, client.pem, client.cer, client-secret.txt and
                                 tenant.properties for other programs
              --locale LANGUAGE  of the My Site host: en, nl, de or pt (en)
            """;

    static CommandLine parse(String... args) {
        CommandLine line =
                new CommandLine(SimulatorOptions.defaults().users(500).port(9440), Optional.empty(), false);
        for (int i = 0; i < args.length; i += 2) {
            if (args[i].equals("--help") || args[i].equals("-h")) {
                return new CommandLine(line.options(), line.configFolder(), true);
            }
            if (i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + " needs a value, or is no option");
            }
            line = line.with(args[i], args[i + 1]);
        }
        return line;
    }

    private CommandLine with(String name, String value) {
        return switch (name) {
            case "--users" -> with(options.users((int) number(name, value, 1, 10_000_000)));
            case "--port" -> with(options.port((int) number(name, value, 0, 65_531)));
            case "--seed" -> with(options.seed(number(name, value, Long.MIN_VALUE, Long.MAX_VALUE)));
            case "--host" -> with(options.host(loopback(value)));
            case "--throttle" -> with(options.throttled(throttled(value)));
            case "--locale" -> with(options.locale(locale(value)));
            case "--config-dir" ->
                new CommandLine(
                        options.keyFile(Path.of(value).resolve(ConfigFolder.KEYS)), Optional.of(Path.of(value)), false);
            default -> throw new IllegalArgumentException("There is no option " + name);
        };
    }

    private CommandLine with(SimulatorOptions changed) {
        return new CommandLine(changed, configFolder, help);
    }

    private static long number(String name, String value, long least, long most) {
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " needs a number, not " + value, e);
        }
        throw new IllegalArgumentException(name + " must be from " + least + " to " + most + ", not " + value);
    }

    private static String loopback(String value) {
        try {
            if (InetAddress.getByName(value).isLoopbackAddress()) {
                return value;
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("--host " + value + " is unknown", e);
        }
        throw new IllegalArgumentException(
                "--host must be a loopback address: the simulator is for this machine alone");
    }

    private static boolean throttled(String value) {
        return switch (value) {
            case "off" -> false;
            case "documented" -> true;
            default -> throw new IllegalArgumentException("--throttle is off or documented, not " + value);
        };
    }

    private static SiteLocale locale(String value) {
        try {
            return SiteLocale.valueOf(value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--locale is en, nl, de or pt, not " + value, e);
        }
    }
}
