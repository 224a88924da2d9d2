package io.mostik.testing.vcclive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mostik.testing.HookReceiver;
import io.mostik.testing.RecordedRequest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DispositionWebhookTest {

    final VccLiveSimulator vcc = VccLiveSimulator.startFrozen();
    final HookReceiver customer = new HookReceiver();
    long record;

    @BeforeEach
    void addRecord() {
        record = vcc.addRecord(134, Map.of("phone1", "36301112233", "city", "Győr"));
    }

    @AfterEach
    void stop() {
        vcc.close();
        customer.close();
    }

    @Test
    void givenSecretInUrl_whenAgentDisposes_thenTheMessageComesAsJson() {
        vcc.onDisposition(
                VccHook.post(customer.uri("/hook?event=disposition").toString()).secretKey("s&1"));

        VccCall call = vcc.call(134, record, 17, 12, "wants the annual plan");

        RecordedRequest hook = customer.received().get(0);
        JsonNode message = hook.json();
        assertThat(hook.method()).isEqualTo("POST");
        assertThat(hook.query("secret-key")).contains("s&1");
        assertThat(hook.query("event")).contains("disposition");
        assertThat(message.path("uuid").asText()).isEqualTo(call.uuid());
        assertThat(message.path("direction").asText()).isEqualTo("out");
        assertThat(message.path("destination").asText()).isEqualTo("36301112233");
        assertThat(message.path("disposition").path("assesment").asText()).isEqualTo("ordered");
        assertThat(message.path("closed").asInt()).isEqualTo(1);
        assertThat(message.path("timestamp").asText()).isEqualTo("2026-03-02T10:15:00+01:00");
        assertThat(message.path("client_data").path("city").asText()).isEqualTo("Győr");
        assertThat(vcc.dispositions(134, record)).containsExactly(12L);
    }

    @Test
    void givenRandomIv_whenAgentDisposes_thenIvOfUrlOpensBody() throws Exception {
        vcc.onDisposition(VccHook.post(customer.uri("/hook").toString() + "?iv=${iv}")
                .encrypted("aes-256-ctr", "sdk-pbx test key"));

        VccCall call = vcc.call(134, record, 17, 12, "");
        vcc.sendDisposition(call);

        assertThat(customer.received()).hasSize(2);
        for (RecordedRequest hook : customer.received()) {
            assertThat(open(hook).path("uuid").asText()).isEqualTo(call.uuid());
        }
        assertThat(customer.received()).extracting(hook -> hook.query("iv")).doesNotHaveDuplicates();
    }

    @Test
    void givenFixedIv_whenAgentDisposes_thenItIsInTheUrl() throws Exception {
        vcc.onDisposition(VccHook.post(customer.uri("/hook").toString() + "?iv=${iv}")
                .encrypted("aes-256-ctr", "sdk-pbx test key")
                .iv(BodyEncryptionTest.IV));

        vcc.call(134, record, 17, 11, "");

        assertThat(customer.received().get(0).query("iv")).contains("000102030405060708090a0b0c0d0e0f");
        assertThat(open(customer.received().get(0)).path("closed").asInt()).isZero();
    }

    @Test
    void givenGet_whenAgentDisposes_thenTheMessageIsInTheQuery() {
        vcc.onDisposition(VccHook.post(customer.uri("/hook").toString()).method("GET"));

        vcc.call(134, record, 17, 12, "");

        assertThat(customer.received().get(0).query("disposition[dispositionid]"))
                .contains("12");
        assertThat(customer.received().get(0).query("client_data[contacts][phone1][phone]"))
                .contains("36301112233");
    }

    @Test
    void givenAnswersOtherThan200_whenSent_thenRepeated() {
        customer.answers(202, 500);
        vcc.onDisposition(VccHook.post(customer.uri("/hook").toString()));

        vcc.call(134, record, 17, 12, "");

        assertThat(vcc.deliveries()).singleElement().satisfies(delivery -> {
            assertThat(delivery.attempts()).hasSize(3);
            assertThat(delivery.accepted()).isTrue();
        });
    }

    private static JsonNode open(RecordedRequest hook) throws Exception {
        byte[] key = Arrays.copyOf("sdk-pbx test key".getBytes(UTF_8), 32);
        byte[] iv = HexFormat.of().parseHex(hook.query("iv").orElseThrow());
        Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
        return new ObjectMapper().readTree(cipher.doFinal(Base64.getDecoder().decode(hook.text())));
    }
}
