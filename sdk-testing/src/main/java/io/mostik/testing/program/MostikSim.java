package io.mostik.testing.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Every vendor on this desk, for programs in any language: {@code mostik-sim [vendor ...] [--port N] [--seed FILE] [--clock
 * real|frozen] [--journal N]}. Prints where each vendor listens; a page and an HTTP API beside them steer it. Listens on the loopback
 * address alone. Thread-safe.
 */
public final class MostikSim implements AutoCloseable {

    private final List<RunningVendor> vendors;
    private final ControlServer control;

    private MostikSim(List<RunningVendor> vendors, ControlServer control) {
        this.vendors = vendors;
        this.control = control;
    }

    /** Starts the program and waits until it is interrupted. Ends with 2 if it cannot start. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws InterruptedException {
        // Or each answer on a connection that stays open waits some 40 ms on Linux for the acknowledgement of its head.
        System.getProperties().putIfAbsent("sun.net.httpserver.nodelay", "true");
        MostikSim sim;
        try {
            Options options = Options.parse(args);
            if (options.help()) {
                System.out.println(Options.usage());
                return;
            }
            sim = start(options);
        } catch (RuntimeException e) {
            System.err.println("mostik-sim: " + e.getMessage() + System.lineSeparator() + System.lineSeparator()
                    + Options.usage());
            System.exit(2);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(sim::close, "mostik-sim-end"));
        sim.print(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        new CountDownLatch(1).await();
    }

    /**
     * Starts the vendors with the arguments of the program; {@code --port 0} takes free ports.
     *
     * @throws IllegalArgumentException if an argument is wrong; its message names it
     */
    public static MostikSim start(String... arguments) {
        return start(Options.parse(arguments));
    }

    /** Returns the address of the page; the control API is beneath, at {@code /control}. */
    public URI uri() {
        return control.uri();
    }

    @Override
    public void close() {
        control.close();
        vendors.forEach(RunningVendor::close);
    }

    private static MostikSim start(Options options) {
        JsonNode seeds = seeds(options);
        List<RunningVendor> running = new ArrayList<>();
        try {
            int first = options.port() == 0 ? FreePorts.inRow(1 + ports(options)) : options.port();
            int port = first + 1;
            for (Vendor vendor : options.vendors()) {
                running.add(RunningVendor.start(vendor, port, seeds.path(vendor.name()), options));
                port += vendor.ports();
            }
            return new MostikSim(running, ControlServer.start(first, new ControlApi(running)));
        } catch (RuntimeException e) {
            running.forEach(RunningVendor::close);
            throw e;
        }
    }

    private static int ports(Options options) {
        return options.vendors().stream().mapToInt(Vendor::ports).sum();
    }

    /** Returns what each vendor starts with: the bundled seeds, but for the vendors that the file names. */
    private static JsonNode seeds(Options options) {
        ObjectNode seeds = SimJson.read(SimJson.file("seeds.json")).deepCopy();
        options.seed().ifPresent(file -> {
            ObjectNode own = read(file);
            own.fieldNames().forEachRemaining(name -> {
                if (Vendor.ALL.stream().noneMatch(vendor -> vendor.name().equals(name))) {
                    throw new IllegalArgumentException("--seed " + file + ": unknown vendor " + name);
                }
            });
            seeds.setAll(own);
        });
        return seeds;
    }

    private static ObjectNode read(Path file) {
        try {
            JsonNode own = SimJson.read(Files.readAllBytes(file));
            if (own instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("--seed " + file + " cannot be read", e);
        } catch (Refused notJson) {
            throw new IllegalArgumentException("--seed " + file + ": " + notJson.getMessage(), notJson);
        }
        throw new IllegalArgumentException("--seed " + file + " is no JSON object of vendors");
    }

    private void print(PrintStream out) {
        out.println("mostik-sim: " + uri() + "  page and control API (" + uri() + "/control)");
        for (RunningVendor vendor : vendors) {
            out.println();
            out.println(vendor.vendor().title() + " (" + vendor.vendor().name() + ")");
            vendor.played().addresses().forEach((name, address) -> out.printf("  %-16s %s%n", name, address));
            vendor.played().keys().forEach((name, key) -> out.printf("  %-16s %s%n", name, key));
        }
        out.println();
        out.println("Ctrl+C ends it.");
    }
}
