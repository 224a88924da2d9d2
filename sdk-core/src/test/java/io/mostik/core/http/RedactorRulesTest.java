package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Effect;
import io.mostik.core.Secret;
import io.mostik.core.test.ManualTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where exactly the line runs between what is personal or secret and what support needs. */
class RedactorRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order *4222222222222", // the shortest and the longest card
                "order *6304000000000000000",
                "order *2200700000000413",
                "INV-*5-4222222222222", // a card in a group of a code
                "+*1234567",
                "order *40702810900000000001", // an account, whatever stands before it
                "call *9001234567",
                "call *123456789012",
                "call *00361234567890",
                "call *123456789012345",
                "call *12345-67890",
                "call *12345  67890",
                "*1234567890",
                ":*1234567890",
                "order     *1234567890"
            })
    void givenPersonalNumber_whenScrubbed_thenIsMasked(String text) {
        int from = text.charAt(0) == '+' ? 0 : text.indexOf('*');

        assertThat(words(text.replace("*", ""))).isEqualTo(text.substring(0, from) + "***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order 4222222222223", // the check digit is another
                "order 4222222222220",
                "order 2200700000000417",
                "order 1000000000009", // no card begins like this
                "order 7000000000003",
                "order 400000000002", // too short for a card
                "+123456",
                "call 12345 6789",
                "call 123456789",
                "call 1234567890123",
                "call 12345678901234",
                "rows 12345   67890",
                "rows 12345 ",
                "A-12345-67890",
                "A1234567890",
                "token 1234567890abc",
                "token 1234567890_",
                "order    1234567890",
                "item#1234567890",
                "item№1234567890",
                "it ends in +",
                "it ends in +("
            })
    void givenOtherNumber_whenScrubbed_thenStays(String text) {
        assertThat(words(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "f", "A", "F", "0", "9"})
    void givenUuid_whenScrubbed_thenStays(String first) {
        String text = "request " + first + "50e8400-e29b-41d4-9716-446655440000 failed";

        assertThat(words(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ask @support now|ask @support now",
                "ask a@ now|ask a@ now",
                "ask %40support now|ask %40support now",
                "ask a@b@c.org now|ask *** now",
                "ask a@b.|ask ***."
            })
    void givenSigns_whenScrubbed_thenOnlyAddressesAreMasked(String text, String clean) {
        assertThat(words(text)).isEqualTo(clean);
    }

    @ParameterizedTest
    @CsvSource({
        "abc, abc, ***",
        "abc, abcx, abcx",
        "abc, xabc, xabc",
        "abc, -abc-, -***-",
        "abc, 1abc, 1abc",
        "canary, canary now, *** now"
    })
    void givenSecretAtAnEdge_whenScrubbed_thenIsMasked(String secret, String text, String clean) {
        assertThat(Redactor.words(text, List.of(Secret.of(secret)))).isEqualTo(clean);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "z", "A", "Z", "0", "9", "+", "/", "-", "_"})
    void givenSecretInBase64_whenScrubbed_thenTheWholeWordIsMasked(String around) {
        String word = around + encoded("canary-key-123") + around;

        assertThat(words(word)).isEqualTo("***");
        assertThat(words("x " + word + ".")).isEqualTo("x ***.");
    }

    @ParameterizedTest
    @CsvSource({"abcde, abcde, ***", "abcd, abcd, YWJjZA==", "abcd, uabcd, dWFiY2Q="})
    void givenShortSecretInBase64_whenScrubbed_thenChanceIsLeft(String secret, String sent, String clean) {
        assertThat(Redactor.words(encoded(sent), List.of(Secret.of(secret)))).isEqualTo(clean);
    }

    @Test
    void givenSecretEscapedForHtml_whenScrubbed_thenIsMasked() {
        Secret secret = Secret.of("a<b~c=é");

        assertThat(Redactor.words("x a\\u003cb~c\\u003d\\u00e9 x", List.of(secret)))
                .isEqualTo("x *** x");
    }

    @Test
    void givenLongSecretAtTheLimit_whenCut_thenNoPartIsShown() {
        String secret = "canary".repeat(200);

        assertThat(Redactor.words("1".repeat(2_040) + secret, List.of(Secret.of(secret))))
                .isEqualTo("***…");
    }

    @Test
    void givenLongText_whenScrubbed_thenItIsReadToTheLimit() {
        assertThat(words("1".repeat(2_048))).isEqualTo("***");
        assertThat(words("1".repeat(2_049))).isEqualTo("***…");
        assertThat(words("1".repeat(2_043) + " end of it")).isEqualTo("*** end …");
    }

    @Test
    void givenRequestIdOfBlanks_whenTaken_thenThereIsNone() {
        ManualTime time = new ManualTime();
        ApiRequest request = TestRequest.of(Effect.READ, Duration.ofMinutes(1), time);
        ApiHeaders headers = new ApiHeaders(Map.of("x-request-id", List.of("  ")));

        assertThat(Redactor.requestId(request, new ApiResponse(400, headers, ResponseBody.EMPTY)))
                .isEmpty();
    }

    private static String words(String text) {
        return Redactor.words(text, List.of(Secret.of("canary-key-123")));
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
