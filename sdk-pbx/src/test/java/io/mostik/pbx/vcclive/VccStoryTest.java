package io.mostik.pbx.vcclive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.mostik.core.ApiException;
import io.mostik.core.AuthException;
import io.mostik.core.Outcome;
import io.mostik.core.Secret;
import io.mostik.core.TimeSource;
import io.mostik.core.TransportException;
import io.mostik.core.test.ManualTime;
import io.mostik.core.webhook.WebhookHttpHandler;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.pbx.vcclive.errors.BatchResult;
import io.mostik.pbx.vcclive.errors.VccError;
import io.mostik.pbx.vcclive.records.ContactUpdate;
import io.mostik.pbx.vcclive.records.FormCheck;
import io.mostik.pbx.vcclive.records.FormValue;
import io.mostik.pbx.vcclive.records.NewContact;
import io.mostik.pbx.vcclive.records.NewDisposition;
import io.mostik.pbx.vcclive.records.NewRecord;
import io.mostik.pbx.vcclive.records.PhoneSlot;
import io.mostik.pbx.vcclive.records.RecordBatch;
import io.mostik.pbx.vcclive.records.RecordDetails;
import io.mostik.pbx.vcclive.records.RecordUpdate;
import io.mostik.pbx.vcclive.statistics.Cdr;
import io.mostik.pbx.vcclive.statistics.CdrQuery;
import io.mostik.pbx.vcclive.statistics.CdrsApi;
import io.mostik.pbx.vcclive.webhooks.CallDisposition;
import io.mostik.pbx.vcclive.webhooks.VccWebhooks;
import io.mostik.pbx.vcclive.webhooks.WebhookCipher;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.vcclive.VccHook;
import io.mostik.testing.vcclive.VccLiveSimulator;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VccStoryTest {

    private static final long PROJECT = 134;
    private static final NewRecord LEAD = NewRecord.builder()
            .field("name", "Kovács Nóra")
            .field("city", FormValue.text("Pécs"))
            .field("interest", FormValue.texts(List.of("loan", "card")))
            .contact(PhoneSlot.of(1), NewContact.builder().phone("+36301112233").build())
            .phoneField(PhoneSlot.of(1))
            .build();

    VccLiveSimulator vendor;
    VccLive vcc;

    @BeforeEach
    void connect() {
        vendor = VccLiveSimulator.startFrozen();
        vcc = client(new ManualTime());
    }

    @AfterEach
    void close() {
        vcc.close();
        vendor.close();
    }

    @Test
    void givenLead_whenItIsAddedAndWorkedOn_thenVendorHasWhatWeSaid() {
        long record = vcc.records().add(PROJECT, LEAD).orElseThrow();

        vcc.records().update(PROJECT, record, Map.of("city", FormValue.text("Győr")), PhoneSlot.of(1));
        vcc.records()
                .updateContact(
                        PROJECT,
                        record,
                        PhoneSlot.of(1),
                        ContactUpdate.builder()
                                .name("Kovács Nóra")
                                .phone("36301112233")
                                .build());
        vcc.records()
                .addDisposition(
                        PROJECT,
                        record,
                        NewDisposition.builder().dispositionId(12).userId(17).build());

        RecordDetails details = vcc.records().get(PROJECT, record);
        assertThat(vendor.value(PROJECT, record, "city")).contains("Győr");
        assertThat(vendor.value(PROJECT, record, "interest")).contains("loan|card");
        assertThat(details.contacts().get("phone1").name()).contains("Kovács Nóra");
        assertThat(vendor.dispositions(PROJECT, record)).containsExactly(12L);
        assertThat(vendor.planned(PROJECT, record)).containsEntry("phone_field", "phone1");
    }

    @Test
    void givenLostAnswer_whenAdding_thenThereIsOneRecord() {
        vendor.faults().actThenDrop();

        TransportException failure = catchThrowableOfType(
                TransportException.class, () -> vcc.records().add(PROJECT, LEAD));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(vendor.records(PROJECT)).hasSize(1);
    }

    @Test
    void givenUnknownValueAndRecord_whenSending_thenOthersAreDone() {
        long record = vendor.addRecord(PROJECT, Map.of("name", "x"));

        BatchResult<RecordUpdate> result = vcc.records()
                .updateAll(
                        PROJECT,
                        RecordBatch.of(List.of(
                                RecordUpdate.of(record, Map.of("city", FormValue.text("Pécs"))),
                                RecordUpdate.of(999_999, Map.of("city", FormValue.text("Pécs"))),
                                RecordUpdate.of(record, Map.of("city", FormValue.valueId(999_999))),
                                RecordUpdate.of(record, Map.of("name", FormValue.text("y"))))));

        assertThat(result.elements())
                .extracting(BatchResult.Element::state)
                .containsExactly(
                        BatchResult.State.DONE,
                        BatchResult.State.REFUSED,
                        BatchResult.State.REFUSED,
                        BatchResult.State.DONE);
        assertThat(vendor.value(PROJECT, record, "name")).contains("y");
    }

    @Test
    void givenUnknownValue_whenAdding_thenTheErrorNamesItsField() {
        ApiException failure = catchThrowableOfType(
                ApiException.class,
                () -> vcc.records()
                        .add(
                                PROJECT,
                                NewRecord.builder()
                                        .field("city", FormValue.valueId(999_999))
                                        .build()));

        assertThat(VccError.listOf(failure))
                .isNotEmpty()
                .allMatch(error -> error.property().isPresent());
        assertThat(vendor.records(PROJECT)).isEmpty();
    }

    @Test
    void givenForms_whenChecking_thenNamesUnknownFieldsAndValues() {
        FormCheck check = FormCheck.of(vcc.projects().get(PROJECT));
        Map<String, FormValue> good = Map.of(
                "name", FormValue.text("Anything"),
                "phone3", FormValue.text("36301112233"),
                "city", FormValue.text("Győr"),
                "interest", FormValue.texts(List.of("loan", "card")));
        Map<String, FormValue> bad =
                Map.of("no_such_field", FormValue.text("x"), "interest", FormValue.text("loan|boat"));

        assertThat(check.unknownFields(good)).isEmpty();
        assertThat(check.newValues(good)).isEmpty();
        assertThat(check.newValues(bad)).isEqualTo(Map.of("interest", List.of("boat")));
        assertThatThrownBy(() -> check.requireKnownFields(bad))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no_such_field");
    }

    @Test
    void givenTokenOfOtherResources_whenCalling_thenNamesTheAllowList() {
        vendor.allowResources("/cdrs/.*");

        AuthException failure =
                catchThrowableOfType(AuthException.class, () -> vcc.projects().list());

        assertThat(failure).hasMessageContaining("allowed");
        assertThat(vcc.cdrs().list(CdrQuery.of(YearMonth.of(2026, 3))).toList()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "encrypted", "GET"})
    void givenDisposition_whenVendorTellsUs_thenCallRecordIsWaitedFor(String way) throws Exception {
        Secret secret = Secret.of("hook-secret-1");
        Secret key = Secret.of("hook key");
        boolean encrypted = way.equals("encrypted");
        VccWebhooks.Builder protection = VccWebhooks.builder().secret("secret-key", secret);
        if (encrypted) {
            protection.encryption(WebhookCipher.of("aes-256-cbc", key).requiringIv());
        }
        List<CallDisposition> events = new CopyOnWriteArrayList<>();
        WebhookReceiver<CallDisposition> receiver = protection.build().callDisposition();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/disposition", WebhookHttpHandler.of(receiver, events::add));
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/disposition";
        VccHook hook = VccHook.post(address + (encrypted ? "?iv=${iv}" : "")).secretKey(secret.reveal());
        hook = encrypted ? hook.encrypted("aes-256-cbc", key.reveal()) : way.equals("GET") ? hook.method("GET") : hook;
        vendor.onDisposition(hook);
        long record = vendor.addRecord(PROJECT, Map.of("name", "x", "phone1", "36301112233"));

        vendor.call(PROJECT, record, 17, 12, "wants the annual plan");
        CallDisposition event = events.get(0);
        VccLive patient = client(new Together(vendor.clock()));
        Cdr cdr = patient.cdrs()
                .cdrFor(event.callMonth().orElseThrow(), event.uuid().orElseThrow())
                .await(CdrsApi.ALL_LOOKS);

        assertThat(event.numberId()).hasValue(record);
        assertThat(event.disposition().orElseThrow().dispositionId()).hasValue(12);
        assertThat(cdr.numberId()).hasValue(record);
        assertThat(vendor.journal().count("GET", "/v2/cdr/{yyyy}/{MM}/{uuid}")).isEqualTo(1);
        patient.close();
        server.stop(0);
    }

    @Test
    void givenManyCalls_whenWalking_thenAllComeInThreeRequests() {
        long record = vendor.addRecord(PROJECT, Map.of("name", "x", "phone1", "36301112233"));
        for (int i = 0; i < 1200; i++) {
            vendor.call(PROJECT, record, 17, 12, "");
        }
        vendor.clock().advance(Duration.ofMinutes(5));

        assertThat(vcc.cdrs().list(CdrQuery.of(YearMonth.of(2026, 3))).stream()
                        .map(Cdr::uuid)
                        .distinct())
                .hasSize(1200);
        assertThat(vendor.journal().count("GET", "/v2/cdrs/2026/03")).isEqualTo(3);
    }

    private VccLive client(TimeSource time) {
        return VccLive.builder()
                .customer(vendor.customer())
                .token(Secret.of(vendor.token()))
                .baseUri(vendor.uri().toString())
                .http(http -> http.time(time))
                .build();
    }

    /** Our clock and the vendor's in step. */
    private record Together(SimulatedClock vendors, ManualTime ours) implements TimeSource {

        Together(SimulatedClock vendors) {
            this(vendors, new ManualTime());
        }

        @Override
        public Instant now() {
            return ours.now();
        }

        @Override
        public long nanoTime() {
            return ours.nanoTime();
        }

        @Override
        public void sleep(Duration pause) throws InterruptedException {
            ours.sleep(pause);
            vendors.advance(pause);
        }
    }
}
