package io.mostik.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** P10: fresh processes that make one call, with and without a cache of classes, next to the floor. */
final class Starts {

    private static final int FIRST_CALLS = 1_000;

    private final Jvm jvm;
    private final String base;
    private final int rounds;

    Starts(Jvm jvm, String base, int size) {
        this.jvm = jvm;
        this.base = base;
        this.rounds = 3 * size;
    }

    List<Row> rows(Path folder) {
        List<String> cache = cache(folder);
        List<Fork> floor = new ArrayList<>();
        List<Fork> sdk = new ArrayList<>();
        List<Fork> open = new ArrayList<>();
        List<Fork> cached = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            floor.add(run("floor", 1));
            sdk.add(run("sdk", 1));
            open.add(run("open", 1));
            cached.add(jvm.run(cache, Start.class, base, "sdk", "1"));
        }
        double ours = millis(sdk, Starts::toAnswer);
        double warm = millis(cached, Starts::toAnswer);
        double exit = millis(sdk, Fork::exitNanos);
        boolean closes = jvm.version() >= 21;
        String name = closes ? "AOT cache" : "AppCDS";
        Row end = closes
                ? Row.of("P10", "exit after close()", text(exit), "<= 30 ms", exit <= 30)
                : Row.of("", "exit after close()", text(exit), "", true);
        return List.of(
                ratio("P10", "start to the first typed answer", 1.05, sdk, floor, Starts::toAnswer),
                ratio("", "the same, CPU", 1.05, sdk, floor, Starts::cpu),
                Row.ratio("P10", "the same with " + name + " ÷ without", rounded(warm / ours), 0.70)
                        .with("", text(warm) + " / " + text(ours)),
                end.with("", "without close() " + text(millis(open, Fork::exitNanos))));
    }

    /** The first calls of a process, start included: what short programs feel. */
    List<Row> firstCalls() {
        List<Fork> floor = new ArrayList<>();
        List<Fork> patient = new ArrayList<>();
        List<Fork> sdk = new ArrayList<>();
        for (int i = 0; i < 2 + rounds / 3; i++) {
            floor.add(run("floor", FIRST_CALLS));
            sdk.add(run("sdk", FIRST_CALLS));
            patient.add(run("patient", FIRST_CALLS));
        }
        return List.of(
                ratio("", "first 1,000 calls, CPU", 1.15, sdk, floor, Starts::cpu),
                ratio("", "first 1,000 calls", 1.15, sdk, floor, Starts::toAnswer),
                ratio("", "first 1,000 calls, CPU, floor without timeout", 1.15, sdk, patient, Starts::cpu));
    }

    private Fork run(String who, int calls) {
        return jvm.run(Start.class, base, who, Integer.toString(calls));
    }

    private static Row ratio(
            String target, String measure, double atMost, List<Fork> sdk, List<Fork> floor, ToLongFunction<Fork> part) {
        double ours = millis(sdk, part);
        double theirs = millis(floor, part);
        return Row.ratio(target, measure, rounded(ours / theirs), atMost).with("", text(ours) + " / " + text(theirs));
    }

    /** Makes the cache in a first run, and returns the options that use it. */
    private List<String> cache(Path folder) {
        Path file = folder.resolve("classes-" + jvm.version());
        if (jvm.version() >= 25) {
            jvm.run(List.of("-XX:AOTCacheOutput=" + file), Start.class, base, "sdk", "1");
            return List.of("-XX:AOTCache=" + file);
        }
        jvm.run(List.of("-XX:ArchiveClassesAtExit=" + file), Start.class, base, "sdk", "1");
        return List.of("-XX:SharedArchiveFile=" + file);
    }

    private static long toAnswer(Fork fork) {
        if (fork.exit() != 0) {
            throw new IllegalStateException("a fresh process failed: " + fork.lines());
        }
        return fork.nanos() - fork.exitNanos();
    }

    private static long cpu(Fork fork) {
        if (fork.exit() != 0) {
            throw new IllegalStateException("a fresh process failed: " + fork.lines());
        }
        return Long.parseLong(fork.lines().get(fork.lines().size() - 1));
    }

    private static double millis(List<Fork> forks, ToLongFunction<Fork> part) {
        long[] sorted = forks.stream().mapToLong(part).sorted().toArray();
        return sorted[sorted.length / 2] / 1e6;
    }

    private static double rounded(double ratio) {
        return Math.round(100 * ratio) / 100.0;
    }

    private static String text(double millis) {
        return String.format(Locale.ROOT, "%.0f ms", millis);
    }
}
