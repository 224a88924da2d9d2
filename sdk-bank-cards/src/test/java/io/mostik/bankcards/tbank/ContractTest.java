package io.mostik.bankcards.tbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.bankcards.tbank.internal.Operations;
import io.mostik.core.ApiException;
import io.mostik.core.Effect;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.TransportException;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.RateLimit;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation of the bank that the SDK has, in one table; none may be missing from it. */
class ContractTest {

    private static final int METHODS_OF_THE_BANK = 22;
    private static final JsonCodec JSON = JsonCodec.camelCase();

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    final ManualTime time = new ManualTime();
    TBank bank;

    static Stream<ContractRow> rows() {
        return ContractRows.all();
    }

    @BeforeEach
    void connect() {
        bank = BankServer.client(vendor, time);
    }

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void givenEndpoints_whenComparingWithTable_thenNoneIsMissing() {
        Map<String, Endpoint<?>> endpoints = BankEndpoints.all();

        assertThat(rows().map(ContractRow::operation)).containsExactlyInAnyOrderElementsOf(endpoints.keySet());
        assertThat(Operations.hosts().keySet()).containsExactlyInAnyOrderElementsOf(endpoints.keySet());
    }

    @Test
    void givenMethodsOfBank_whenComparingWithTable_thenEachHasOneRow() {
        assertThat(rows().map(ContractRow::index))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, METHODS_OF_THE_BANK).boxed().toList());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void givenOperation_whenCalling_thenKeepsTheContract(ContractRow row) {
        vendor.answers(200, row.answer());

        Object read = row.call().apply(bank);

        VendorServer.Sent sent = vendor.received();
        assertThat(sent.method() + " " + sent.target()).isEqualTo(row.request());
        assertThat(json(sent.body())).isEqualTo(json(row.body()));
        assertThat(read).isEqualTo(row.read());
        assertThat(vendor.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void givenRefusal_whenCalling_thenTellsOperationCodeAndIdOfError(ContractRow row) {
        vendor.answers(422, "{\"errorId\":\"e7\",\"errorMessage\":\"Нельзя\",\"errorCode\":\"NOPE\"}");

        ApiException failure =
                catchThrowableOfType(ApiException.class, () -> row.call().apply(bank));

        assertThat(failure.operation()).isEqualTo(row.operation());
        assertThat(failure.code()).contains("NOPE");
        assertThat(failure.error().details()).containsEntry("errorId", "e7");
        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void givenLostAnswer_whenCalling_thenRepeatsOnlyIfSafe(ContractRow row) {
        vendor.dropsAnswer().answers(200, row.answer());

        Optional<TransportException> failure = Optional.ofNullable(
                catchThrowableOfType(TransportException.class, () -> row.call().apply(bank)));

        boolean once = ONCE.contains(row.operation());
        assertThat(vendor.count()).isEqualTo(once ? 1 : 2);
        assertThat(failure.map(SdkException::outcome))
                .isEqualTo(once ? Optional.of(Outcome.UNKNOWN) : Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void givenPageAsAnswer_whenCalling_thenIsNoSuccess(ContractRow row) {
        vendor.answers(200, " <html>welcome</html>").answers(200, row.answer());

        Optional<ApiException> failure = Optional.ofNullable(
                catchThrowableOfType(ApiException.class, () -> row.call().apply(bank)));

        boolean once = ONCE.contains(row.operation());
        assertThat(vendor.count()).isEqualTo(once ? 1 : 2);
        assertThat(failure.map(SdkException::outcome))
                .isEqualTo(once ? Optional.of(Outcome.UNKNOWN) : Optional.empty());
    }

    private static final List<String> ONCE = List.of(
            "limits.setSpend",
            "limits.setCash",
            "limits.setBatch",
            "virtualCards.reissue",
            "virtualCards.issue",
            "identification.draft",
            "identification.attach",
            "webhooks.subscribe");

    @ParameterizedTest
    @MethodSource("rows")
    void givenOperation_whenLookingAtItsLimit_thenIsTheDocumentedOne(ContractRow row) {
        RateLimit limit = BankEndpoints.all().get(row.operation()).limit();

        assertThat(limit).isEqualTo(row.perSecond() == 0 ? RateLimit.none() : RateLimit.perSecond(row.perSecond()));
    }

    @Test
    void givenEndpoints_whenLookingAtEffects_thenReadsAreGets() {
        assertThat(BankEndpoints.all().values())
                .allSatisfy(endpoint -> assertThat(endpoint.effect() == Effect.READ)
                        .isEqualTo(endpoint.method().equals("GET")));
    }

    /** The order of properties does not matter; a body that is no JSON is compared as it is. */
    private static Object json(String body) {
        return body.startsWith("{") ? JSON.read(JsonType.of(Json.class), body.getBytes(StandardCharsets.UTF_8)) : body;
    }
}
