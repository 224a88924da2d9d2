package io.mostik.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** Rounds in which floor and SDK take turns, so that both see the same machine. */
final class InterleavedRounds {

    private static final long WARM = TimeUnit.SECONDS.toNanos(14);

    private final List<Cost> floors = new ArrayList<>();
    private final List<Cost> ours = new ArrayList<>();

    /** Lets both take turns for 14 seconds, unmeasured: until then compilers take a share of the CPU. */
    static void warm(int calls, Runnable floor, Runnable sdk) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < WARM) {
            InterleavedRounds unused = of(1, calls, floor, sdk);
        }
    }

    /** Makes so many rounds of so many calls; who goes first changes each time. */
    static InterleavedRounds of(int rounds, int calls, Runnable floor, Runnable sdk) {
        return of(rounds, calls, floor, sdk, () -> {});
    }

    /** As above, with something that is done before each turn and not measured. */
    static InterleavedRounds of(int rounds, int calls, Runnable floor, Runnable sdk, Runnable before) {
        InterleavedRounds ratios = new InterleavedRounds();
        for (int i = 0; i < rounds; i++) {
            boolean floorFirst = i % 2 == 0;
            before.run();
            Cost first = Cost.of(calls, floorFirst ? floor : sdk);
            before.run();
            Cost second = Cost.of(calls, floorFirst ? sdk : floor);
            ratios.floors.add(floorFirst ? first : second);
            ratios.ours.add(floorFirst ? second : first);
        }
        return ratios;
    }

    /** Returns the ratio of the medians, with the spread of the rounds. */
    Row row(String target, String measure, double atMost, ToDoubleFunction<Cost> part) {
        double floor = median(floors, part);
        double sdk = median(ours, part);
        List<Double> each = new ArrayList<>();
        for (int i = 0; i < floors.size(); i++) {
            each.add(part.applyAsDouble(ours.get(i)) / part.applyAsDouble(floors.get(i)));
        }
        each.sort(null);
        int quarter = each.size() / 4;
        String spread = String.format(Locale.ROOT, "%.2f-%.2f", each.get(quarter), each.get(each.size() - 1 - quarter));
        String figures = String.format(Locale.ROOT, "%s / %s", Row.number(sdk), Row.number(floor));
        double ratio = Math.round(100 * sdk / floor) / 100.0;
        return Row.ratio(target, measure, ratio, atMost).with(spread, figures);
    }

    /** Returns the median of the SDK's rounds. */
    double median(ToDoubleFunction<Cost> part) {
        return median(ours, part);
    }

    private static double median(List<Cost> costs, ToDoubleFunction<Cost> part) {
        double[] sorted = costs.stream().mapToDouble(part).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
