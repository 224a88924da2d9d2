package io.mostik.testing.program;

import io.mostik.testing.SimulatedClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the program was called with.
 *
 * @param port of the page and the control API, the vendors' follow; 0 takes free ones
 * @param frozen whether the vendors' clocks stand
 * @param journal how many requests each vendor's journal keeps
 */
record Options(List<Vendor> vendors, int port, Optional<Path> seed, boolean frozen, int journal, boolean help) {

    static final int DEFAULT_PORT = 8700;
    static final int DEFAULT_JOURNAL = 20_000;

    static final String USAGE = """
        Usage: mostik-sim [vendor ...] [--port N] [--seed FILE] [--clock real|frozen] [--journal N] [--help]

          vendor    one or more of: %s; all of them unless named
          --port    port of the page and the control API, 8700 unless set; the vendors take the ports after it;
                    0 takes free ones
          --seed    a JSON file {"tbank": [{"action": "card", "with": {"holder": "NINA ORLOVA"}}]} in place of what the
                    vendors named in it start with
          --clock   real: the vendors' time is the machine's; frozen: it stands until it is moved
          --journal how many requests each vendor's journal keeps, 20000 unless set; a state can be written as long as
                    it has all that changed something
          --help    says this

        It listens on the loopback address alone. Ctrl+C ends it.\
        """;

    static String usage() {
        return USAGE.formatted(Vendor.ALL.stream().map(Vendor::name).collect(Collectors.joining(", ")));
    }

    /** Reads arguments; what is wrong is named in an {@link IllegalArgumentException}. */
    static Options parse(String... arguments) {
        List<Vendor> vendors = new ArrayList<>();
        int port = DEFAULT_PORT;
        Optional<Path> seed = Optional.empty();
        boolean frozen = false;
        int journal = DEFAULT_JOURNAL;
        boolean help = false;
        for (Iterator<String> each = List.of(arguments).iterator(); each.hasNext(); ) {
            String argument = each.next();
            switch (argument) {
                case "--help", "-h" -> help = true;
                case "--port" -> port = port(value(argument, each));
                case "--seed" -> seed = Optional.of(Path.of(value(argument, each)));
                case "--clock" -> frozen = frozen(value(argument, each));
                case "--journal" -> journal = journal(value(argument, each));
                default -> vendors.add(vendor(argument));
            }
        }
        List<Vendor> played = vendors.isEmpty()
                ? Vendor.ALL
                : Vendor.ALL.stream().filter(vendors::contains).toList();
        int last = port + played.stream().mapToInt(Vendor::ports).sum();
        if (port != 0 && last > 65535) {
            throw new IllegalArgumentException("--port " + port + " is too high: the vendors need ports up to " + last);
        }
        return new Options(played, port, seed, frozen, journal, help);
    }

    SimulatedClock clock() {
        return frozen ? SimulatedClock.standing() : SimulatedClock.running();
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.next();
    }

    private static Vendor vendor(String name) {
        if (name.startsWith("-")) {
            throw new IllegalArgumentException("Unknown option " + name);
        }
        return Vendor.ALL.stream()
                .filter(vendor -> vendor.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown vendor " + name));
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535) {
            throw new IllegalArgumentException("--port is a number from 0 to 65535, not " + text);
        }
        return Integer.parseInt(text);
    }

    private static int journal(String text) {
        if (!text.matches("[1-9]\\d{0,6}")) {
            throw new IllegalArgumentException("--journal is a number from 1 to 9999999, not " + text);
        }
        return Integer.parseInt(text);
    }

    private static boolean frozen(String text) {
        if (!text.equals("real") && !text.equals("frozen")) {
            throw new IllegalArgumentException("--clock is real or frozen, not " + text);
        }
        return text.equals("frozen");
    }
}
