package org.photobridge.simulator;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Runs the simulator as a program of its own until it is interrupted. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        CommandLine line;
        try {
            line = CommandLine.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(CommandLine.USAGE);
            System.exit(2);
            return;
        }
        if (line.help()) {
            System.out.print(CommandLine.USAGE);
            return;
        }
        run(line);
    }

    private static void run(CommandLine line) throws InterruptedException {
        M365Simulator simulator;
        try {
            ConfigFolder.prepare(line.configFolder());
            simulator = M365Simulator.start(line.options());
            ConfigFolder.write(line.configFolder(), simulator);
        } catch (UncheckedIOException | IOException e) {
            System.err.println("The simulator can't start: " + e.getMessage());
            System.exit(1);
            return;
        }
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            simulator.close();
            ended.countDown();
        }));
        print(simulator, line, System.out);
        ended.await();
    }

    private static void print(M365Simulator simulator, CommandLine line, PrintStream out) {
        out.println(
                "Microsoft 365 simulator: " + simulator.tenant().size() + " people, tenant " + simulator.tenantId());
        out.println("  Login    " + simulator.loginUrl());
        out.println("  Graph    " + simulator.graphUrl() + "/v1.0");
        out.println("  Root     " + simulator.rootUrl());
        out.println("  My site  " + simulator.mySiteUrl());
        out.println("  Admin    " + simulator.adminUrl());
        out.println("  Control  " + simulator.controlUrl() + "/control/");
        out.println("  App      " + simulator.clientId());
        out.println(line.configFolder()
                .map(Path::toString)
                .map("  Keys and settings are in "::concat)
                .orElse("  Keys are lost at the end: give --config-dir to keep them"));
        out.flush();
    }
}
