package io.mostik.pbx.vcclive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import mockwebserver3.MockResponse;

/** Answers as the vendor gives them: JSON that calls itself plain text. */
public final class VccReply {

    private VccReply() {}

    /** Returns success with this content of the envelope. */
    public static MockResponse.Builder response(String json) {
        return text(200, "{\"response\": " + json + ", \"errors\": []}");
    }

    /** Returns a refusal with this key. */
    public static MockResponse.Builder error(int status, String key) {
        return text(
                status,
                "{\"response\": false, \"errors\": [{\"errorcode\": " + status + ", \"errormessage\": \"" + key
                        + "\", \"index\": 1}]}");
    }

    /** Returns this text with this status. */
    public static MockResponse.Builder text(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "text/plain; charset=utf-8")
                .addHeader("X-Resource", "SampleResource")
                .body(body);
    }

    /** Returns the file of this name beside a test. */
    public static MockResponse.Builder file(Class<?> test, String name) {
        try (InputStream file = Objects.requireNonNull(test.getResourceAsStream(name), name)) {
            return text(200, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
