package io.mostik.pbx.vcclive.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.Secret;
import io.mostik.core.WebhookException;
import io.mostik.core.WebhookException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookCipherTest {

    static final String PLAIN = "{\"uuid\":\"7a1c0d52-0c3b-11ef-9f10-0242ac120002\",\"direction\":\"out\"}";
    static final String IV = "000102030405060708090a0b0c0d0e0f";
    static final String CTR =
            "8ymVZHyWnciHyzkzBrktq9HctYoBV3u60DAS7vy+GKRYZ5kgSqquQCuLKgQ3NSToYQ4WkxWPYB7FlzA13s/Dmtg=";
    static final String CTR_WITHOUT_IV =
            "n+g/ssE8s750H3JD58G9YUCZ+Ysmr5rp2R6Btqg01XNiuH/hmh1sbNweZOpLQ2jnIuAdW0QrSuCI6wOLq4uDcns=";
    static final String CBC = "42Z/g8lOtm6/ZGXJ7731j/jm7p1LiLUVkNPL/wVDARAjEWnPS462Gahq4SZVWcnVLQCUin0JIyMYXrs1EMBgJJHC"
            + "Jtus+7Ij5Zg8fM+f0M0=";
    static final Secret KEY = Secret.of("sdk-pbx test key");

    @Test
    void givenGoldenVectors_whenDecrypting_thenGivesThePlainText() {
        assertThat(decrypt("aes-256-ctr", Optional.of(IV), CTR)).isEqualTo(PLAIN);
        assertThat(decrypt("aes-256-ctr", Optional.empty(), CTR_WITHOUT_IV)).isEqualTo(PLAIN);
        assertThat(decrypt("AES-256-CBC", Optional.of(IV), CBC)).isEqualTo(PLAIN);
    }

    @Test
    void givenLineBreaksInTheBody_whenDecrypting_thenIgnoresThem() {
        assertThat(decrypt("aes-256-ctr", Optional.of(IV), CTR.substring(0, 40) + "\r\n" + CTR.substring(40) + "\n"))
                .isEqualTo(PLAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aes-256-gcm", "aes-64-ctr", "des", ""})
    void givenOtherCipher_whenNamingIt_thenRefuses(String name) {
        assertThatThrownBy(() -> WebhookCipher.of(name, KEY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cipher");
    }

    @Test
    void givenVectorThatIsNoHex_whenDecrypting_thenSaysSo() {
        assertRefused(Optional.of("zz0102030405060708090a0b0c0d0e0f"), CTR, Reason.UNREADABLE, "not hexadecimal");
    }

    @Test
    void givenShortVector_whenDecrypting_thenSaysSo() {
        assertRefused(Optional.of("0001"), CTR, Reason.UNREADABLE, "16 bytes");
    }

    @Test
    void givenBodyThatIsNoBase64_whenDecrypting_thenSaysSo() {
        assertRefused(Optional.of(IV), "{\"plain\":1}", Reason.UNREADABLE, "not BASE64");
    }

    @Test
    void givenNoVector_whenItIsRequired_thenSaysSo() {
        WebhookCipher strict = WebhookCipher.of("aes-256-ctr", KEY).requiringIv();

        assertThatThrownBy(() -> strict.decrypt(Optional.empty(), bytes(CTR)))
                .isInstanceOfSatisfying(WebhookException.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Reason.UNVERIFIED);
                    assertThat(refusal).hasMessageContaining("iv is missing");
                });
    }

    @Test
    void givenCutBlocks_whenDecrypting_thenSaysSo() {
        WebhookCipher cbc = WebhookCipher.of("aes-256-cbc", KEY);

        assertThatThrownBy(() -> cbc.decrypt(Optional.of(IV), bytes(CBC.substring(0, 100))))
                .hasMessageContaining("cut off");
    }

    @Test
    void givenCipher_whenPrintingIt_thenHidesTheKey() {
        assertThat(WebhookCipher.of("aes-256-ctr", KEY).toString()).doesNotContain("test key");
    }

    private static String decrypt(String cipher, Optional<String> iv, String body) {
        return new String(WebhookCipher.of(cipher, KEY).decrypt(iv, bytes(body)), StandardCharsets.UTF_8);
    }

    private static void assertRefused(Optional<String> iv, String body, Reason reason, String text) {
        WebhookCipher cipher = WebhookCipher.of("aes-256-ctr", KEY);
        assertThatThrownBy(() -> cipher.decrypt(iv, bytes(body)))
                .isInstanceOfSatisfying(WebhookException.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(reason);
                    assertThat(refusal).hasMessageContaining(text);
                });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
