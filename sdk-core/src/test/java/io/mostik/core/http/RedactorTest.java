package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.mostik.core.Effect;
import io.mostik.core.Secret;
import io.mostik.core.test.ManualTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

    private static final long SMALL_STACK = 128 * 1024;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "say k/e y now|say *** now",
                "say K/E Y now|say *** now",
                "say k%2Fe%20y now|say *** now",
                "say k%2fe%20y now|say *** now",
                "say k%252Fe%2520y now|say *** now",
                "say k%2Fe+y now|say *** now",
                "say k\\/e y now|say *** now"
            })
    void givenSecret_whenScrubbed_thenIsMaskedAsItTravels(String text, String clean) {
        assertThat(words(text, "k/e y")).isEqualTo(clean);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "say a\"b\\c&d now|say *** now",
                "say a\\\"b\\\\c&d now|say *** now",
                "say a\\\"b\\\\c\\u0026d now|say *** now",
                "say a&quot;b\\c&amp;d now|say *** now"
            })
    void givenSecretWithQuotes_whenEscaped_thenIsMasked(String text, String clean) {
        assertThat(words(text, "a\"b\\c&d")).isEqualTo(clean);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "u", "us", "user:", "longer-user:"})
    void givenBasicCredentials_whenEchoed_thenSecretIsMasked(String before) {
        String sent = encoded(before + "canary-key-123");

        assertThat(words("got Basic " + sent + " for you", "canary-key-123")).isEqualTo("got Basic *** for you");
    }

    @ParameterizedTest
    @CsvSource({"abc, xabcx, xabcx", "abc, pin abc., pin ***.", "abcd, xabcdx, x***x"})
    void givenShortSecret_whenScrubbed_thenIsMaskedWhereAlone(String secret, String text, String clean) {
        assertThat(words(text, secret)).isEqualTo(clean);
    }

    @Test
    void givenSecretInsideAnother_whenScrubbed_thenBothAreGone() {
        List<Secret> secrets = List.of(Secret.of("abcd"), Secret.of("abcd-tail"));

        assertThat(Redactor.words("x abcd-tail x", secrets)).isEqualTo("x *** x");
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 380, 395, 399, 2_030, 2_040, 2_047})
    void givenSecretAtTheLimit_whenCut_thenNoPartOfItIsShown(int before) {
        String digits = words("1".repeat(before) + "canary-key-123 and more", "canary-key-123");
        String letters = words("x".repeat(before) + "canary-key-123 and more", "canary-key-123");

        assertThat(digits + letters).doesNotContain("ca", "key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.b+c@mail.example.org",
                "пётр@почта.рф",
                "anna%40example.org",
                "+36 (30) 111-22-33",
                "+36301112233",
                "8 (900) 123-45-67",
                "8 900 123 45 67",
                "8.900.123.45.67",
                "06 30 111 2233",
                "501 234 567",
                "(030) 1112233-44",
                "36301112233",
                "0036301112233",
                "44051401359",
                "4111 1111 1111 1111",
                "4111-1111-1111-1111",
                "4111111111111111",
                "2200700000000417",
                "40702810900000000001",
                "4070 2810 9000 0000 0001"
            })
    void givenPersonalData_whenScrubbed_thenIsMasked(String personal) {
        assertThat(words("call " + personal + " now", "none")).isEqualTo("call *** now");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "blocked until 2026-11-29 10:15:00",
                "blocked until 2026-11-29T10:15:00.123Z",
                "blocked until 29.11.2026 10:15",
                "between 2026-11-29 and 2026-12-01",
                "row 5 2026-11-29 10:15:00 +03:00",
                "order 1234567890123 is closed",
                "order 1234567890 is closed",
                "заказ №1234567890 закрыт",
                "order INV-2026-000123456789",
                "operationId=123456789012",
                "limit 1 234 567 890.00 exceeded",
                "limit 1 234 567,50 exceeded",
                "limit 1,234,567,890.00 exceeded",
                "limit 501 234 567 RUB exceeded",
                "limit 12345678901.50 exceeded",
                "address 192.168.100.200 is not allowed",
                "request 550e8400-e29b-41d4-a716-446655440000 failed",
                "epoch 1764411300123",
                "at 20261129101500",
                "id 123456789"
            })
    void givenWhatSupportNeeds_whenScrubbed_thenStays(String text) {
        assertThat(words(text, "none")).isEqualTo(text);
    }

    @Test
    void givenLineBreaksAndDirectionMarks_whenScrubbed_thenIsOneLine() {
        assertThat(words("first\r\n\tsecond\u0000\u202Ethird\u2028fourth", "none"))
                .isEqualTo("first second third fourth");
    }

    @ParameterizedTest
    @CsvSource({"399, false", "400, false", "401, true", "9000, true"})
    void givenLongText_whenScrubbed_thenIsCut(int length, boolean cut) {
        String clean = words("x".repeat(length), "none");

        assertThat(clean).isEqualTo("x".repeat(Math.min(length, 400)) + (cut ? "…" : ""));
    }

    static Stream<Arguments> longTexts() {
        return Stream.of(
                arguments("digits apart", "1 ".repeat(32_000)),
                arguments("ids", "1234567890, ".repeat(5_000)),
                arguments("dots", "a@b" + ".c".repeat(32_000)),
                arguments("signs", "@".repeat(64_000)),
                arguments("letters before a sign", "a".repeat(64_000) + "@b.c"),
                arguments("brackets", "+(".repeat(32_000)),
                arguments("groups", "1-".repeat(32_000)),
                arguments("thousands", "1,234".repeat(12_000)),
                arguments("picture", "<svg d='M0 0" + " L10.5 20.25".repeat(5_000)),
                arguments("base64", encoded("x".repeat(48_000))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("longTexts")
    void givenLongText_whenScrubbedOnSmallStack_thenEnds(String name, String text) throws InterruptedException {
        AtomicReference<Object> end = new AtomicReference<>(name);
        Runnable scrub = () -> end.set(words(text, "canary-key-123"));
        Thread thread = new Thread(null, scrub, name, SMALL_STACK);
        thread.setUncaughtExceptionHandler((dead, failure) -> end.set(failure));

        thread.start();
        thread.join();

        assertThat(end.get()).isInstanceOf(String.class).asString().hasSizeBetween(3, 401);
    }

    @Test
    void givenRequestIdThatEchoesTheKey_whenTaken_thenIsMaskedAndCut() {
        ManualTime time = new ManualTime();
        ApiRequest request = TestRequest.of(Effect.READ, Duration.ofMinutes(1), time);
        String header = "canary-key-123 36301112233 " + "x".repeat(500);
        ApiResponse answer = new ApiResponse(
                        400, new ApiHeaders(Map.of("x-request-id", List.of(header))), ResponseBody.EMPTY)
                .hiding(List.of(Secret.of("canary-key-123")));

        assertThat(Redactor.requestId(request, answer))
                .hasValueSatisfying(
                        id -> assertThat(id).startsWith("*** 36301112233 xxx").hasSize(101));
    }

    private static String words(String text, String secret) {
        return Redactor.words(text, List.of(Secret.of(secret)));
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
