package io.mostik.core.browser;

import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Chromium's DevTools protocol over one WebSocket: commands with answers, and events kept as they come. Thread-safe. */
final class DevTools implements WebSocket.Listener, AutoCloseable {

    private static final JsonCodec JSON = JsonCodec.camelCase();
    private static final int PATIENCE_SECONDS = 30;

    private final AtomicLong sent = new AtomicLong();
    private final Map<Long, CompletableFuture<Json>> waiting = new ConcurrentHashMap<>();
    private final List<Json> events = new CopyOnWriteArrayList<>();
    private final StringBuilder message = new StringBuilder();
    private final WebSocket socket;

    private DevTools(URI address) {
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, this)
                .join();
    }

    static DevTools connect(URI address) {
        return new DevTools(address);
    }

    /** Sends a command to a session, or to the browser if that is empty, and returns its result. */
    Json send(String session, String method, Map<String, ?> parameters) {
        long id = sent.incrementAndGet();
        Map<String, Object> command = new LinkedHashMap<>(Map.of("id", id, "method", method, "params", parameters));
        if (!session.isEmpty()) {
            command.put("sessionId", session);
        }
        CompletableFuture<Json> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        synchronized (socket) {
            socket.sendText(new String(JSON.write(command), StandardCharsets.UTF_8), true)
                    .join();
        }
        Json reply = answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        if (reply.get("error").isPresent()) {
            throw new IllegalStateException(
                    method + ": " + reply.at("error", "message").text().orElse("?"));
        }
        return reply.get("result");
    }

    /** Returns the events of a session so far. */
    List<Json> events(String session) {
        return events.stream()
                .filter(event -> event.get("sessionId").text().orElse("").equals(session))
                .toList();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        message.append(data);
        if (last) {
            Json json = JSON.read(JsonType.of(Json.class), message.toString().getBytes(StandardCharsets.UTF_8));
            message.setLength(0);
            if (json.get("id").isPresent()) {
                CompletableFuture<Json> answer =
                        waiting.remove(json.get("id").number().orElseThrow().longValue());
                answer.complete(json);
            } else {
                events.add(json);
            }
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        waiting.values().forEach(answer -> answer.completeExceptionally(error));
    }

    @Override
    public void close() {
        socket.abort();
    }
}
