package io.mostik.pbx;

import io.mostik.core.Secret;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.RetryPolicy;
import io.mostik.core.test.HostileAnswersContract;
import io.mostik.core.test.HostileCase;
import io.mostik.core.test.HostileCase.Trait;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.Answer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** An answer with status 200 and without a status word or an error is taken for a call that has started. */
class HostilePbxAnswersTest extends HostileAnswersContract<PbxClient> {

    HostilePbxAnswersTest() {
        super("PBX", PbxClient.class);
    }

    @Override
    protected Stream<HostileCase<PbxClient>> cases() {
        return Stream.of(HostileCase.<PbxClient>of(
                        "calls.start",
                        "{\"id\":\"c-7\",\"status\":\"accepted\",\"queue\":3}",
                        pbx -> pbx.calls().start("101", "102").callId())
                .with(Trait.BARE_TEXT)
                .with(Trait.UNTYPED)
                .with(Trait.PROVEN_BY_STATUS));
    }

    @Override
    protected Map<String, String> elsewhere() {
        return Map.of(
                "recordings.download", "RecordingsApiTest",
                "recordings.url", "RecordingUrlsApiTest",
                "session.login", "PresetCallsTest");
    }

    @Override
    protected Set<String> configured() {
        return Set.of("calls.start", "recordings.download", "recordings.url", "session.login");
    }

    @Override
    protected boolean isOurs(Endpoint<?> endpoint) {
        return false;
    }

    @Override
    protected PbxClient connect(String uri) {
        return PbxClient.builder()
                .baseUri(uri)
                .credentials("crm-api", Secret.of("test-password"))
                .http(http -> http.time(new ManualTime()).retry(RetryPolicy.none()))
                .build();
    }

    @Override
    protected Answer error() {
        return Answer.text(400, "{\"error\":\"no such extension\"}");
    }

    @Override
    protected List<Answer> furtherErrors() {
        return Stream.of(
                        "ERROR: line busy",
                        "Hiba: foglalt",
                        "{\"success\":false}",
                        "{\"errors\":[\"a1\"]}",
                        "{\"status\":\"FAILED\"}")
                .map(body -> Answer.text(400, body))
                .toList();
    }
}
