package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Effect;
import io.mostik.core.Secret;
import io.mostik.core.test.ManualTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactorTest {

    private final ManualTime time = new ManualTime();
    private final ApiRequest request = TestRequest.of(Effect.READ, Duration.ofMinutes(1), time);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "say k/e y now|say *** now",
                "say k%2Fe%20y now|say *** now",
                "say k%2Fe+y now|say *** now",
                "mail a.b+c@mail.example.org now|mail *** now",
                "call +36 (30) 111-22-33 now|call *** now",
                "card 4111 1111 1111 1111 now|card *** now",
                "order 123456789 now|order 123456789 now"
            })
    void givenSecretsAndPersonalData_whenScrubbed_thenAreMasked(String text, String clean) {
        assertThat(Redactor.scrub(text, List.of(Secret.of("k/e y")))).isEqualTo(clean);
    }

    @ParameterizedTest
    @CsvSource({"abc, xabcx", "abcd, x***x"})
    void givenShortSecret_whenScrubbed_thenFourCharactersAreTheLeast(String secret, String clean) {
        assertThat(Redactor.scrub("x" + secret + "x", List.of(Secret.of(secret))))
                .isEqualTo(clean);
    }

    @Test
    void givenSecretInsideAnother_whenScrubbed_thenNothingOfTheLongerIsLeft() {
        List<Secret> secrets = List.of(Secret.of("abcd"), Secret.of("abcd-tail"));

        assertThat(Redactor.scrub("x abcd-tail x", secrets)).isEqualTo("x *** x");
    }

    @Test
    void givenBody_whenExcerpted_thenIsOneLineWithoutSecrets() {
        ApiResponse answer =
                answer("first\r\n\tsecret-word\u0000 a@b.example ").hiding(List.of(Secret.of("secret-word")));

        assertThat(Redactor.excerpt(request, answer)).isEqualTo("first ***  ***");
    }

    @ParameterizedTest
    @CsvSource({"199, false", "200, false", "201, true", "900, true"})
    void givenLongBody_whenExcerpted_thenIsCutAfterTwoHundredCharacters(int length, boolean cut) {
        String excerpt = Redactor.excerpt(request, answer("x".repeat(length)));

        assertThat(excerpt).isEqualTo("x".repeat(Math.min(length, 200)) + (cut ? "…" : ""));
    }

    @Test
    void givenConfidentialAnswerOrNone_whenExcerpted_thenTellsTheSizeOnly() {
        assertThat(Redactor.excerpt(TestRequest.confidential(time), answer("abcde")))
                .isEqualTo("5 bytes");
        assertThat(Redactor.excerpt(request, answer(""))).isEqualTo("0 bytes");
    }

    private static ApiResponse answer(String body) {
        return ApiResponse.of(400, body.getBytes(StandardCharsets.UTF_8));
    }
}
