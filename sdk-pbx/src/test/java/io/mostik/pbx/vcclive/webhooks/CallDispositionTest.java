package io.mostik.pbx.vcclive.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.WebhookException;
import io.mostik.core.WebhookException.Reason;
import io.mostik.core.once.Once;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.core.webhook.WebhookRequest;
import io.mostik.pbx.vcclive.projects.Assessment;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallDispositionTest {

    private static final VccWebhooks.Builder PROTECTION =
            VccWebhooks.builder().secret("secret-key", Secret.of(VccRequests.SECRET));

    private final WebhookReceiver<CallDisposition> receiver = PROTECTION.build().callDisposition();

    @Test
    void givenNoSecret_whenBuilding_thenNamesIt() {
        assertThatThrownBy(() -> VccWebhooks.builder().build()).hasMessageContaining("secret");
    }

    @Test
    void givenDisposition_whenReceiving_thenReadsIt() {
        CallDisposition event = receiver.receive(VccRequests.post(VccRequests.file("callDisposition.json")));

        assertThat(event.numberId()).hasValue(8377);
        assertThat(event.teamIds()).containsExactly(2L, 5L);
        assertThat(event.direction()).contains(EventDirection.OUT);
        assertThat(event.closed()).contains(true);
        assertThat(event.disposition().orElseThrow().assessment()).contains(Assessment.ORDERED);
        assertThat(event.disposition().orElseThrow().dispositionId()).hasValue(12);
        assertThat(event.disposition().orElseThrow().callback()).contains(false);
        assertThat(event.disposition().orElseThrow().unknown()).containsKey("label");
        assertThat(event.timestamp().flatMap(EventTime::instant)).contains(Instant.parse("2026-03-02T09:15:42Z"));
        assertThat(event.createTime().flatMap(time -> time.instant(ZoneId.of("Europe/Budapest"))))
                .contains(Instant.parse("2026-03-02T09:15:42Z"));
        assertThat(event.firstOutboundCallAttempt().flatMap(EventTime::local))
                .contains(LocalDateTime.of(2026, 3, 1, 14, 0, 10));
        assertThat(event.callMonth()).contains(YearMonth.of(2026, 3));
        assertThat(event.clientData().get("contacts").at("phone1", "name").text())
                .contains("Kiss Pál");
        assertThat(event.unknown()).containsKey("some_future_field");
    }

    @Test
    void givenEvent_whenPrintingIt_thenShowsNothingPersonal() {
        CallDisposition event = receiver.receive(VccRequests.post(VccRequests.file("callDisposition.json")));

        assertThat(event.toString()).doesNotContain("Kovács", "Kiss", "36301112233", "annual");
    }

    @Test
    void givenOtherSpellings_whenReceiving_thenReadsThem() {
        CallDisposition event = receiver.receive(VccRequests.post("{\"uuid\":\"u\",\"client_data\":[],\"teamids\":[],"
                + "\"disposition\":{\"id\":\"12\",\"assessment\":\"later\"},\"create_time\":\"nonsense\"}"));

        assertThat(event.disposition().orElseThrow().assessment()).contains(new Assessment("later"));
        assertThat(event.disposition().orElseThrow().dispositionId()).hasValue(12);
        assertThat(event.clientData()).isEmpty();
        assertThat(event.createTime().flatMap(EventTime::local)).isEmpty();
        assertThat(event.callMonth()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"2,3\" | 2 3",
                "2 | 2",
                "\"2\" | 2",
                "[\"2\",\"3\"] | 2 3",
                "{\"0\":2,\"2\":5} | 2 5",
                "\"\" | ''",
                "null | ''",
                "[] | ''"
            })
    void givenTeamsInAnyShape_whenReceiving_thenReadsThem(String teams, String ids) {
        CallDisposition event = receiver.receive(VccRequests.post("{\"uuid\":\"u\",\"teamids\":" + teams + "}"));

        assertThat(event.teamIds().stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .isEqualTo(ids);
        assertThat(event.unknown()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"teamids\":\"sales\"",
                "\"teamids\":{\"a\":{}}",
                "\"teamids\":1.5",
                "\"disposition\":\"busy\"",
                "\"disposition\":[1,2]",
                "\"client_data\":\"none\"",
                "\"client_data\":7"
            })
    void givenOddOptionalField_whenReceiving_thenTheEventIsRead(String odd) {
        CallDisposition event = receiver.receive(VccRequests.post("{\"uuid\":\"u\"," + odd + "}"));

        assertThat(event.uuid()).contains("u");
        assertThat(event.unknown())
                .hasSize(1)
                .allSatisfy((name, value) -> assertThat(name).startsWith("unreadable."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "\"12\"", "{\"id\":12}", "{\"dispositionid\":\"12\"}"})
    void givenIdOfADisposition_whenReceiving_thenReadsIt(String disposition) {
        CallDisposition event =
                receiver.receive(VccRequests.post("{\"uuid\":\"u\",\"disposition\":" + disposition + "}"));

        assertThat(event.disposition().orElseThrow().dispositionId()).hasValue(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "null", "[]", "false"})
    void givenNothing_whenReceiving_thenThereIsNone(String nothing) {
        CallDisposition event = receiver.receive(VccRequests.post("{\"numberid\":8377,\"uuid\":" + nothing
                + ",\"disposition\":" + nothing + ",\"client_data\":" + nothing + "}"));

        assertThat(event.uuid()).isEmpty();
        assertThat(event.disposition()).isEmpty();
        assertThat(event.clientData()).isEmpty();
        assertThat(event.unknown()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1772442942",
                "\"1772442942\"",
                "1772442942000",
                "\"2026-03-02T09:15:42Z\"",
                "\"2026-03-02T10:15:42.000+0100\""
            })
    void givenTimestampInAnyShape_whenReceiving_thenKnowsTheMoment(String timestamp) {
        CallDisposition event = receiver.receive(VccRequests.post("{\"uuid\":\"u\",\"timestamp\":" + timestamp + "}"));

        assertThat(event.timestamp().flatMap(EventTime::instant)).contains(Instant.parse("2026-03-02T09:15:42Z"));
    }

    @Test
    void givenNoCall_whenTwoRecordsClose_thenTheyAreTwoEvents() {
        String first = "{\"uuid\":null,\"projectid\":134,\"numberid\":7,\"timestamp\":1772442942}";

        String key = receiver.receive(VccRequests.post(first)).deliveryKey();

        assertThat(receiver.receive(VccRequests.post(first)).deliveryKey()).isEqualTo(key);
        assertThat(receiver.receive(VccRequests.post(first.replace("7,", "8,"))).deliveryKey())
                .isNotEqualTo(key);
    }

    @Test
    void givenParametersInTheQuery_whenReceivingGet_thenReadsThem() {
        CallDisposition event = receiver.receive(
                VccRequests.get(
                        "uuid=u&projectid=134&teamids=2,5&disposition%5Bdispositionid%5D=12&disposition%5Bassesment%5D=failed"));

        assertThat(event.projectId()).hasValue(134);
        assertThat(event.teamIds()).containsExactly(2L, 5L);
        assertThat(event.disposition().orElseThrow().assessment()).contains(Assessment.FAILED);
        assertThat(event.unknown()).isEmpty();
    }

    @Test
    void givenWrongOrMissingOrDoubledSecret_whenReceiving_thenRefuses() {
        assertRefused(receiver, VccRequests.post("secret-key=other", "{}"), Reason.UNVERIFIED, "");
        assertRefused(receiver, VccRequests.post("", "{}"), Reason.UNVERIFIED, "");
        assertRefused(
                receiver,
                VccRequests.post("secret-key=other&secret-key=" + VccRequests.SECRET, "{}"),
                Reason.UNVERIFIED,
                "");
    }

    @Test
    void givenUnreadableContent_whenReceiving_thenSaysWhere() {
        assertRefused(receiver, VccRequests.post("<xml/>"), Reason.UNREADABLE, "not JSON");
        assertRefused(receiver, VccRequests.post("{}"), Reason.UNREADABLE, "uuid");
    }

    @Test
    void givenEncryptedEvent_whenReceiving_thenDecryptsIt() {
        CallDisposition event = encrypted("sdk-pbx test key").receive(request(WebhookCipherTest.CTR));

        assertThat(event.direction()).contains(EventDirection.OUT);
    }

    @Test
    void givenWrongKey_whenReceiving_thenSaysSo() {
        assertRefused(
                encrypted("another key"),
                request(WebhookCipherTest.CTR),
                Reason.UNVERIFIED,
                "wrong key or initialisation");
    }

    @Test
    void givenCutBody_whenReceiving_thenTellsItFromAWrongKey() {
        assertRefused(
                encrypted("sdk-pbx test key"),
                request(WebhookCipherTest.CTR.substring(0, 60)),
                Reason.UNVERIFIED,
                "cut off");
    }

    @Test
    void givenPlainBodyOrGet_whenEncryptionIsConfigured_thenRefuses() {
        WebhookReceiver<CallDisposition> encrypted = encrypted("sdk-pbx test key");

        assertRefused(encrypted, request("{\"uuid\":\"u\"}"), Reason.UNREADABLE, "BASE64");
        assertRefused(encrypted, VccRequests.get("uuid=u"), Reason.UNVERIFIED, "GET");
    }

    @Test
    void givenSameEventTwice_whenHandling_thenActsOnce() {
        List<String> seen = new ArrayList<>();
        WebhookReceiver<CallDisposition> once = receiver.once(Once.over(StateStore.inMemory()));
        WebhookRequest request = VccRequests.post(VccRequests.file("callDisposition.json"));

        assertThat(once.handle(request, event -> seen.add(event.uuid().orElse("")))
                        .status())
                .isEqualTo(200);
        assertThat(once.handle(request, event -> seen.add(event.uuid().orElse("")))
                        .status())
                .isEqualTo(200);

        assertThat(seen).hasSize(1);
    }

    private static WebhookReceiver<CallDisposition> encrypted(String key) {
        return VccWebhooks.builder()
                .secret("secret-key", Secret.of(VccRequests.SECRET))
                .encryption(WebhookCipher.of("aes-256-ctr", Secret.of(key)))
                .build()
                .callDisposition();
    }

    private static WebhookRequest request(String body) {
        return VccRequests.post("secret-key=" + VccRequests.SECRET + "&iv=" + WebhookCipherTest.IV, body);
    }

    private static void assertRefused(
            WebhookReceiver<CallDisposition> receiver, WebhookRequest request, Reason reason, String text) {
        assertThatThrownBy(() -> receiver.receive(request)).isInstanceOfSatisfying(WebhookException.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(reason);
            assertThat(refusal).hasMessageContaining(text);
        });
    }
}
