package io.mostik.core.http;

import io.mostik.core.SdkException;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;

/**
 * The engine under a vendor's client: encodes, sends down the pipeline, decodes. One per host; cheap, owns no threads.
 * Thread-safe.
 */
public final class ApiClient implements AutoCloseable {

    private final ClientConfig config;
    private final JsonCodec codec;
    private final Transport stations;
    private final RetryLoop retry;
    private final Listening listening;
    private final ClientLife life;
    private final CallOptions options;
    private final String base;

    private ApiClient(Builder builder, SdkRuntime runtime) {
        this.config = builder.config;
        this.codec = builder.codec;
        Object credential = builder.authorizer.identity();
        this.stations = stations(builder, runtime, credential);
        this.retry = retryLoop(config, runtime, credential);
        this.listening = new Listening(config.listener());
        this.life = new ClientLife(runtime, config);
        this.options = CallOptions.none();
        this.base = config.baseUri().toString();
    }

    private ApiClient(ApiClient original, CallOptions options) {
        this.config = original.config;
        this.codec = original.codec;
        this.stations = original.stations;
        this.retry = original.retry;
        this.listening = original.listening;
        this.life = original.life;
        this.options = options;
        this.base = original.base;
    }

    /** Returns a builder of an engine with these settings. */
    public static Builder builder(ClientConfig config) {
        return new Builder(config);
    }

    /** Starts a call. */
    public <T> Call<T> call(Endpoint<T> endpoint) {
        return new Call<>(this, Objects.requireNonNull(endpoint, "endpoint"));
    }

    /** Returns a view of this engine whose calls have these options. */
    public ApiClient with(CallOptions newOptions) {
        return new ApiClient(this, Objects.requireNonNull(newOptions, "options"));
    }

    /** Returns the settings. */
    public ClientConfig config() {
        return config;
    }

    /**
     * Ends the calls under way as cancelled, and refuses new ones. Connections that no other client of the runtime uses
     * are closed: at once on JDK 21 and later, with the next garbage collection on 17. May be called twice, and from
     * anywhere.
     */
    @Override
    public void close() {
        life.close();
    }

    /** The path of one call: so many tries, each through the stations and read at once. */
    <T> CallResult<T> send(ApiRequest request, AnswerReader<T> reader) {
        CallResult<T> result = tried(request, reader);
        options.onResult().ifPresent(told -> listening.result(told, result));
        return result;
    }

    private <T> CallResult<T> tried(ApiRequest request, AnswerReader<T> reader) {
        try (CallsInFlight.InFlight call = life.calls().enter(request.operation())) {
            try {
                return retry.run(request, number -> {
                    ApiResponse response = stations.send(request);
                    return CallResult.of(read(request, response, reader), request, response, number);
                });
            } catch (SdkException e) {
                throw call.seenAs(e);
            }
        }
    }

    /** The stations that each try passes, from the wire outwards. To change their order is to change this method. */
    private static Transport stations(Builder builder, SdkRuntime runtime, Object credential) {
        ClientConfig config = builder.config;
        Listening listening = new Listening(config.listener());
        Wire wire = Wire.of(config, runtime);

        Transport transport = new ObservedTransport(wire.out(), listening, config.time());
        transport = new AdmissionGate(transport, limits(config, runtime, credential, wire), listening, config.time());
        transport = builder.quirks.apply(transport);
        transport = new AuthorizingTransport(transport, builder.authorizer);
        transport = new FailureDetectingTransport(transport, builder.errors, config.time());
        return config.around().apply(transport);
    }

    private static AdmissionGate.Limits limits(ClientConfig config, SdkRuntime runtime, Object credential, Wire wire) {
        String host = SharedLimits.host(config.baseUri());
        return new AdmissionGate.Limits(
                (scope, limit) -> runtime.limits().governor(host, credential, scope, limit, config.time()),
                config.rateLimit(),
                config.rateGate(),
                wire.connections(),
                config.retry().longestRetryAfter());
    }

    /** The way out, and how many requests may be on it: as many as there are connections, unless the embedder brings it. */
    private record Wire(Transport out, Optional<Permits> connections) {

        static Wire of(ClientConfig config, SdkRuntime runtime) {
            if (config.transport().isPresent()) {
                return new Wire(config.transport().get(), Optional.empty());
            }
            JdkTransport out = runtime.transport(config);
            return new Wire(out, Optional.of(out.connections(SharedLimits.host(config.baseUri()))));
        }
    }

    private static RetryLoop retryLoop(ClientConfig config, SdkRuntime runtime, Object credential) {
        return new RetryLoop(
                config.retry(),
                runtime.limits().budget(SharedLimits.host(config.baseUri()), credential),
                new Listening(config.listener()),
                config.time(),
                () -> ThreadLocalRandom.current().nextLong());
    }

    /** How an answer that reports no error becomes the result of its call. */
    @FunctionalInterface
    interface AnswerReader<T> {
        T read(ApiResponse response);
    }

    private static <T> T read(ApiRequest request, ApiResponse response, AnswerReader<T> reader) {
        try {
            return reader.read(response);
        } catch (JsonException e) {
            throw DecodingFailures.describe(request, response, e);
        } catch (IllegalArgumentException | IllegalStateException | StackOverflowError e) {
            // A model that refuses its content, or a caller's stack too small for it: the vendor has acted in any case.
            JsonException refused =
                    new JsonException("not taken: " + e.getClass().getSimpleName());
            throw DecodingFailures.describe(request, response, refused);
        }
    }

    <T> T read(JsonType<T> type, ApiResponse response) {
        try (InputStream body = response.body().stream()) {
            return codec.read(type, body);
        } catch (IOException e) {
            throw new IllegalStateException("a stream over memory failed", e);
        }
    }

    byte[] write(Object value) {
        return codec.write(value);
    }

    /** Returns a JSON object with further properties. */
    byte[] withFields(byte[] object, Map<String, Object> extra) {
        try {
            Map<String, Object> all = new LinkedHashMap<>(codec.read(JsonType.mapOf(Object.class), object));
            all.putAll(extra);
            return codec.write(all);
        } catch (JsonException e) {
            throw new IllegalArgumentException("extra fields go into a JSON object only");
        }
    }

    Map<String, Object> fields(Object model) {
        return codec.fields(model);
    }

    String text(Object scalar) {
        return codec.text(scalar);
    }

    CallOptions options() {
        return options;
    }

    String base() {
        return base;
    }

    @Override
    public String toString() {
        return "ApiClient[" + config.baseUri().getAuthority() + "]";
    }

    /** Collects what a vendor adds to the common settings. */
    public static final class Builder {

        private final ClientConfig config;
        private JsonCodec codec = JsonCodec.camelCase();
        private ErrorDecoder errors = ErrorDecoder.byStatus();
        private Authorizer authorizer = Authorizer.none();
        private UnaryOperator<Transport> quirks = UnaryOperator.identity();

        private Builder(ClientConfig config) {
            this.config = Objects.requireNonNull(config, "config");
        }

        /** Sets the vendor's JSON dialect; camel case by default. */
        public Builder codec(JsonCodec newCodec) {
            codec = Objects.requireNonNull(newCodec, "codec");
            return this;
        }

        /** Sets how the vendor reports errors; by status by default. */
        public Builder errors(ErrorDecoder newErrors) {
            errors = Objects.requireNonNull(newErrors, "errors");
            return this;
        }

        /** Sets the credentials; none by default. */
        public Builder authorizer(Authorizer newAuthorizer) {
            authorizer = Objects.requireNonNull(newAuthorizer, "authorizer");
            return this;
        }

        /** Puts a vendor's oddity between the limits and the credentials; what it sends again is counted and paced. */
        public Builder quirks(UnaryOperator<Transport> decorator) {
            quirks = Objects.requireNonNull(decorator, "quirks");
            return this;
        }

        /** Returns the engine. */
        public ApiClient build() {
            return new ApiClient(this, config.runtime().orElseGet(SdkRuntime::useShared));
        }
    }
}
