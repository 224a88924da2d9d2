package io.mostik.core.faults;

import io.mostik.core.http.ApiClient;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import io.mostik.core.test.RawServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A vendor whose name gets another address while the client lives (F08). Prints how long the old one was used. */
public final class MovingVendor {

    private MovingVendor() {}

    /** Runs it; the JVM's hosts file is named by its property, and names are kept for a second. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path hosts = Path.of(System.getProperty("jdk.net.hosts.file"));
        Files.writeString(hosts, "127.0.0.2 moving.test\n");
        try (RawServer server = RawServer.start(Lab.HEALTHY);
                ApiClient client = ApiClient.builder(ClientConfig.builder()
                                .baseUri("http://moving.test:" + server.port())
                                .allowInsecureHttp(true)
                                .build())
                        .build()) {
            boolean before = answers(client);
            Files.writeString(hosts, "127.0.0.1 moving.test\n");
            long start = System.nanoTime();
            while (!answers(client)) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            long millis = (System.nanoTime() - start) / 1_000_000;
            System.out.println("before " + before + ", after " + (millis < 5_000));
        }
        System.exit(0);
    }

    private static boolean answers(ApiClient client) {
        try {
            return client.call(Kind.READ.endpoint(JsonType.of(Json.class)))
                    .send()
                    .get("own")
                    .text()
                    .isPresent();
        } catch (io.mostik.core.SdkException e) {
            return false;
        }
    }
}
