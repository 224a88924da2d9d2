package io.mostik.pbx.vcclive;

import io.mostik.core.Secret;
import io.mostik.core.http.CallOptions;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.RetryPolicy;
import io.mostik.core.test.HostileAnswersContract;
import io.mostik.core.test.HostileCase;
import io.mostik.core.test.HostileCase.Trait;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.Answer;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

class HostileAnswersTest extends HostileAnswersContract<VccLive> {

    private static final Set<String> TABLES =
            Set.of("statistics.inboundTable", "statistics.userBasedTable", "statistics.userStatesTable");
    private static final Set<String> UNTYPED = Set.of("records.list", "statistics.inbound", "statistics.userBased");

    HostileAnswersTest() {
        super("VCC-Live", VccLive.class);
    }

    @Override
    protected Stream<HostileCase<VccLive>> cases() {
        return Contracts.all()
                .filter(contract -> !contract.operation().startsWith("raw."))
                .map(HostileAnswersTest::of);
    }

    private static HostileCase<VccLive> of(Contract contract) {
        String operation = contract.operation();
        String content = VccSamples.CONTENT.getOrDefault(operation, contract.answer());
        String answer = TABLES.contains(operation) ? "day;calls" : "{\"response\": " + content + ", \"errors\": []}";
        HostileCase<VccLive> call = HostileCase.of(operation, answer, contract.use());
        String rows = VccSamples.ROWS.get(operation);
        HostileCase<VccLive> list = rows == null ? call : call.rowsAt(rows);
        if (TABLES.contains(operation)) {
            return list.with(Trait.BARE_TEXT).with(Trait.UNTYPED);
        }
        if (operation.equals("records.addDisposition")) {
            return list.with(Trait.EMPTY_BODY_IS_DONE); // the vendor's page: the body of a success is empty
        }
        if (operation.equals("statistics.userStates")) {
            return list.with(Trait.ROWS_WITHOUT_ID);
        }
        return UNTYPED.contains(operation) ? list.with(Trait.ROWS_OF_ANY_SHAPE) : list;
    }

    @Override
    protected Map<String, String> elsewhere() {
        return Map.of();
    }

    @Override
    protected boolean isOurs(Endpoint<?> endpoint) {
        return Stream.of("campaigns.", "desktop.").noneMatch(endpoint.operation()::startsWith);
    }

    @Override
    protected VccLive connect(String uri) {
        return VccLive.builder()
                .customer("mycc")
                .token(Secret.of("test-token"))
                .baseUri(uri + "/v2")
                .http(http -> http.time(new ManualTime()).retry(RetryPolicy.none()))
                .build();
    }

    @Override
    protected VccLive with(VccLive client, CallOptions options) {
        return client.with(options);
    }

    @Override
    protected Answer error() {
        return Answer.text(
                417,
                "{\"response\":false,\"errors\":[{\"errorcode\":417,\"errormessage\":\"error.required\",\"index\":1}]}");
    }
}
