package io.mostik.datahub;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.testing.remonline.RemOnlineSimulator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many orders through a JVM with a small heap. {@code -Dmostik.hub.orders=100000} for as many as promised. */
@Tag("faults")
class SmallHeapTest {

    private static final int ORDERS = Integer.getInteger("mostik.hub.orders", 3_000);
    private static final String HEAP = "-Xmx64m";
    private static final int LINES_EVERY = 10;

    @TempDir
    Path folder;

    @Test
    void givenOrdersBeyondHeap_whenStreamed_thenAllAreWritten() throws Exception {
        Path output = folder.resolve("output.txt");
        try (RemOnlineSimulator vendor = RemOnlineSimulator.startFrozen()) {
            vendor.unlimited();
            for (int i = 0; i < ORDERS; i++) {
                boolean lines = i % LINES_EVERY == 0;
                vendor.seedOrder(seed -> {
                    seed.status(5100205).location(lines ? 3301 : 3302).total("100.00");
                    if (lines) {
                        seed.item(501, "2", "50.00", "20.00");
                    }
                });
            }

            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            HEAP,
                            "-cp",
                            System.getProperty("java.class.path"),
                            SmallHeapProgram.class.getName(),
                            vendor.v2Uri().toString(),
                            vendor.apiKey(),
                            folder.resolve("orders.csv").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = child.waitFor(30, TimeUnit.MINUTES);

            String said = Files.readString(output, StandardCharsets.UTF_8);
            assertThat(ended).isTrue();
            assertThat(said).contains(ORDERS + " inquiries, revenue " + ORDERS * 100L + ".00", ORDERS + " lines");
            assertThat(said).contains((ORDERS / LINES_EVERY) + " with cost 40.00");
            assertThat(child.exitValue()).isZero();
            System.out.print(said);
        }
    }
}
