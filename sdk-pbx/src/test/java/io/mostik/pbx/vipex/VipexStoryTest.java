package io.mostik.pbx.vipex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.mostik.core.ApiException;
import io.mostik.core.AuthException;
import io.mostik.core.Outcome;
import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.TransportException;
import io.mostik.core.webhook.WebhookHttpHandler;
import io.mostik.pbx.AudioFormat;
import io.mostik.pbx.CallOutcome;
import io.mostik.pbx.IncomingCall;
import io.mostik.pbx.PbxClient;
import io.mostik.pbx.Recording;
import io.mostik.pbx.RecordingRef;
import io.mostik.pbx.StartedCall;
import io.mostik.pbx.webhooks.PbxWebhooks;
import io.mostik.pbx.webhooks.RecordingFolder;
import io.mostik.pbx.workflow.CallNews;
import io.mostik.pbx.workflow.PbxWorkflows;
import io.mostik.testing.HookDelivery;
import io.mostik.testing.vipex.AnswerBehavior;
import io.mostik.testing.vipex.RecordingMode;
import io.mostik.testing.vipex.VipexCall;
import io.mostik.testing.vipex.VipexHook;
import io.mostik.testing.vipex.VipexPayload;
import io.mostik.testing.vipex.VipexSimulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class VipexStoryTest {

    private static final String KEY = "hook-key-77";

    @TempDir
    Path folder;

    final VipexSimulator pbx = VipexSimulator.startFrozen();
    final List<IncomingCall> incoming = new CopyOnWriteArrayList<>();
    final List<CallNews> updates = new CopyOnWriteArrayList<>();
    final AtomicInteger failures = new AtomicInteger();
    HttpServer crm;
    PbxClient vipex;

    @BeforeEach
    void connect() throws IOException {
        PbxWebhooks hooks = Vipex.webhooks()
                .secret(Secret.of(KEY))
                .recordings(RecordingFolder.at(folder))
                .build();
        crm = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        crm.createContext(
                "/incoming", WebhookHttpHandler.of(hooks.incomingCalls().endpoint(incoming::add)));
        crm.createContext(
                "/data",
                WebhookHttpHandler.of(hooks.callData()
                        .endpoint(PbxWorkflows.of(StateStore.inMemory())
                                .calls("pbx")
                                .handler(this::take))));
        crm.start();
        pbx.onIncomingCall(VipexHook.get(uri("/incoming")).apiKey(KEY));
        pbx.onCallData(VipexHook.post(uri("/data")).apiKey(KEY));
        vipex = Vipex.client()
                .baseUri(pbx.uri().toString())
                .credentials(pbx.username(), Secret.of(pbx.password()))
                .build();
    }

    @AfterEach
    void close() {
        vipex.close();
        crm.stop(0);
        pbx.close();
    }

    @Test
    void givenCallFromTheCrm_whenOver_thenDataAndRecordingArrive() {
        StartedCall started = vipex.calls().start("101", "06 30 111 2233");
        pbx.clock().advance(Duration.ofMinutes(5));

        CallNews over = updates.get(0);
        RecordingRef recording = over.call().recording().orElseThrow();
        Recording file = vipex.recordings().download(recording.id().orElseThrow(), folder.resolve("call.wav"));

        assertThat(pbx.dials("101", "36301112233")).isEqualTo(1);
        assertThat(updates).hasSize(1);
        assertThat(over.change()).isEqualTo(CallNews.Change.ENDED);
        assertThat(over.call().outcome()).isEqualTo(CallOutcome.ANSWERED);
        assertThat(over.call().called()).contains(started.number());
        assertThat(over.call().legs()).hasSize(2);
        assertThat(file.format()).isEqualTo(AudioFormat.WAV);
        assertThat(folder.resolve("call.wav")).isNotEmptyFile();
    }

    @Test
    void givenCallFromOutside_whenItRings_thenTheCrmIsToldAtOnce() {
        VipexCall call = pbx.incomingCall("36301112233", "3615550100", "101");

        assertThat(incoming)
                .extracting(one -> one.caller().e164().orElseThrow())
                .containsExactly("+36301112233");

        pbx.clock().advance(Duration.ofSeconds(10));
        pbx.pushCallData(call);
        pbx.clock().advance(Duration.ofMinutes(5));
        pbx.pushCallData(call);

        assertThat(updates).extracting(CallNews::change).containsExactly(CallNews.Change.BEGAN, CallNews.Change.ENDED);
        assertThat(updates.get(1).call().remote()).contains(incoming.get(0).caller());
    }

    @ParameterizedTest
    @EnumSource(VipexPayload.class)
    void givenAnyForm_whenPushedByGetOrPost_thenIsDelivered(VipexPayload payload) {
        pbx.onCallData(VipexHook.get(uri("/data")).payload(payload).apiKey(KEY));
        pbx.incomingCall("36301112233", "3615550100", "101");
        pbx.clock().advance(Duration.ofMinutes(5));
        pbx.onCallData(VipexHook.post(uri("/data")).payload(payload).apiKey(KEY));
        pbx.incomingCall("36301112244", "3615550100", "102");
        pbx.clock().advance(Duration.ofMinutes(5));

        assertThat(updates).extracting(update -> update.call().legs().size()).containsExactly(1, 1);
        assertThat(updates)
                .allSatisfy(update -> assertThat(update.call().recording()).isPresent());
    }

    @ParameterizedTest
    @EnumSource(VipexPayload.class)
    void givenRecordingWithinTheData_whenPushed_thenIsKeptAsAFile(VipexPayload payload) {
        pbx.recordings(RecordingMode.INLINE);
        pbx.onCallData(VipexHook.post(uri("/data")).payload(payload).apiKey(KEY));
        pbx.incomingCall("36301112233", "3615550100", "101");
        pbx.clock().advance(Duration.ofMinutes(5));

        RecordingRef recording = updates.get(0).call().recording().orElseThrow();
        assertThat(recording.format()).isEqualTo(AudioFormat.WAV);
        assertThat(recording.file().orElseThrow()).isNotEmptyFile().hasExtension("wav");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void givenHandlerFailingOnce_whenPushed_thenPbxRepeats() {
        failures.set(1);
        pbx.incomingCall("36301112233", "3615550100", "101");
        pbx.clock().advance(Duration.ofMinutes(5));

        HookDelivery delivery = pbx.deliveries().get(1);
        assertThat(delivery.attempts()).hasSize(2);
        assertThat(updates).hasSize(1);
    }

    @Test
    void givenWrongKey_whenPushed_thenNothingIsDelivered() {
        pbx.onCallData(VipexHook.post(uri("/data")).apiKey(KEY.replace('7', '8')));
        pbx.incomingCall("36301112233", "3615550100", "101");
        pbx.clock().advance(Duration.ofMinutes(5));

        assertThat(updates).isEmpty();
    }

    @Test
    void givenNobodyAtTheExtension_whenCalling_thenTheDataSayMissed() {
        pbx.plan("101", AnswerBehavior.NO_ANSWER);

        vipex.calls().start("101", "36301112233");
        pbx.clock().advance(Duration.ofMinutes(5));

        assertThat(updates.get(0).call().outcome()).isEqualTo(CallOutcome.MISSED);
        assertThat(updates.get(0).call().recording()).isEmpty();
    }

    @Test
    void givenWrongExtensionOrPassword_whenCalling_thenIsRefused() {
        assertThatThrownBy(() -> vipex.calls().start("999", "36301112233"))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("unknown extension");
        pbx.credentials("crm-api", "another");
        assertThatThrownBy(() -> vipex.calls().start("101", "36301112233")).isInstanceOf(AuthException.class);
        assertThat(pbx.calls()).isEmpty();
    }

    @Test
    void givenLostAnswer_whenCalling_thenRingsOnceAndIsUnknown() {
        pbx.faults().actThenDrop().times(3);

        assertThatThrownBy(() -> vipex.calls().start("101", "36301112233"))
                .isInstanceOfSatisfying(
                        TransportException.class,
                        failure -> assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN));
        assertThat(pbx.dials("101", "36301112233")).isEqualTo(1);
    }

    private void take(CallNews update) {
        if (failures.getAndDecrement() > 0) {
            throw new IllegalStateException("database is down");
        }
        updates.add(update);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + crm.getAddress().getPort() + path);
    }
}
