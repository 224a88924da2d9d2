package io.mostik.remonline.contracts;

import io.mostik.core.Secret;
import io.mostik.core.http.CallOptions;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.RetryPolicy;
import io.mostik.core.test.HostileAnswersContract;
import io.mostik.core.test.HostileCase;
import io.mostik.core.test.ManualTime;
import io.mostik.remonline.RemOnline;
import io.mostik.testing.Answer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class HostileAnswersTest extends HostileAnswersContract<RemOnline> {

    HostileAnswersTest() {
        super("RemOnline", RemOnline.class);
    }

    @Override
    protected Stream<HostileCase<RemOnline>> cases() {
        return OperationsTable.contracts().map(HostileCases::of);
    }

    @Override
    protected Map<String, String> elsewhere() {
        return Operations.all().keySet().stream()
                .filter(operation -> operation.startsWith("access."))
                .collect(Collectors.toMap(operation -> operation, operation -> "AccessApiTest"));
    }

    @Override
    protected boolean isOurs(Endpoint<?> endpoint) {
        return !HostileCases.isOfTokenGeneration(endpoint);
    }

    @Override
    protected RemOnline connect(String uri) {
        return RemOnline.builder()
                .apiKey(Secret.of("test-key"))
                .baseUri(uri + "/v2")
                .http(http -> http.time(new ManualTime()).retry(RetryPolicy.none()))
                .build();
    }

    @Override
    protected RemOnline with(RemOnline client, CallOptions options) {
        return client.with(options);
    }

    @Override
    protected Answer error() {
        return HostileCases.error();
    }

    @Override
    protected List<Answer> furtherErrors() {
        return HostileCases.furtherErrors();
    }
}
