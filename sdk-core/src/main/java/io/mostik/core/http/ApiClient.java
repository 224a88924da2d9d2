package io.mostik.core.http;

import io.mostik.core.Effect;
import io.mostik.core.SdkException;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The engine under a vendor's client: encodes, sends down the pipeline, decodes. One per host; cheap, owns no threads: those
 * belong to the {@link SdkRuntime}. For authors of clients; a first one is in {@code docs/adding-a-vendor.md}.
 *
 * <pre>{@code
 * ApiClient api = ApiClient.builder(ClientConfig.builder().baseUri("https://api.example").build())
 *         .authorizer(Authorizer.bearer(key))
 *         .build();
 * Json me = api.call(Endpoint.read("me.get", "GET", "/me", Json.class)).send();
 * }</pre>
 *
 * <p>Thread-safe.
 *
 * @see Endpoint
 */
public final class ApiClient implements AutoCloseable {

    private final ClientConfig config;
    private final JsonCodec codec;
    private final Parts parts;
    private final Transport stations;
    private final RetryLoop retry;
    private final ListenerNotifier listening;
    private final ClientLife life;
    private final CallOptions options;
    private final String base;
    private final boolean provesByStatus;

    private ApiClient(Builder builder, SdkRuntime runtime) {
        this.config = builder.config;
        this.codec = builder.codec.orElseGet(JsonCodec::camelCase);
        codec.prepare(); // meanwhile the JDK's HTTP client gets ready, which takes as long
        this.parts = new Parts(builder, runtime, Wire.of(config, runtime));
        this.stations = parts.stations(builder.authorizer);
        this.retry = parts.retryLoop(builder.authorizer);
        this.listening = new ListenerNotifier(config.listener());
        this.life = new ClientLife(runtime, config);
        this.options = CallOptions.none();
        this.base = config.baseUri().toString();
        this.provesByStatus = builder.provesByStatus;
    }

    private ApiClient(ApiClient original, CallOptions options) {
        this.config = original.config;
        this.codec = original.codec;
        this.parts = original.parts;
        Optional<Authorizer> other =
                options.authorizer().filter(named -> !Optional.of(named).equals(original.options.authorizer()));
        this.stations = other.map(parts::stations).orElse(original.stations);
        this.retry = other.map(parts::retryLoop).orElse(original.retry);
        this.listening = original.listening;
        this.life = original.life;
        this.options = options;
        this.base = original.base;
        this.provesByStatus = original.provesByStatus;
    }

    /** Returns a builder of a client with these settings. */
    public static Builder builder(ClientConfig config) {
        return new Builder(config);
    }

    /** Starts a call. */
    public <T> Call<T> call(Endpoint<T> endpoint) {
        Objects.requireNonNull(endpoint, "endpoint");
        codec.prepare(endpoint.answer()); // while the request is made and sent
        return new Call<>(this, endpoint);
    }

    /**
     * Returns a view of this client whose calls have these options, in place of its own; for credentials see
     * {@link CallOptions#authorizer}. It shares everything, and need not be closed.
     */
    public ApiClient with(CallOptions newOptions) {
        return new ApiClient(this, Objects.requireNonNull(newOptions, "options"));
    }

    /** Returns the view for look-ups by which something is proven absent: a row that cannot be read fails its list. */
    public ApiClient withoutSkipping() {
        return options.skippingUnreadable().isEmpty() ? this : with(options.withoutSkipping());
    }

    /** Returns the options of this view; those that change nothing, unless it was made by {@link #with}. */
    public CallOptions options() {
        return options;
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
        CallTrace trace = listening.started(request);
        try {
            CallResult<T> result = tried(ListenerNotifier.traced(request, trace), reader);
            options.onResult().ifPresent(told -> listening.result(told, result));
            ListenerNotifier.safely(trace, followed -> followed.onSuccess(result));
            return result;
        } catch (RuntimeException | Error e) {
            ListenerNotifier.safely(trace, followed -> followed.onFailure(e));
            throw e;
        }
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

    /** What a pipeline is made of, for the client's credentials and for those of a view. */
    private record Parts(Builder builder, SdkRuntime runtime, Wire wire) {

        /** The stations that each try passes, from the wire outwards. To change their order is to change this method. */
        Transport stations(Authorizer authorizer) {
            ClientConfig config = builder.config;
            ListenerNotifier listening = new ListenerNotifier(config.listener());

            Transport transport = new ObservedTransport(wire.out(), listening, config.time());
            transport = new AdmissionGate(transport, limits(authorizer.identity()), listening, config.time());
            transport = builder.quirks.apply(transport);
            transport = new AuthorizingTransport(transport, authorizer);
            transport = new FailureDetectingTransport(transport, builder.errors, config.time());
            return config.around().apply(transport);
        }

        private AdmissionGate.Limits limits(Object credential) {
            ClientConfig config = builder.config;
            String host = SharedLimits.host(config.baseUri());
            return new AdmissionGate.Limits(
                    (scope, limit) -> runtime.limits().governor(host, credential, scope, limit, config.time()),
                    config.rateLimit(),
                    config.rateGate(),
                    wire.connections(),
                    config.retry().longestRetryAfter());
        }

        RetryLoop retryLoop(Authorizer authorizer) {
            ClientConfig config = builder.config;
            return new RetryLoop(
                    config.retry(),
                    runtime.limits().budget(SharedLimits.host(config.baseUri()), authorizer.identity()),
                    new ListenerNotifier(config.listener()),
                    config.time(),
                    () -> ThreadLocalRandom.current().nextLong());
        }
    }

    /**
     * The way out, and how many requests may be on it: as many as there are connections, unless the embedder brings it.
     */
    private record Wire(Transport out, Optional<Permits> connections) {

        static Wire of(ClientConfig config, SdkRuntime runtime) {
            if (config.transport().isPresent()) {
                return new Wire(config.transport().get(), Optional.empty());
            }
            JdkTransport out = runtime.transport(config);
            return new Wire(out, Optional.of(out.connections(SharedLimits.host(config.baseUri()))));
        }
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

    /** Reads an answer; an optional object that cannot be read is left out, and so is a row where that is allowed. */
    <T> T read(Endpoint<T> endpoint, ApiResponse response) {
        try (InputStream body = response.body().stream()) {
            return codec.read(endpoint.answer(), body);
        } catch (JsonException e) {
            return readLeniently(endpoint, response, e);
        } catch (IOException e) {
            throw new IllegalStateException("a stream over memory failed", e);
        }
    }

    /** Returns who is notified of rows left out; empty where none may be, as of what a write answers. */
    Optional<Consumer<CallListener.SkippedRows>> skipping(Endpoint<?> endpoint) {
        return endpoint.effect() == Effect.READ ? options.skippingUnreadable() : Optional.empty();
    }

    void skipped(Endpoint<?> endpoint, List<String> places) {
        if (!places.isEmpty()) {
            CallListener.SkippedRows skipped = new CallListener.SkippedRows(endpoint.operation(), places);
            skipping(endpoint).ifPresent(told -> listening.skipped(skipped, told));
        }
    }

    private <T> T readLeniently(Endpoint<T> endpoint, ApiResponse response, JsonException whole) {
        List<String> odd = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        try (InputStream body = response.body().stream()) {
            T value = skipping(endpoint).isPresent()
                    ? codec.readWithoutOddRows(endpoint.answer(), body, odd::add, rows::add)
                    : codec.readWithoutOddObjects(endpoint.answer(), body, odd::add);
            skipped(endpoint, rows);
            listening.unreadable(endpoint.operation(), odd);
            return value;
        } catch (JsonException e) {
            throw whole;
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

    boolean provesByStatus() {
        return provesByStatus;
    }

    String base() {
        return base;
    }

    @Override
    public String toString() {
        return "ApiClient[" + config.baseUri().getAuthority() + "]";
    }

    /** Builds an {@link ApiClient}: what a vendor adds to the common settings. Belongs to one thread. */
    public static final class Builder {

        private final ClientConfig config;
        private Optional<JsonCodec> codec = Optional.empty();
        private ErrorDecoder errors = ErrorDecoder.byStatus();
        private Authorizer authorizer = Authorizer.none();
        private UnaryOperator<Transport> quirks = UnaryOperator.identity();
        private boolean provesByStatus;

        private Builder(ClientConfig config) {
            this.config = Objects.requireNonNull(config, "config");
        }

        /** Sets the vendor's JSON dialect; camel case by default. */
        public Builder codec(JsonCodec newCodec) {
            codec = Optional.of(Objects.requireNonNull(newCodec, "codec"));
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

        /** Adds a decorator of the vendor's own between limits and credentials; what it sends again is counted and paced. */
        public Builder quirks(UnaryOperator<Transport> decorator) {
            quirks = Objects.requireNonNull(decorator, "quirks");
            return this;
        }

        /**
         * Says that this vendor documents its status codes as proof: an answer with a 2xx status means that the vendor has acted,
         * even if the rest of it was cut off. The outcome is {@link io.mostik.core.Outcome#APPLIED} then. Without it such an answer
         * leaves the outcome UNKNOWN, as it may have held an error.
         */
        public Builder statusProvesSuccess() {
            provesByStatus = true;
            return this;
        }

        /** Returns the client. Nothing is sent. */
        public ApiClient build() {
            return new ApiClient(this, config.runtime().orElseGet(SdkRuntime::useShared));
        }
    }
}
