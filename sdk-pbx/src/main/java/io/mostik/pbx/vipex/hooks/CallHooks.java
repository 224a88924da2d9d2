package io.mostik.pbx.vipex.hooks;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.webhook.WebhookAuthentication;
import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.pbx.CallRecord;
import io.mostik.pbx.IncomingCall;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Makes the hooks that one PBX calls. A hook answers 200 after its handler is done, 500 if it throws so that the PBX can
 * send again, 401 without the proof, 400 for what cannot be read, 413 for what is too large. Immutable and thread-safe.
 */
public final class CallHooks {

    private static final String[] METHODS = {"GET", "POST"};

    private final WebhookReceiver<IncomingCall> incomingCalls;
    private final WebhookReceiver<List<CallRecord>> callData;
    private final CallTracker tracker;
    private final Optional<Executor> executor;

    private CallHooks(Builder builder, WebhookAuthentication authentication) {
        PushReader reader = new PushReader(authentication, builder.profile);
        this.incomingCalls = WebhookReceiver.of(builder.name + "/incoming", authentication, reader::incoming)
                .methods(METHODS)
                .largestBody(PushStream.LARGEST_BODY)
                .identity(call -> digest(String.valueOf(call.raw().value())));
        this.callData = callData(builder, authentication, reader);
        this.tracker = new CallTracker(builder.store, builder.prefix, builder.remember);
        this.executor = builder.executor;
    }

    private static WebhookReceiver<List<CallRecord>> callData(
            Builder builder, WebhookAuthentication authentication, PushReader reader) {
        Optional<RecordingFolder> recordings = builder.recordings;
        WebhookReceiver<List<CallRecord>> receiver = WebhookReceiver.of(
                        builder.name + "/call-data", authentication, request -> {
                            try (RecordingIntake intake = new RecordingIntake(recordings)) {
                                return reader.calls(request, intake);
                            }
                        })
                .methods(METHODS)
                .largestBody(PushStream.LARGEST_BODY)
                .identity(calls -> digest(calls.stream()
                        .map(call -> String.valueOf(call.raw().value()))
                        .toList()
                        .toString()));
        return recordings
                .map(folder -> receiver.streaming(new PushStream(reader, folder, builder.largestPush)))
                .orElse(receiver);
    }

    /**
     * Returns the proof by a shared key. It may stand in the query or form as {@code apikey}, {@code api_key} or
     * {@code key}, in the headers {@code X-API-Key} or {@code X-Auth-Token}, in {@code Authorization} alone or as
     * {@code Bearer} or {@code ApiKey}, or at the top level of the JSON.
     *
     * @param otherNames further names of the parameter or JSON property
     */
    public static WebhookAuthentication apiKey(Secret key, String... otherNames) {
        List<WebhookAuthentication> ways = new ArrayList<>(List.of(
                WebhookAuthentication.header("X-API-Key", key),
                WebhookAuthentication.header("X-Auth-Token", key),
                WebhookAuthentication.authorization("Bearer", key),
                WebhookAuthentication.authorization("ApiKey", key),
                WebhookAuthentication.authorization("", key)));
        List<String> names = new ArrayList<>(List.of("apikey", "key"));
        names.addAll(List.of(otherNames));
        names.forEach(name -> ways.add(WebhookAuthentication.parameter(name, key)));
        names.forEach(name -> ways.add(WebhookAuthentication.field(name, key)));
        return WebhookAuthentication.anyOf(ways.toArray(WebhookAuthentication[]::new));
    }

    /**
     * Returns the proof by user name and password: HTTP Basic, or {@code username} and {@code password} in the query, the
     * form or at the top level of the JSON.
     */
    public static WebhookAuthentication basic(String username, Secret password) {
        return WebhookAuthentication.anyOf(
                WebhookAuthentication.basic(username, password),
                WebhookAuthentication.pair("username", username, "password", password));
    }

    /** Returns a builder; the proof is required. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the receiver of incoming calls. The same call can be told more than once. */
    public WebhookReceiver<IncomingCall> incomingCalls() {
        return incomingCalls;
    }

    /**
     * Returns the receiver of the data of calls. Recordings within them are in the folder when an event is stored or handed
     * over. A push that comes again in other words is another event: bring calls in order with a {@link CallTracker}.
     */
    public WebhookReceiver<List<CallRecord>> callData() {
        return callData;
    }

    /** Returns what hands incoming calls to a handler. */
    public WebhookEndpoint onIncomingCall(Consumer<? super IncomingCall> handler) {
        return incomingCalls.endpoint(deliver(Objects.requireNonNull(handler, "handler")));
    }

    /**
     * Returns what hands news of calls to a handler. What is known already is not handed on again, and mid-call data that
     * come after the final ones are not either.
     */
    public WebhookEndpoint onCallData(Consumer<? super CallUpdate> handler) {
        Objects.requireNonNull(handler, "handler");
        Consumer<CallRecord> tracked = deliver(call -> tracker.accept(call, handler));
        return callData.endpoint((List<CallRecord> calls) -> calls.forEach(tracked));
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(RecordingFolder.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** On an executor, success is answered once it has taken the work. */
    private <T> Consumer<T> deliver(Consumer<? super T> handler) {
        return event -> executor.ifPresentOrElse(
                threads -> threads.execute(() -> handler.accept(event)), () -> handler.accept(event));
    }

    /** Collects the settings of hooks. */
    public static final class Builder {

        private static final int LONGEST_PREFIX = 60;

        private Optional<WebhookAuthentication> authentication = Optional.empty();
        private String name = "pbx";
        private HookProfile profile = HookProfile.vipex();
        private StateStore store = StateStore.inMemory();
        private String prefix = "pbx/calls/";
        private Duration remember = Duration.ofDays(7);
        private Optional<RecordingFolder> recordings = Optional.empty();
        private Optional<Executor> executor = Optional.empty();
        private long largestPush = 64L * 1024 * 1024;

        private Builder() {}

        /**
         * Sets how pushes are proven: {@link #apiKey}, {@link #basic} or another way. Required; there is no default.
         */
        public Builder authentication(WebhookAuthentication proof) {
            authentication = Optional.of(Objects.requireNonNull(proof, "authentication"));
            return this;
        }

        /** Sets the name under which receivers remember; another one for each PBX. {@code pbx} by default. */
        public Builder name(String newName) {
            name = Objects.requireNonNull(newName, "name");
            return this;
        }

        /** Sets names and words; those of the default profile of VIPeX otherwise. */
        public Builder profile(HookProfile newProfile) {
            profile = Objects.requireNonNull(newProfile, "profile");
            return this;
        }

        /** Sets where seen calls are kept; in memory otherwise, which one node alone knows and forgets when it ends. */
        public Builder store(StateStore newStore) {
            store = Objects.requireNonNull(newStore, "store");
            return this;
        }

        /** Sets what the keys of seen calls begin with: another one for each PBX, at most 60 characters. */
        public Builder prefix(String newPrefix) {
            if (newPrefix.length() > LONGEST_PREFIX) {
                throw new IllegalArgumentException("prefix has more than " + LONGEST_PREFIX + " characters");
            }
            prefix = newPrefix;
            return this;
        }

        /** Sets for how long a call is remembered after its last news; 7 days otherwise. */
        public Builder remember(Duration period) {
            if (period.isZero() || period.isNegative()) {
                throw new IllegalArgumentException("remember must be positive");
            }
            remember = period;
            return this;
        }

        /** Takes recordings that come within the data of calls; otherwise they are left where they stand. */
        public Builder recordings(RecordingFolder folder) {
            recordings = Optional.of(Objects.requireNonNull(folder, "recordings"));
            return this;
        }

        /**
         * Runs handlers on an executor and answers as soon as it has taken the work. What fails there is not sent again:
         * use it with handlers that keep what they got.
         */
        public Builder answeringFirst(Executor threads) {
            executor = Optional.of(Objects.requireNonNull(threads, "answeringFirst"));
            return this;
        }

        /** Sets the largest push that carries a recording, in bytes as sent; 64 MB otherwise. All others: 1 MB. */
        public Builder largestPush(long bytes) {
            if (bytes < 1) {
                throw new IllegalArgumentException("largestPush must be at least 1");
            }
            largestPush = bytes;
            return this;
        }

        /**
         * Returns the hooks.
         *
         * @throws IllegalArgumentException if it was not said how pushes are proven
         */
        public CallHooks build() {
            return new CallHooks(
                    this, authentication.orElseThrow(() -> new IllegalArgumentException("authentication is missing")));
        }
    }
}
