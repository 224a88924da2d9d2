package io.mostik.salesautopilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.ApiException;
import io.mostik.core.Effect;
import io.mostik.core.Outcome;
import io.mostik.core.TransportException;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import io.mostik.core.test.VendorServer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of every typed operation; that none is missing is checked by {@link EndpointsTest}. */
class OperationsTest extends VendorTest {

    private static final JsonCodec JSON = JsonCodec.camelCase();

    static Stream<Operation> operations() {
        return Stream.of(RecordOperations.all(), ShopOperations.all(), SecondOperations.all())
                .flatMap(operations -> operations);
    }

    /** Lets the client log in where it has to, and returns how many requests that takes. */
    private int logIn(Operation operation) {
        if (!operation.target().startsWith("/v2/")) {
            return 0;
        }
        vendor.answers(200, "{\"token\":\"a.b.c\"}").answers(200, "{\"data\":[]}");
        sales.v2().lists();
        vendor.received();
        vendor.received();
        return 2;
    }

    @ParameterizedTest
    @MethodSource("operations")
    void givenAnswer_whenCalling_thenSendsAndReadsAsDocumented(Operation operation) {
        logIn(operation);
        vendor.answers(200, operation.answer());

        Object result = operation.call().apply(sales);

        VendorServer.Sent sent = vendor.received();
        assertThat(result).isEqualTo(operation.result());
        assertThat(sent.method() + " " + sent.target()).isEqualTo(operation.verb() + " " + operation.target());
        assertThat(json(sent.body())).isEqualTo(json(operation.body()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void givenRefusal_whenCalling_thenNamesOperationAsNotDone(Operation operation) {
        int before = logIn(operation);
        vendor.answers(406, "bad");

        ApiException failure =
                catchThrowableOfType(ApiException.class, () -> operation.call().apply(sales));

        assertThat(failure.operation()).isEqualTo(operation.name());
        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(vendor.count() - before).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void givenDroppedAnswer_whenCalling_thenRepeatsOnlySafeCalls(Operation operation) {
        int before = logIn(operation);
        vendor.dropsAnswer().answers(200, operation.answer());

        if (operation.effect() == Effect.ONCE) {
            TransportException failure = catchThrowableOfType(
                    TransportException.class, () -> operation.call().apply(sales));
            assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(vendor.count() - before).isEqualTo(1);
        } else {
            assertThat(operation.call().apply(sales)).isEqualTo(operation.result());
            assertThat(vendor.count() - before).isEqualTo(2);
        }
    }

    private static Json json(String body) {
        return body.isEmpty()
                ? Json.of(null)
                : JSON.read(JsonType.of(Json.class), body.getBytes(StandardCharsets.UTF_8));
    }
}
