package io.mostik.core.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.SdkException;
import io.mostik.core.Secret;
import io.mostik.core.http.Authorizer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.UUID;

/** Secrets that must never be seen again. Random, so that nothing can know them by heart. */
final class Canary {

    static final Secret TOKEN = Secret.of("canary-token-" + UUID.randomUUID());
    static final Secret KEY = Secret.of("canary/key+" + UUID.randomUUID());
    static final Secret PROXY = Secret.of("canary-proxy-" + UUID.randomUUID());
    private static final Authorizer BEARER = Authorizer.bearer(TOKEN);
    private static final Authorizer QUERY = Authorizer.query("key", KEY);

    private Canary() {}

    /** Returns credentials in a header and in the query. */
    static Authorizer authorizer() {
        return request -> QUERY.authorize(BEARER.authorize(request));
    }

    /** Returns all of them in the words of a vendor that echoes what it got. */
    static String echo() {
        return "got " + TOKEN.reveal() + " and " + KEY.reveal();
    }

    /** Looks through message, causes, suppressed exceptions and every other text of a failure. */
    static void assertNotIn(SdkException failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        text.append(failure.toString()).append(failure.failure().toString());
        text.append(failure.attempts().toString());

        assertThat(text.toString()).doesNotContain("canary", "Basic ");
    }
}
