package io.mostik.remonline.contracts;

import io.mostik.core.Secret;
import io.mostik.core.http.CallOptions;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.RetryPolicy;
import io.mostik.core.test.HostileAnswersContract;
import io.mostik.core.test.HostileCase;
import io.mostik.core.test.ManualTime;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.legacy.RemOnlineLegacy;
import io.mostik.testing.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

class HostileLegacyAnswersTest extends HostileAnswersContract<RemOnlineLegacy> {

    private static final String LOGIN = "/token/new";

    HostileLegacyAnswersTest() {
        super("RemOnline-legacy", RemOnline.class);
    }

    @Override
    protected Stream<HostileCase<RemOnlineLegacy>> cases() {
        return LegacyContracts.ALL.stream().map(HostileCases::of);
    }

    @Override
    protected Map<String, String> elsewhere() {
        return Map.of("legacy.login", "RemOnlineLegacyTest");
    }

    @Override
    protected boolean isOurs(Endpoint<?> endpoint) {
        return HostileCases.isOfTokenGeneration(endpoint);
    }

    @Override
    protected RemOnlineLegacy connect(String uri) {
        return RemOnlineLegacy.builder()
                .apiKey(Secret.of("test-key"))
                .baseUri(uri)
                .http(http -> http.time(new ManualTime()).retry(RetryPolicy.none()))
                .build();
    }

    @Override
    protected Optional<Answer> beside(String target) {
        return LOGIN.equals(target)
                ? Optional.of(Answer.json(200, Map.of("token", "0123abcd", "success", true)))
                : Optional.empty();
    }

    @Override
    protected RemOnlineLegacy with(RemOnlineLegacy client, CallOptions options) {
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
