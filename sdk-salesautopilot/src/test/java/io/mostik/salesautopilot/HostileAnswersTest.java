package io.mostik.salesautopilot;

import io.mostik.core.Effect;
import io.mostik.core.Secret;
import io.mostik.core.TimeSource;
import io.mostik.core.http.CallOptions;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.RetryPolicy;
import io.mostik.core.test.HostileAnswersContract;
import io.mostik.core.test.HostileCase;
import io.mostik.core.test.HostileCase.Trait;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

class HostileAnswersTest extends HostileAnswersContract<SalesAutopilot> {

    private static final List<String> SOURCES = List.of("billingo.", "szamlazz.", "woocommerce.");
    private static final Set<String> WHOLE = Set.of("subscribers.findBy", "v2.formFields");

    HostileAnswersTest() {
        super("SalesAutopilot", SalesAutopilot.class);
    }

    @Override
    protected Stream<HostileCase<SalesAutopilot>> cases() {
        return OperationsTest.operations().map(HostileAnswersTest::of);
    }

    private static HostileCase<SalesAutopilot> of(Operation operation) {
        String answer = operation.answer();
        HostileCase<SalesAutopilot> call = HostileCase.of(operation.name(), answer, operation.call());
        if (mayHoldNone(operation)) {
            call = call.with(Trait.NOTHING_MEANS_NONE).with(Trait.EMPTY_LIST_MEANS_NONE);
        }
        if (operation.name().equals("letters.log")) {
            call = call.with(Trait.ROWS_WITHOUT_ID);
        }
        if (WHOLE.contains(operation.name())) {
            call = call.with(Trait.ALWAYS_WHOLE);
        }
        Optional<String> rows = rows(answer);
        return rows.isPresent() ? call.rowsAt(rows.get()) : call;
    }

    /** Documented: version 1 has five forms of "nothing found", for records and objects; a count or a flag has none. */
    private static boolean mayHoldNone(Operation operation) {
        return operation.effect() == Effect.READ
                && !operation.target().startsWith("/v2/")
                && (operation.answer().matches("(?s)[\\[{].*")
                        || operation.answer().equals("0"));
    }

    private static Optional<String> rows(String answer) {
        if (answer.startsWith("[")) {
            return Optional.of("");
        }
        if (answer.startsWith("{\"subscribers\"")) {
            return Optional.of("/subscribers");
        }
        if (answer.startsWith("{\"data\":[")) {
            return Optional.of("/data");
        }
        if (answer.startsWith("{\"formfields\"")) {
            return Optional.of("/formfields");
        }
        return answer.contains("\"events\":[") ? Optional.of("/data/events") : Optional.empty();
    }

    @Override
    protected Map<String, String> elsewhere() {
        return Map.of("v2.login", "V2ApiTest");
    }

    /** Those of the sources are tried beside the sources. */
    @Override
    protected boolean isOurs(Endpoint<?> endpoint) {
        return SOURCES.stream().noneMatch(endpoint.operation()::startsWith);
    }

    @Override
    protected SalesAutopilot connect(String uri) {
        TimeSource time = new ManualTime();
        return SalesAutopilot.builder()
                .keyPair("key-user", Secret.of(VendorTest.PASSWORD))
                .baseUri(uri)
                .http(http -> http.time(time).retry(RetryPolicy.none()))
                .build();
    }

    @Override
    protected Optional<Answer> beside(String target) {
        return target.endsWith("/access-token")
                ? Optional.of(Answer.json(200, Map.of("token", "a.b.c")))
                : Optional.empty();
    }

    @Override
    protected SalesAutopilot with(SalesAutopilot client, CallOptions options) {
        return client.with(options);
    }

    @Override
    protected Answer error() {
        return Answer.json(406, Map.of("errorCode", 10101, "errorMessage", "Refused"));
    }
}
