package io.mostik.bridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.test.ManualTime;
import io.mostik.core.webhook.WebhookListener.Notice;
import io.mostik.core.webhook.WebhookListener.Result;
import io.mostik.core.webhook.WebhookMonitor;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionMetricsTest {

    @Test
    void givenTwoAddresses_whenWritten_thenTheirConnectionHasTheSum() {
        PrometheusText text = new PrometheusText();

        ConnectionMetrics.refusedHooks(
                text,
                Map.of(
                        "calls/sms", told(Result.REFUSED, Result.FAILED),
                        "calls/chat", told(Result.REFUSED, Result.ACCEPTED),
                        "calls2/chat", told(Result.REFUSED)),
                Map.of("calls/chat", Map.of("not_found", 2L)));

        assertThat(text.toString())
                .contains(
                        "inbox_refused_total{connection=\"calls\",reason=\"refused\"} 2\n",
                        "inbox_refused_total{connection=\"calls\",reason=\"failed\"} 1\n",
                        "inbox_refused_total{connection=\"calls\",reason=\"not_found\"} 2\n",
                        "inbox_refused_total{connection=\"calls2\",reason=\"refused\"} 1\n")
                .doesNotContain("accepted");
    }

    private static WebhookMonitor told(Result... results) {
        WebhookMonitor monitor = WebhookMonitor.create(new ManualTime());
        for (Result result : results) {
            monitor.told(new Notice("calls", result, "", "POST", Optional.empty(), Optional.empty()));
        }
        return monitor;
    }
}
