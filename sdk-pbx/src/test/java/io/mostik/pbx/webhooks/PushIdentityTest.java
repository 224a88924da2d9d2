package io.mostik.pbx.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.once.Once;
import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookReply;
import io.mostik.pbx.CallRecord;
import io.mostik.pbx.RecordingRef;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A repeated push is known again; a second call of the same number is not taken for one. */
class PushIdentityTest {

    private static final String PARTIES = "caller=36301112233&called=3615550100";

    private final PbxWebhooks webhooks =
            PbxWebhooks.builder().secret(Secret.of("push-key")).build();
    private final Once once = Once.over(StateStore.inMemory());
    private final List<Object> handled = new ArrayList<>();
    private final WebhookEndpoint incoming = webhooks.incomingCalls().once(once).endpoint(handled::add);
    private final WebhookEndpoint data = webhooks.callData().once(once).endpoint(handled::add);

    @ParameterizedTest
    @ValueSource(strings = {"&call_id=c-1", "&time=2026-03-02%2010:15:00"})
    void givenFiveTelephones_whenOneCallRings_thenItIsOneEvent(String rest) {
        WebhookEndpoint ringing = webhooks.ringingCalls().once(once).endpoint(handled::add);

        for (int extension = 101; extension <= 105; extension++) {
            twice(ringing, PARTIES + rest + "&extension=" + extension);
        }
        twice(ringing, PARTIES + "&call_id=c-2&extension=101");
        twice(ringing, "caller=36301112233&called=3615550101&time=2026-03-02%2010:15:00");

        assertThat(handled).hasSize(3);
    }

    @Test
    void givenNeitherIdNorTime_whenTelephonesRing_thenEachIsAnEvent() {
        WebhookEndpoint ringing = webhooks.ringingCalls().once(once).endpoint(handled::add);

        twice(ringing, PARTIES + "&extension=101");

        assertThat(handled).hasSize(2);
    }

    @Test
    void givenHandlerThatFails_whenTheRecordingComesAgain_thenThereIsOneFile(@TempDir Path folder) {
        List<CallRecord> calls = new ArrayList<>();
        WebhookEndpoint hook = PbxWebhooks.builder()
                .secret(Secret.of("push-key"))
                .recordings(RecordingFolder.at(folder))
                .build()
                .callData()
                .endpoint(push -> {
                    calls.addAll(push.calls());
                    if (calls.size() == 1) {
                        throw new IllegalStateException("the CRM is down");
                    }
                });
        String base64 = Base64.getEncoder().encodeToString("OggS a recording".getBytes(StandardCharsets.UTF_8));
        String push = "{\"id\":\"c-1\",\"recording_base64\":\"" + base64 + "\"}";

        assertThat(hook.handle(Requests.json("apikey=push-key", push)).status()).isEqualTo(500);
        assertThat(hook.handle(Requests.json("apikey=push-key", push)).status()).isEqualTo(200);

        assertThat(calls.get(1).recording()).isEqualTo(calls.get(0).recording());
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&extension=101", "&time=", "&time=0000-00-00%2000:00:00", "&date=2026-03-02", "&id="})
    void givenNeitherIdNorTime_whenRinging_thenEachIsACall(String rest) {
        twice(incoming, PARTIES + rest);

        assertThat(handled).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&call_id=c-1", "&time=2026-03-02%2010:15:00", "&timestamp=1772442942"})
    void givenIdOrTime_whenRingingIsRepeated_thenItIsOneCall(String rest) {
        twice(incoming, PARTIES + rest);

        assertThat(handled).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&status=missed", "&status=missed&duration=0", "&start=2026-03-02"})
    void givenNeitherIdNorTime_whenDataCome_thenEachIsACall(String rest) {
        twice(data, PARTIES + rest);

        assertThat(handled).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&id=c-1", "&start=2026-03-02%2010:15:00", "&end=2026-03-02%2010:15:00"})
    void givenIdOrTime_whenDataAreRepeated_thenTheyAreOne(String rest) {
        twice(data, PARTIES + rest);

        assertThat(handled).hasSize(1);
    }

    @Test
    void givenOneCallWithAnId_whenSeveralRepeat_thenTheyAreOne() {
        String calls = "[{\"caller\":\"36301112233\",\"called\":\"1\"},{\"id\":\"c-1\"}]";

        List<WebhookReply> replies = List.of(
                data.handle(Requests.json("apikey=push-key", calls)),
                data.handle(Requests.json("apikey=push-key", calls)));

        assertThat(replies).containsOnly(WebhookReply.ok());
        assertThat(handled).hasSize(1);
    }

    @Test
    void givenCallsThatNothingTellsApart_whenRecorded_thenBothStay(@TempDir Path folder) {
        List<CallRecord> calls = new ArrayList<>();
        WebhookEndpoint hook = PbxWebhooks.builder()
                .secret(Secret.of("push-key"))
                .recordings(RecordingFolder.at(folder))
                .build()
                .callData()
                .endpoint(push -> calls.addAll(push.calls()));

        for (String sound : List.of("OggS first recording", "OggS second recording")) {
            String base64 = Base64.getEncoder().encodeToString(sound.getBytes(StandardCharsets.UTF_8));
            hook.handle(Requests.json(
                    "apikey=push-key",
                    "{\"caller\":\"36301112233\",\"called\":\"101\",\"recording_base64\":\"" + base64 + "\"}"));
        }

        assertThat(calls)
                .extracting(call -> call.recording().flatMap(RecordingRef::file).orElseThrow())
                .doesNotHaveDuplicates()
                .allSatisfy(file -> assertThat(file).isNotEmptyFile())
                .hasSize(2);
    }

    @Test
    void givenUselessLimit_whenBuilding_thenNamesIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PbxWebhooks.builder().largestPush(0))
                .withMessageContaining("largestPush");
    }

    private static void twice(WebhookEndpoint hook, String query) {
        assertThat(List.of(
                        hook.handle(Requests.get(query + "&apikey=push-key")),
                        hook.handle(Requests.get(query + "&apikey=push-key"))))
                .containsOnly(WebhookReply.ok());
    }
}
