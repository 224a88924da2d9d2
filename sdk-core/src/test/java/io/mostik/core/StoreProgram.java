package io.mostik.core;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What a second node does with a shared store, as a process of its own: counts, asks who was first, or writes for ever. */
final class StoreProgram {

    static final String COUNT = "count";
    static final String LONG = "long";
    static final String SHORT = "short";

    private StoreProgram() {}

    public static void main(String[] args) {
        StateStore store = JdbcStateStore.create(StoreDatabase.fromEnvironment().openPooled());
        int times = Integer.parseInt(args[1]);
        switch (args[0]) {
            case "count" -> countUp(store, times);
            case "first" -> System.out.println(firsts(store, times));
            default -> writeForEver(store);
        }
    }

    /** Starts the program over a database. */
    static Process start(StoreDatabase database, String work, int times) throws IOException {
        List<String> command = List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                StoreProgram.class.getName(),
                work,
                Integer.toString(times));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        database.writeTo(builder.environment());
        return builder.start();
    }

    static void countUp(StateStore store, int times) {
        int done = 0;
        while (done < times) {
            Optional<StateStore.Entry> entry = store.find(COUNT);
            int next = entry.map(StateStore.Entry::value).map(Integer::parseInt).orElse(0) + 1;
            long version = entry.map(StateStore.Entry::version).orElse(StateStore.ABSENT);
            if (store.write(COUNT, Integer.toString(next), version, Optional.empty())
                    .isPresent()) {
                done++;
            }
        }
    }

    static int firsts(StateStore store, int times) {
        int firsts = 0;
        for (int i = 0; i < times; i++) {
            if (store.write("seen-" + i, "", StateStore.ABSENT, Optional.of(Duration.ofHours(1)))
                    .isPresent()) {
                firsts++;
            }
        }
        return firsts;
    }

    /**
     * Replaces one long value by the next, together with a short one, and says each number once both are promised to be
     * kept.
     */
    private static void writeForEver(StateStore store) {
        while (true) {
            Optional<StateStore.Entry> last = store.find(LONG);
            int number = last.map(entry -> number(entry.value())).orElse(0) + 1;
            long version = last.map(StateStore.Entry::version).orElse(StateStore.ABSENT);
            OptionalLong written = store.commit(List.of(
                    new StateStore.Write(LONG, longValue(number), version, Optional.empty()),
                    new StateStore.Write(SHORT, Integer.toString(number), StateStore.ANY, Optional.empty())));
            if (written.isEmpty()) {
                throw new IllegalStateException("somebody else writes too");
            }
            System.out.println(number);
        }
    }

    /** Returns a value of several pages that shows whether it is whole. */
    static String longValue(int number) {
        return (number + " ").repeat(10_000);
    }

    static int number(String longValue) {
        return Integer.parseInt(longValue.substring(0, longValue.indexOf(' ')));
    }

    /** Returns what processes printed once all have ended well. */
    static List<String> outputs(Stream<Process> processes) throws Exception {
        List<String> outputs = new ArrayList<>();
        for (Process process : processes.toList()) {
            outputs.add(new String(process.getInputStream().readAllBytes()).strip());
            if (process.waitFor() != 0) {
                throw new IllegalStateException("a process ended with " + process.exitValue());
            }
        }
        return outputs;
    }
}
