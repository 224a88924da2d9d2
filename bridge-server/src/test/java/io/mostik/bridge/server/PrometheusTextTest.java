package io.mostik.bridge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PrometheusTextTest {

    private final PrometheusText text = new PrometheusText();

    @Test
    void givenValuesOfAFamily_whenWritten_thenHelpAndTypeStandOnce() {
        text.gauge("open", "Not ended.", Map.of("state", "working"), 3);
        text.counter("runs_total", "Runs.", Map.of(), 1.5);
        text.gauge("open", "Not ended.", Map.of("state", "accepted"), 0);

        assertThat(text).hasToString("""
            # HELP open Not ended.
            # TYPE open gauge
            open{state="working"} 3
            open{state="accepted"} 0
            # HELP runs_total Runs.
            # TYPE runs_total counter
            runs_total 1.5
            """);
    }

    @Test
    void givenHostileLabel_whenWritten_thenItCannotEndItsLine() {
        text.gauge("open", "a\\b\nc", Map.of("link", "\"} 9\nopen{x=\"\\", "action", "ő"), 1);

        assertThat(text).hasToString("""
            # HELP open a\\\\b\\nc
            # TYPE open gauge
            open{action="ő",link="\\"} 9\\nopen{x=\\"\\\\"} 1
            """);
    }

    @Test
    void givenNumbersOfAllKinds_whenWritten_thenPrometheusReadsThem() {
        text.gauge("a", "a", Map.of(), Double.NaN);
        text.gauge("b", "b", Map.of(), Double.POSITIVE_INFINITY);
        text.gauge("c", "c", Map.of(), 1_764_412_001_007.0);

        assertThat(text.toString()).contains("\na NaN\n", "\nb +Inf\n", "\nc 1764412001007\n");
    }

    @Test
    void givenBadName_whenAdded_thenIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> text.gauge("a b", "", Map.of(), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> text.gauge("a", "", Map.of("b\"", ""), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> text.counter("a", "", Map.of(), 1));
    }
}
