package io.mostik.remonline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.ApiException;
import io.mostik.core.DecodingException;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.Secret;
import io.mostik.core.http.CallOptions;
import io.mostik.core.http.RetryPolicy;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import io.mostik.remonline.contacts.NewPerson;
import io.mostik.remonline.contacts.Person;
import io.mostik.remonline.legacy.RemOnlineLegacy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are legal JSON and prove less than they seem to. */
class OddAnswersTest {

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    private RemOnline remonline;

    @BeforeEach
    void connect() {
        remonline = RemOnline.builder()
                .apiKey(Secret.of("test-key"))
                .baseUri(vendor.uri() + "/v2")
                .http(http -> http.time(new ManualTime()).retry(RetryPolicy.none()))
                .build();
    }

    @AfterEach
    void close() {
        remonline.close();
    }

    @Test
    void givenValidationErrorWith200_whenWriting_thenKeepsItsWords() {
        vendor.answers(200, "{\"message\":\"Validation error\",\"errors\":{\"name\":[\"required\"]}}");

        ApiException failure =
                catchThrowableOfType(ApiException.class, () -> remonline.tasks().close(7));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.error().message()).isEqualTo("Validation error");
        assertThat(failure.error().details()).containsEntry("name", "required");
        assertThat(failure.error().temporary()).isFalse();
    }

    @Test
    void givenLargeRefusal_whenWriting_thenItIsNotDone() {
        vendor.answers(200, "{\"success\":false,\"data\":{\"text\":\"" + "x".repeat(5_000) + "\"}}");

        SdkException failure =
                catchThrowableOfType(SdkException.class, () -> remonline.tasks().close(7));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"success\":true}", "{\"data\":{}}", "{\"success\":true,\"data\":null}"})
    void givenProof_whenWriting_thenItIsDone(String answer) {
        vendor.answers(200, answer);

        remonline.tasks().close(7);

        assertThat(vendor.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":1.5}", "{\"id\":0}", "{\"id\":-4}", "{\"id\":1e30}", "{\"id\":\"\"}", "7.25"})
    void givenNoWholeId_whenCreating_thenItIsUnknown(String answer) {
        vendor.answers(200, answer);

        DecodingException failure = catchThrowableOfType(
                DecodingException.class,
                () -> remonline
                        .people()
                        .create(NewPerson.builder().firstName("A").build()));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void givenOddOwnField_whenReadingAPerson_thenTheOthersAreThere() {
        vendor.answers(
                200,
                "{\"id\":5,\"first_name\":\"A\",\"custom_fields\":"
                        + "[{\"id\":11,\"value\":\"red\"},{\"value\":\"odd\"},null,{\"id\":\"f12\",\"value\":3}]}");

        Person person = remonline.people().get(5);

        assertThat(person.customFields()).containsKeys("f11", "#1", "f12");
        assertThat(person.customFields().get("f11").text()).contains("red");
        assertThat(person.customFields().get("#1").get("value").text()).contains("odd");
    }

    @Test
    void givenView_whenAnotherIsMadeOfItsOptions_thenItHasBoth() {
        vendor.answers(200, "[]");
        RemOnline first =
                remonline.with(CallOptions.builder().putExtraQuery("a", "1").build());

        remonline
                .with(first.options().toBuilder().putExtraQuery("b", "2").build())
                .orders()
                .statuses();

        assertThat(vendor.received().target()).contains("a=1", "b=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"success\":true,\"token\":\" \"}", "{\"success\":true}", "{\"token\":\"a\\nb\"}"})
    void givenNoToken_whenLoggingIn_thenNamesTheField(String answer) {
        vendor.answers(200, answer);

        try (RemOnlineLegacy legacy = RemOnlineLegacy.builder()
                .apiKey(Secret.of("test-key"))
                .baseUri(vendor.uri())
                .http(http -> http.time(new ManualTime()).retry(RetryPolicy.none()))
                .build()) {
            assertThatThrownBy(() -> legacy.orders().get(1))
                    .isInstanceOf(SdkException.class)
                    .hasMessageContaining("token");
        }
    }
}
