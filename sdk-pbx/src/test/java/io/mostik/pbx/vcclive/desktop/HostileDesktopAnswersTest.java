package io.mostik.pbx.vcclive.desktop;

import io.mostik.core.http.Endpoint;
import io.mostik.core.http.RetryPolicy;
import io.mostik.core.test.HostileAnswersContract;
import io.mostik.core.test.HostileCase;
import io.mostik.core.test.HostileCase.Trait;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.Answer;
import java.util.Map;
import java.util.stream.Stream;

class HostileDesktopAnswersTest extends HostileAnswersContract<VccDesktop> {

    HostileDesktopAnswersTest() {
        super("VCC-Live-desktop", VccDesktop.class);
    }

    @Override
    protected Stream<HostileCase<VccDesktop>> cases() {
        return Stream.of(
                HostileCase.<VccDesktop>of("desktop.call", "", vcc -> {
                            vcc.call("+36301112233", Map.of());
                            return "";
                        })
                        .with(Trait.PROVEN_BY_STATUS),
                HostileCase.<VccDesktop>of("desktop.hangUp", "", vcc -> {
                            vcc.hangUp();
                            return "";
                        })
                        .with(Trait.PROVEN_BY_STATUS));
    }

    @Override
    protected Map<String, String> elsewhere() {
        return Map.of();
    }

    @Override
    protected boolean isOurs(Endpoint<?> endpoint) {
        return endpoint.operation().startsWith("desktop.");
    }

    @Override
    protected VccDesktop connect(String uri) {
        return VccDesktop.builder()
                .http(http -> http.baseUri(uri).time(new ManualTime()).retry(RetryPolicy.none()))
                .build();
    }

    @Override
    protected Answer error() {
        return Answer.text(400, "<error>no such call</error>");
    }
}
