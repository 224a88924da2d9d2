package io.mostik.core.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A vendor whose answers a test writes down beforehand; the one extension over MockWebServer. */
public final class VendorServer implements BeforeEachCallback, AfterEachCallback {

    private static final long PATIENCE_SECONDS = 5;

    private MockWebServer server = new MockWebServer();
    private Class<?> test = VendorServer.class;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        test = context.getRequiredTestClass();
        server = new MockWebServer();
        server.start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        server.close();
    }

    /** Returns the address of the vendor, without a slash at its end. */
    public String uri() {
        String uri = server.url("/").toString();
        return uri.substring(0, uri.length() - 1);
    }

    /** Returns the address as an URI. */
    public URI baseUri() {
        return URI.create(uri());
    }

    /** Answers with this status and no body. */
    public VendorServer answers(int status) {
        return answers(status, "");
    }

    /** Answers with this status and JSON: a text, or the name of a file beside the test that ends in {@code .json}. */
    public VendorServer answers(int status, String body) {
        return answers(new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body.endsWith(".json") ? file(body) : body));
    }

    /** Answers as MockWebServer can. */
    public VendorServer answers(MockResponse.Builder answer) {
        server.enqueue(answer.build());
        return this;
    }

    /** Answers with this status, a header and JSON. */
    public VendorServer answers(int status, String header, String value, String body) {
        return answers(
                new MockResponse.Builder().code(status).addHeader(header, value).body(body));
    }

    /** Answers each request as a function says, in place of answers given one by one. */
    public VendorServer dispatches(Function<RecordedRequest, MockResponse> answers) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answers.apply(request);
            }
        });
        return this;
    }

    /** Reads the whole request and closes the connection without an answer. */
    public VendorServer dropsAnswer() {
        return answers(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()));
    }

    /** Returns the next request received, in order. */
    public Sent received() {
        try {
            return new Sent(
                    Objects.requireNonNull(server.takeRequest(PATIENCE_SECONDS, TimeUnit.SECONDS), "no request came"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Returns how many requests came. */
    public int count() {
        return server.getRequestCount();
    }

    private String file(String name) {
        try (InputStream file = Objects.requireNonNull(test.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A request as it came. */
    public record Sent(RecordedRequest request) {

        /** Returns the verb. */
        public String method() {
            return request.getMethod();
        }

        /** Returns path and query as they stood on the wire. */
        public String target() {
            return request.getTarget();
        }

        /** Returns the first header of this name, or an empty text. */
        public String header(String name) {
            String value = request.getHeaders().get(name);
            return value == null ? "" : value;
        }

        /** Returns the body as text. */
        public String body() {
            return request.getBody() == null ? "" : request.getBody().utf8();
        }
    }
}
