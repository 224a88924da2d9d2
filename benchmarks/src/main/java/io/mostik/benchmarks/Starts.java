package io.mostik.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** P10: fresh processes that make one call, with and without a cache of classes, next to the floor. */
final class Starts {

    private final Jvm jvm;
    private final String base;
    private final int rounds;

    Starts(Jvm jvm, String base, int size) {
        this.jvm = jvm;
        this.base = base;
        this.rounds = 5 * size;
    }

    List<Row> rows(Path folder) {
        List<String> cache = cache(folder);
        List<Fork> floor = new ArrayList<>();
        List<Fork> sdk = new ArrayList<>();
        List<Fork> open = new ArrayList<>();
        List<Fork> cached = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            floor.add(jvm.run(Start.class, base, "floor"));
            sdk.add(jvm.run(Start.class, base, "sdk"));
            open.add(jvm.run(Start.class, base, "open"));
            cached.add(jvm.run(cache, Start.class, base, "sdk"));
        }
        double plain = millis(floor, Starts::toAnswer);
        double ours = millis(sdk, Starts::toAnswer);
        double warm = millis(cached, Starts::toAnswer);
        double exit = millis(sdk, Fork::exitNanos);
        boolean closes = jvm.version() >= 21;
        String name = closes ? "AOT cache" : "AppCDS";
        Row end = closes
                ? Row.of("P10", "exit after close()", text(exit), "<= 30 ms", exit <= 30)
                : Row.of("", "exit after close()", text(exit), "", true);
        return List.of(
                Row.ratio("P10", "start to the first typed answer", rounded(ours / plain), 1.05)
                        .with("", text(ours) + " / " + text(plain)),
                Row.ratio("P10", "the same with " + name + " ÷ without", rounded(warm / ours), 0.70)
                        .with("", text(warm) + " / " + text(ours)),
                end.with("", "without close() " + text(millis(open, Fork::exitNanos))));
    }

    /** Makes the cache in a first run, and returns the options that use it. */
    private List<String> cache(Path folder) {
        Path file = folder.resolve("classes-" + jvm.version());
        if (jvm.version() >= 25) {
            jvm.run(List.of("-XX:AOTCacheOutput=" + file), Start.class, base, "sdk");
            return List.of("-XX:AOTCache=" + file);
        }
        jvm.run(List.of("-XX:ArchiveClassesAtExit=" + file), Start.class, base, "sdk");
        return List.of("-XX:SharedArchiveFile=" + file);
    }

    private static long toAnswer(Fork fork) {
        if (fork.exit() != 0) {
            throw new IllegalStateException("a fresh process failed: " + fork.lines());
        }
        return fork.nanos() - fork.exitNanos();
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
