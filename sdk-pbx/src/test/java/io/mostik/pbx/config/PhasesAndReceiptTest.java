package io.mostik.pbx.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.core.webhook.WebhookAuthentication;
import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookRequest;
import io.mostik.pbx.CallOutcome;
import io.mostik.pbx.CallPhase;
import io.mostik.pbx.CallRecord;
import io.mostik.pbx.workflow.CallNews;
import io.mostik.pbx.workflow.PbxWorkflows;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What follows from events and from moments of receipt, for PBXs that tell neither outcomes nor times. */
class PhasesAndReceiptTest {

    private static final String FORM = "&callId=sg-7&from=493023125001&to=493023125002&direction=in";

    private final ManualTime time = new ManualTime();
    private final Instant start = time.now();
    private final List<CallNews> news = new ArrayList<>();
    private final WebhookEndpoint sipgate = endpoint(PbxConfig.preset("sipgate"));

    private WebhookEndpoint endpoint(PbxConfig config) {
        return config.webhooks(PresetsTest.environment(config))
                .authentication(WebhookAuthentication.none())
                .build()
                .callData()
                .endpoint(
                        PbxWorkflows.of(StateStore.inMemory(time)).calls("pbx").handler(news::add));
    }

    private void pushed(String body) {
        int status = sipgate.handle(new WebhookRequest(
                        "POST",
                        "",
                        Map.of("Content-Type", List.of("application/x-www-form-urlencoded")),
                        body.getBytes(StandardCharsets.UTF_8)))
                .status();
        assertThat(status).isEqualTo(200);
        time.advance(Duration.ofSeconds(10));
    }

    private CallRecord last() {
        return news.get(news.size() - 1).call();
    }

    @Test
    void givenEndWithoutAnswer_whenNoWordTells_thenWasMissed() {
        pushed("event=newCall" + FORM);
        pushed("event=hangup&cause=forwarded" + FORM);

        assertThat(last().outcome()).isEqualTo(CallOutcome.MISSED);
        assertThat(last().phase()).isEqualTo(CallPhase.ENDED);
    }

    @Test
    void givenAnswerAfterTheEnd_whenNoWordTells_thenWasAnswered() {
        pushed("event=hangup&cause=forwarded" + FORM);
        pushed("event=answer" + FORM);

        assertThat(last().outcome()).isEqualTo(CallOutcome.ANSWERED);
        assertThat(last().phase()).isEqualTo(CallPhase.ENDED);
    }

    @Test
    void givenNoTimes_whenTold_thenMomentsOfReceiptStandMarked() {
        pushed("event=newCall" + FORM);
        pushed("event=newCall" + FORM);
        pushed("event=answer" + FORM);
        pushed("event=hangup&cause=normalClearing" + FORM);

        assertThat(news).hasSize(3);
        assertThat(last().startedAt()).contains(start);
        assertThat(last().answeredAt()).contains(start.plusSeconds(20));
        assertThat(last().endedAt()).contains(start.plusSeconds(30));
        assertThat(last().timesOfReceipt()).containsExactly("answeredAt", "endedAt", "startedAt");
        assertThat(news.get(2).sources().get("endedAt").receivedAt()).isEqualTo(start.plusSeconds(30));
    }

    @Test
    void givenBeginningAfterTheEnd_whenTold_thenHasNoTime() {
        pushed("event=hangup&cause=normalClearing" + FORM);
        pushed("event=newCall" + FORM);

        assertThat(last().endedAt()).contains(start);
        assertThat(last().startedAt()).isEmpty();
        assertThat(last().timesOfReceipt()).containsExactly("endedAt");
    }
}
