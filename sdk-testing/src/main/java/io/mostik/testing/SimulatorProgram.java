package io.mostik.testing;

import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** Runs one simulator on a fixed port until it is interrupted: {@code vipex 8081}. */
public final class SimulatorProgram {

    private SimulatorProgram() {}

    /** Takes the simulator's name and the port; without a port any free one. Ends with 2 if it cannot start. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws InterruptedException {
        Simulator simulator;
        try {
            simulator = start(args);
        } catch (RuntimeException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "mostik-simulator-end"));
        String addresses = simulator.uris().stream().map(URI::toString).collect(Collectors.joining(" and "));
        System.out.println("Simulator " + args[0] + " listens on " + addresses + " (Ctrl+C ends it)");
        new CountDownLatch(1).await();
    }

    static Simulator start(String... args) {
        if (args.length < 1 || args.length > 2) {
            throw new IllegalArgumentException(usage());
        }
        int port = args.length == 2 ? port(args[1]) : 0;
        return Simulators.ALL.stream()
                .filter(entry -> entry.name().equals(args[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No simulator " + args[0] + ". " + usage()))
                .starter()
                .apply(port);
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535) {
            throw new IllegalArgumentException("No port: " + text + ". " + usage());
        }
        return Integer.parseInt(text);
    }

    private static String usage() {
        String names = Simulators.ALL.stream().map(Simulators.Entry::name).collect(Collectors.joining(", "));
        return "Usage: <simulator> [<port>], with a simulator of: " + names;
    }
}
