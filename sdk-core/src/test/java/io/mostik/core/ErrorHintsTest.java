package io.mostik.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorHintsTest {

    private static final List<Locale> LANGUAGES = List.of(
            Locale.ENGLISH, Locale.forLanguageTag("ru"), Locale.forLanguageTag("hu"), Locale.forLanguageTag("pl"));

    private final Locale ofTheMachine = Locale.getDefault();

    static List<SdkException> failures() {
        List<SdkException> failures = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            failures.add(new TransportException("lost", FailureInfo.temporary("a.b", Outcome.UNKNOWN, phase), null));
        }
        for (ApiError.Kind kind : ApiError.Kind.values()) {
            ApiError error = ApiError.of(500, "", "no").as(kind).as(Outcome.REJECTED);
            failures.add(ApiException.of(error, FailureInfo.lasting("a.b", Outcome.REJECTED, Phase.DECODE)));
        }
        for (WebhookException.Reason reason : WebhookException.Reason.values()) {
            failures.add(new WebhookException(reason, "refused"));
        }
        failures.add(new DecodingException("odd", FailureInfo.lasting("a.b", Outcome.APPLIED, Phase.DECODE)));
        failures.add(
                new TransportException("ended", FailureInfo.cancelled("a.b", Outcome.NOT_SENT, Phase.CONNECT), null));
        return failures;
    }

    @AfterEach
    void restore() {
        Locale.setDefault(ofTheMachine);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void givenAnyFailure_whenAskedForHint_thenEachLanguageHasOne(SdkException failure) {
        List<String> hints = LANGUAGES.stream().map(failure::hint).toList();

        assertThat(hints).doesNotHaveDuplicates().allMatch(hint -> hint.length() > 40);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void givenFailureOfAnyKind_whenPrinted_thenItSaysWhatToDoNext(SdkException failure) {
        String meaning = failure.hint(Locale.ENGLISH);

        String next = failure.getMessage().substring(failure.getMessage().indexOf("] ") + 2);

        assertThat(next).isNotBlank();
        assertThat(meaning).endsWith(next);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "hu", "pl", "de"})
    void givenForeignLocale_whenAskedInEnglish_thenAnswersInEnglish(String machine) {
        Locale.setDefault(Locale.forLanguageTag(machine));
        SdkException failure =
                new TransportException("lost", FailureInfo.temporary("a.b", Outcome.NOT_SENT, Phase.CONNECT), null);

        String hint = failure.hint(Locale.FRENCH);

        assertThat(hint).startsWith("It did not happen: nothing was sent. Check the network");
    }

    @Test
    void givenVendorCode_whenAskedForHint_thenCodeBeatsStatus() {
        ErrorHints vendor = (key, locale) -> Optional.ofNullable(
                Map.of("code.E7", "Press seven.", "status.400", "Press four.").get(key));

        String byCode = refusal("E7").advisedBy(vendor).hint(Locale.ENGLISH);
        String byStatus = refusal("E8").advisedBy(vendor).hint(Locale.ENGLISH);

        assertThat(byCode).endsWith("refused. Press seven.");
        assertThat(byStatus).endsWith("refused. Press four.");
    }

    private static ApiException refusal(String code) {
        FailureInfo facts =
                FailureInfo.lasting("a.b", Outcome.REJECTED, Phase.DECODE).withRetryAfter(Optional.of(Duration.ZERO));
        return ApiException.of(ApiError.of(400, code, "no"), facts);
    }
}
