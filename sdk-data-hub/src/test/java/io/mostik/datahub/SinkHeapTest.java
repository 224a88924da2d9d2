package io.mostik.datahub;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.testing.remonline.RemOnlineSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many orders into each sink in a small heap. {@code -Dmostik.hub.sink.orders=100000} for as many as promised. */
@Tag("faults")
class SinkHeapTest {

    private static final int ORDERS = Integer.getInteger("mostik.hub.sink.orders", 300);
    private static final String HEAP = "-Xmx64m";

    @TempDir
    Path folder;

    @Test
    void givenOrdersBeyondHeap_whenWritten_thenEachSinkHasAll() throws Exception {
        Path output = folder.resolve("output.txt");
        try (RemOnlineSimulator vendor = RemOnlineSimulator.startFrozen()) {
            vendor.unlimited();
            for (int i = 0; i < ORDERS; i++) {
                if (i % 500 == 0) {
                    vendor.clock().advance(Duration.ofMinutes(1));
                }
                vendor.seedOrder(seed -> seed.status(5100205).location(3301).total("100.00"));
            }

            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            HEAP,
                            "-cp",
                            System.getProperty("java.class.path"),
                            SinkHeapProgram.class.getName(),
                            vendor.v2Uri().toString(),
                            vendor.apiKey(),
                            folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = child.waitFor(30, TimeUnit.MINUTES);

            String said = Files.readString(output);
            System.out.print(said);
            assertThat(ended).isTrue();
            for (String sink : new String[] {
                "CSV",
                "JSON lines",
                "full run into run.mv",
                "full run into run.sqlite",
                "changes with states",
                "refresh into refresh.mv",
                "refresh into refresh.sqlite"
            }) {
                assertThat(said).contains(sink + ": " + ORDERS + " in");
            }
            assertThat(said).contains("sweep of refresh.sqlite: 0 in");
            assertThat(child.exitValue()).isZero();
        }
    }
}
