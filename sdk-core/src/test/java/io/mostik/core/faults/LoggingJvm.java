package io.mostik.core.faults;

import io.mostik.core.Secret;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Authorizer;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import io.mostik.core.test.RawServer;

/** A host application that makes one call with a key. What it prints comes from the loggers of the JDK. */
public final class LoggingJvm {

    static final String KEY = "canary-key-of-another-jvm";

    private LoggingJvm() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        try (RawServer server = RawServer.start(connection -> {
                    connection.readRequest();
                    connection.answer(200, "{}");
                });
                ApiClient client = ApiClient.builder(
                                ClientConfig.builder().baseUri(server.uri()).build())
                        .authorizer(Authorizer.bearer(Secret.of(KEY)))
                        .build()) {
            Json unused =
                    client.call(Kind.READ.endpoint(JsonType.of(Json.class))).send();
        }
        System.exit(0);
    }
}
