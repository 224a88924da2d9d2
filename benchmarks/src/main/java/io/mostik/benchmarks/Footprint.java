package io.mostik.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** P6 and P9: the smallest heaps in which big bodies pass, and the size of what an embedder adds. */
final class Footprint {

    private static final int[] HEAPS = {3, 4, 5, 6, 7, 8, 10, 12, 16, 24, 32, 64, 128};
    private static final int ENOUGH = 8;

    private Footprint() {}

    /** Tries smaller heaps until one is too small; a collector without regions, as those need room of their own. */
    static List<Row> heaps(Jvm jvm, String base) {
        return List.of(heap(jvm, base, "download", 200), heap(jvm, base, "push", 20), heap(jvm, base, "push", 200));
    }

    private static Row heap(Jvm jvm, String base, String what, int megabytes) {
        int low = 0;
        int high = HEAPS.length - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            List<String> options = List.of("-XX:+UseSerialGC", "-Xmx" + HEAPS[middle] + "m");
            boolean passed = jvm.run(options, Heap.class, base, what, Integer.toString(megabytes))
                            .exit()
                    == 0;
            if (passed) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        String measure = megabytes + " MB " + (what.equals("push") ? "audio in JSON" : "download") + ", smallest heap";
        return Row.of("P6", measure, HEAPS[low] + " MB", "<= " + ENOUGH + " MB", HEAPS[low] <= ENOUGH);
    }

    static List<Row> sizes(Jars jars) {
        List<Row> rows = new ArrayList<>();
        long core = jars.size("sdk-core");
        for (String client : List.of("sdk-salesautopilot", "sdk-bank-cards", "sdk-pbx", "sdk-remonline")) {
            if (jars.size(client) == 0) {
                throw new IllegalStateException(client + " is not on the class path");
            }
            double mega = (core + jars.size(client)) / 1e6;
            rows.add(Row.of(
                            "P9",
                            "core + " + client + ", jars beyond Jackson",
                            String.format(Locale.ROOT, "%.2f MB", mega),
                            "<= 0.30 MB",
                            mega <= 0.30)
                    .with("", String.format(Locale.ROOT, "core %,d + client %,d bytes", core, jars.size(client))));
        }
        return rows;
    }
}
