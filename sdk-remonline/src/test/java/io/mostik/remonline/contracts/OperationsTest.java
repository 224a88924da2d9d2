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
import io.mostik.remonline.RemOnline;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OperationsTest {

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    RemOnline remonline;

    @BeforeEach
    void connect() {
        remonline = RemOnline.builder()
                .apiKey(Secret.of("test-key"))
                .baseUri(vendor.uri() + "/v2")
                .http(http -> http.time(new ManualTime()))
                .build();
    }

    @AfterEach
    void close() {
        remonline.close();
    }

    static Stream<Contract<RemOnline>> contracts() {
        return OperationsTable.contracts();
    }

    static Stream<Contract<RemOnline>> writes() {
        return contracts()
                .filter(contract -> Operations.all().get(contract.operation()).effect() == Effect.ONCE);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void givenAnswer_whenCalling_thenSendsAndReadsAsDocumented(Contract<RemOnline> contract) {
        vendor.answers(200, contract.answer());

        Object value = contract.call().apply(remonline);

        VendorServer.Sent sent = vendor.received();
        assertThat(sent.method() + " " + sent.target()).isEqualTo(contract.request());
        assertThat(sent.header("Authorization")).isEqualTo("Bearer test-key");
        assertThat(Trees.tree(sent.body())).isEqualTo(Trees.tree(contract.body().orElse("null")));
        assertThat(value).isEqualTo(contract.expected());
        assertThat(vendor.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void givenEmptyTextFor404_whenCalling_thenSaysNotFound(Contract<RemOnline> contract) {
        vendor.answers(new MockResponse.Builder().code(404).addHeader("Content-Type", "text/plain"));

        assertThatThrownBy(() -> contract.call().apply(remonline))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining(contract.operation());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void givenFieldErrors_whenCalling_thenTellsThemAndTriesOnce(Contract<RemOnline> contract) {
        vendor.answers(400, "{\"success\":false,\"message\":{\"validation\":{\"id\":[\"unknown\"]}}}");

        ApiException failure =
                catchThrowableOfType(ApiException.class, () -> contract.call().apply(remonline));

        assertThat(failure.error().details()).containsEntry("id", "unknown");
        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(vendor.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void givenLostAnswer_whenWriting_thenIsUnknownAndSentOnce(Contract<RemOnline> contract) {
        vendor.dropsAnswer().answers(200, "{}");

        TransportException failure = catchThrowableOfType(
                TransportException.class, () -> contract.call().apply(remonline));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(vendor.count()).isEqualTo(1);
    }
}
