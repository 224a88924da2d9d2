package io.mostik.core.faults;

import static io.mostik.core.faults.Lab.head;

import io.mostik.core.SdkException;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.SdkRuntime;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import io.mostik.core.test.RawServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** A JVM with little memory to which a vendor sends too much. Prints what each call came to. */
public final class SmallHeap {

    private static final JsonType<Json> JSON = JsonType.of(Json.class);

    private SmallHeap() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        try (RawServer healthy = RawServer.start(Lab.HEALTHY);
                SdkRuntime other = SdkRuntime.create();
                ApiClient neighbour = client(healthy, other)) {
            faults().forEach((name, script) -> {
                try (RawServer server = RawServer.start(script);
                        ApiClient client = client(server, Lab.runtime())) {
                    System.out.println(name + ": " + fate(client));
                }
                neighbour.call(Kind.READ.endpoint(JSON)).send();
                try (ApiClient same = client(healthy, Lab.runtime())) {
                    same.call(Kind.READ.endpoint(JSON)).send();
                }
            });
            System.out.println("all alive");
        }
        System.exit(0);
    }

    private static Map<String, RawServer.Script> faults() {
        Map<String, RawServer.Script> faults = new LinkedHashMap<>();
        faults.put("endless body", connection -> {
            connection.readRequest();
            connection.write(head(""));
            while (true) {
                connection.write(new byte[64 * 1024]);
            }
        });
        faults.put("gzip bomb", connection -> {
            connection.readRequest();
            byte[] bomb = bomb();
            connection
                    .write(head("Content-Encoding: gzip\r\nContent-Length: " + bomb.length + "\r\n"))
                    .write(bomb);
        });
        faults.put("text of 21 MB", connection -> {
            connection.readRequest();
            connection.write(head("Connection: close\r\n") + "{\"x\":\"");
            for (int i = 0; i < 21; i++) {
                connection.write("x".repeat(1_000_000));
            }
            connection.write("\"}");
        });
        faults.put("1,000 levels", Lab.answers(200, "", "[".repeat(1000) + "]".repeat(1000)));
        faults.put("1,000 digits", Lab.answers(200, "", "{\"x\":" + "7".repeat(1000) + "}"));
        return faults;
    }

    private static String fate(ApiClient client) {
        try {
            client.call(Kind.ONCE_POST.endpoint(JSON)).json(Map.of()).send();
            return "success";
        } catch (SdkException e) {
            return e.getClass().getSimpleName() + " " + e.outcome();
        }
    }

    private static byte[] bomb() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 10; i++) {
                out.write(new byte[1_000_000]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static ApiClient client(RawServer server, SdkRuntime runtime) {
        return ApiClient.builder(ClientConfig.builder()
                        .baseUri(server.uri())
                        .runtime(runtime)
                        .build())
                .build();
    }
}
