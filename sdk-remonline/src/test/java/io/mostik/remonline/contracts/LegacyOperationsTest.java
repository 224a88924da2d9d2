package io.mostik.remonline.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.ApiException;
import io.mostik.core.Effect;
import io.mostik.core.NotFoundException;
import io.mostik.core.Outcome;
import io.mostik.core.Secret;
import io.mostik.core.TransportException;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import io.mostik.remonline.legacy.RemOnlineLegacy;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LegacyOperationsTest {

    private static final String TOKEN = "{\"token\":\"0123abcd\",\"success\":true}";

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    RemOnlineLegacy remonline;

    @BeforeEach
    void connect() {
        remonline = RemOnlineLegacy.builder()
                .apiKey(Secret.of("test-key"))
                .baseUri(vendor.uri())
                .http(http -> http.time(new ManualTime()))
                .build();
    }

    @AfterEach
    void close() {
        remonline.close();
    }

    static Stream<Contract<RemOnlineLegacy>> contracts() {
        return LegacyContracts.ALL.stream();
    }

    static Stream<Contract<RemOnlineLegacy>> writes() {
        return contracts()
                .filter(contract -> Operations.all().get(contract.operation()).effect() == Effect.ONCE);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void givenAnswer_whenCalling_thenSendsAndReadsAsDocumented(Contract<RemOnlineLegacy> contract) {
        vendor.answers(200, TOKEN).answers(200, contract.answer());

        Object value = contract.call().apply(remonline);

        VendorServer.Sent login = vendor.received();
        VendorServer.Sent sent = vendor.received();
        String separator = contract.request().contains("?") ? "&" : "?";
        assertThat(login.method() + " " + login.target()).isEqualTo("POST /token/new");
        assertThat(login.body()).isEqualTo("{\"api_key\":\"test-key\"}");
        assertThat(sent.method() + " " + sent.target()).isEqualTo(contract.request() + separator + "token=0123abcd");
        assertThat(Trees.tree(sent.body())).isEqualTo(Trees.tree(contract.body().orElse("null")));
        assertThat(value).isEqualTo(contract.expected());
        assertThat(vendor.count()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void givenEmptyTextFor404_whenCalling_thenSaysNotFound(Contract<RemOnlineLegacy> contract) {
        vendor.answers(200, TOKEN)
                .answers(new MockResponse.Builder().code(404).addHeader("Content-Type", "text/plain"));

        assertThatThrownBy(() -> contract.call().apply(remonline))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining(contract.operation());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void givenFieldErrors_whenCalling_thenTellsThemAndTriesOnce(Contract<RemOnlineLegacy> contract) {
        vendor.answers(200, TOKEN)
                .answers(400, "{\"success\":false,\"message\":{\"validation\":{\"id\":[\"unknown\"]}}}");

        ApiException failure =
                catchThrowableOfType(ApiException.class, () -> contract.call().apply(remonline));

        assertThat(failure.error().details()).containsEntry("id", "unknown");
        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(vendor.count()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void givenLostAnswer_whenWriting_thenIsUnknownAndSentOnce(Contract<RemOnlineLegacy> contract) {
        vendor.answers(200, TOKEN).dropsAnswer().answers(200, "{}");

        TransportException failure = catchThrowableOfType(
                TransportException.class, () -> contract.call().apply(remonline));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(vendor.count()).isEqualTo(2);
    }

    @Test
    void givenRawCall_whenAnswerDropped_thenSendsOnceHidingSecrets() {
        vendor.answers(200, TOKEN).dropsAnswer().answers(200, "{}");

        TransportException failure = catchThrowableOfType(
                TransportException.class,
                () -> remonline
                        .raw()
                        .call(Effect.ONCE, "POST", "/estimate/{id}/items")
                        .path("id", 7)
                        .send());

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure).hasMessageNotContaining("test-key").hasMessageNotContaining("0123abcd");
        assertThat(vendor.received().target()).isEqualTo("/token/new");
        assertThat(vendor.received().target()).isEqualTo("/estimate/7/items?token=0123abcd");
        assertThat(vendor.count()).isEqualTo(2);
    }
}
