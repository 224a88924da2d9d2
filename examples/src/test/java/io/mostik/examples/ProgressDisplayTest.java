package io.mostik.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Progress;
import io.mostik.core.ProgressListener;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);

    @Test
    void givenLog_whenWorkGoesOn_thenFewPlainLines() {
        ProgressListener lines = ProgressDisplay.on(out);

        for (int second = 0; second < 12; second++) {
            lines.onProgress(progress(second * 10L, second, false));
        }
        lines.onProgress(progress(120, 12, true));

        assertThat(shown())
                .containsExactly(
                        "  50 of 120 items, 10.0 a second, 7 s left",
                        "  100 of 120 items, 10.0 a second, waited 1 s, 2 s left",
                        "  120 of 120 items, 10.0 a second, waited 2 s, ended");
    }

    @Test
    void givenTerminal_whenWorkGoesOn_thenOneBarThatEndsWithAll() {
        ProgressListener bar = ProgressDisplay.bar(out);

        bar.onProgress(progress(60, 6, false));
        bar.onProgress(progress(120, 12, true));

        assertThat(shown.toString(StandardCharsets.UTF_8))
                .contains("items")
                .contains("120/120")
                .contains("100%");
    }

    private java.util.List<String> shown() {
        return shown.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static Progress progress(long done, int seconds, boolean ended) {
        Duration waited = Duration.ofSeconds(seconds / 6);
        return new Progress("items", done, OptionalLong.of(120), Duration.ofSeconds(seconds), waited, ended);
    }
}
