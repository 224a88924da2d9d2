package io.mostik.benchmarks;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The floor: what somebody writes by hand over {@code java.net.http} and readers of Jackson made once. */
final class Floor {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final ObjectReader ORDER = MAPPER.readerFor(FloorOrder.class);
    private static final ObjectReader PAGE = MAPPER.readerFor(FloorOrder.Orders.class);
    private static final ObjectReader CREATED = MAPPER.readerFor(FloorOrder.Created.class);
    private static final ObjectWriter WRITER = MAPPER.writer();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String base;
    private final boolean patient;

    Floor(String base) {
        this(base, false);
    }

    /**
     * Creates a floor.
     *
     * @param patient without {@code HttpRequest.timeout}, as many write it
     */
    Floor(String base, boolean patient) {
        this.base = base;
        this.patient = patient;
    }

    FloorOrder get(long id) {
        return read(FloorOrder.class, ORDER, request("/orders/" + id).GET().build());
    }

    FloorOrder.Orders page(int number) {
        return read(
                FloorOrder.Orders.class,
                PAGE,
                request("/orders?page=" + number).GET().build());
    }

    FloorOrder.Created post(Map<String, Object> order) {
        try {
            byte[] body = WRITER.writeValueAsBytes(order);
            return read(
                    FloorOrder.Created.class,
                    CREATED,
                    request("/orders")
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                            .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CompletableFuture<FloorOrder> getAsync(long id) {
        return client.sendAsync(request("/orders/" + id).GET().build(), HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(answer -> decode(FloorOrder.class, ORDER, answer));
    }

    /** Returns the status, without reading the answer into anything. */
    int status(long id) {
        return send(request("/orders/" + id).GET().build()).statusCode();
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer key")
                .header("User-Agent", "floor");
        return patient ? request : request.timeout(Duration.ofSeconds(30));
    }

    HttpClient client() {
        return client;
    }

    private <T> T read(Class<T> type, ObjectReader reader, HttpRequest request) {
        return decode(type, reader, send(request));
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T decode(Class<T> type, ObjectReader reader, HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("status " + answer.statusCode());
        }
        try {
            return type.cast(reader.readValue(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
