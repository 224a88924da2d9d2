package io.mostik.core.faults;

import io.mostik.core.SdkException;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import io.mostik.core.test.RawServer;

/** A host application that told the JDK's client to send everything twice (F15). Prints what the server read. */
public final class RetryingJvm {

    private RetryingJvm() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        for (Kind kind : Kind.values()) {
            try (RawServer server = RawServer.start(RawServer.Connection::readRequest);
                    ApiClient client = ApiClient.builder(ClientConfig.builder()
                                    .baseUri(server.uri())
                                    .retry(Lab.QUICK)
                                    .build())
                            .build()) {
                System.out.println(kind + " " + outcome(client, kind) + " read " + server.requests());
            }
        }
        System.exit(0);
    }

    private static String outcome(ApiClient client, Kind kind) {
        try {
            return client.call(kind.endpoint(JsonType.of(Json.class))).send().toString();
        } catch (SdkException e) {
            return e.outcome() + " after " + e.attempts().size();
        }
    }
}
