package io.mostik.bankcards.tbank.tid;

import io.mostik.core.Secret;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.RetryPolicy;
import io.mostik.core.test.HostileAnswersContract;
import io.mostik.core.test.HostileCase;
import io.mostik.core.test.HostileCase.Trait;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.Answer;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Stream;

class HostileTidAnswersTest extends HostileAnswersContract<Tid> {

    HostileTidAnswersTest() {
        super("T-ID", Tid.class);
    }

    @Override
    protected Stream<HostileCase<Tid>> cases() {
        Secret token = Secret.of("a1");
        String pair =
                "{\"access_token\":\"a1\",\"refresh_token\":\"r1\",\"expires_in\":1800,\"token_type\":\"Bearer\"}";
        return Stream.of(
                HostileCase.<Tid>of(
                        "tid.exchange", pair, tid -> described(tid.exchange(Secret.of("c"), "https://a.example"))),
                HostileCase.<Tid>of(
                        "tid.introspect",
                        "{\"active\":true}",
                        tid -> tid.introspect(token).get("active").isTrue()),
                HostileCase.<Tid>of("tid.revoke", "", tid -> {
                            tid.revoke(token);
                            return "";
                        })
                        .with(Trait.PROVEN_BY_STATUS));
    }

    /** To the hour: the clock of the client moves a little with each call. */
    private static String described(TokenPair pair) {
        return pair.accessToken().reveal() + " until " + pair.expiresAt().truncatedTo(ChronoUnit.HOURS);
    }

    @Override
    protected Map<String, String> elsewhere() {
        return Map.of("tid.refresh", "TidTest");
    }

    @Override
    protected boolean isOurs(Endpoint<?> endpoint) {
        return endpoint.operation().startsWith("tid.");
    }

    @Override
    protected Tid connect(String uri) {
        return Tid.builder()
                .clientId("partner")
                .clientSecret(Secret.of("canary-secret"))
                .baseUri(uri)
                .http(http -> http.time(new ManualTime()).retry(RetryPolicy.none()))
                .build();
    }

    @Override
    protected Answer error() {
        return Answer.json(400, Map.of("error", "invalid_grant", "error_description", "spent"));
    }
}
