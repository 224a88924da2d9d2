package io.mostik.testing.salesautopilot;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mostik.testing.RecordedRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The tokens of version 2: half an hour each, by the vendor's clock. Thread-safe. */
final class V2Tokens {

    private final InstantSource clock;
    private final Map<String, Instant> ends = new ConcurrentHashMap<>();
    private final AtomicLong number = new AtomicLong();
    private volatile Duration life = Duration.ofMinutes(30);

    V2Tokens(InstantSource clock) {
        this.clock = clock;
    }

    /** Returns a new token of three parts, the second of which tells its end. */
    String issue() {
        Instant end = clock.instant().plus(life);
        String claims = "{\"exp\":" + end.getEpochSecond() + ",\"n\":" + number.incrementAndGet() + "}";
        String token = part("{\"alg\":\"HS256\"}") + "." + part(claims) + "." + part("simulated");
        ends.put(token, end);
        return token;
    }

    boolean isKnown(String token) {
        return ends.containsKey(token);
    }

    /** Refuses a request whose token is missing, unknown or over. */
    void admit(RecordedRequest request) {
        String token = request.bearer().orElseThrow(() -> Dialect.coded(401, 1005, "Authorization header is missing"));
        Instant end = ends.get(token);
        if (end == null || !clock.instant().isBefore(end)) {
            throw Dialect.coded(401, 1006, "Token expired");
        }
    }

    void life(Duration newLife) {
        life = newLife;
    }

    /** Ends every token now. */
    void end() {
        ends.replaceAll((token, end) -> Instant.MIN);
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
