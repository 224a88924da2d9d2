package io.mostik.micrometer;

import io.mostik.core.http.ApiClient;
import io.mostik.core.http.CallListener;
import io.mostik.core.http.CallOptions;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;

/** A client of a vendor with one endpoint. */
final class Things implements AutoCloseable {

    private static final Endpoint<Json> GET = Endpoint.read("things.get", "GET", "/things", Json.class);

    private final ApiClient client;

    Things(VendorServer vendor, CallListener listener) {
        this.client = ApiClient.builder(ClientConfig.builder()
                        .baseUri(vendor.uri())
                        .time(new ManualTime())
                        .listener(listener)
                        .build())
                .build();
    }

    Json get() {
        return client.call(GET).send();
    }

    Json get(String requestId) {
        return client.with(CallOptions.builder().requestId(requestId).build())
                .call(GET)
                .send();
    }

    @Override
    public void close() {
        client.close();
    }
}
