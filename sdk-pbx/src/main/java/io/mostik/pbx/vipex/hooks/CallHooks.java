package io.mostik.pbx.vipex.hooks;

import io.mostik.core.StateStore;
import io.mostik.pbx.CallRecord;
import io.mostik.pbx.IncomingCall;
import io.mostik.pbx.web.Hook;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Makes the hooks that one PBX calls. A hook answers 200 after its handler is done, 500 if it throws so that the PBX can
 * send again, 401 without the proof, 400 for what cannot be read, 413 for what is too large. Immutable and thread-safe.
 */
public final class CallHooks {

    private final HookSource source;
    private final CallTracker tracker;
    private final Optional<RecordingFolder> recordings;
    private final Optional<Executor> executor;
    private final long largestPush;

    private CallHooks(Builder builder, HookProof proof) {
        this.source = new HookSource(proof, builder.profile);
        this.tracker = new CallTracker(builder.store, builder.prefix, builder.remember);
        this.recordings = builder.recordings;
        this.executor = builder.executor;
        this.largestPush = builder.largestPush;
    }

    /** Returns a builder; the proof is yet to be chosen. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the hook for incoming calls. The same call can be told more than once. */
    public Hook onIncomingCall(Consumer<? super IncomingCall> handler) {
        return new IncomingCallHook(source, deliver(Objects.requireNonNull(handler, "handler")));
    }

    /**
     * Returns the hook for the data of calls. What is known already is not handed on again, and mid-call data that come
     * after the final ones are not either.
     */
    public Hook onCallData(Consumer<? super CallUpdate> handler) {
        Objects.requireNonNull(handler, "handler");
        Consumer<CallRecord> tracked = call -> tracker.accept(call, handler);
        return new CallDataHook(source, deliver(tracked), recordings, largestPush);
    }

    /** On an executor, success is answered once it has taken the work. */
    private <T> Consumer<T> deliver(Consumer<? super T> handler) {
        return event -> executor.ifPresentOrElse(
                threads -> threads.execute(() -> handler.accept(event)), () -> handler.accept(event));
    }

    /** Collects the settings of hooks. */
    public static final class Builder {

        private static final int LONGEST_PREFIX = 60;

        private Optional<HookProof> proof = Optional.empty();
        private HookProfile profile = HookProfile.vipex();
        private StateStore store = StateStore.inMemory();
        private String prefix = "pbx/calls/";
        private Duration remember = Duration.ofDays(7);
        private Optional<RecordingFolder> recordings = Optional.empty();
        private Optional<Executor> executor = Optional.empty();
        private long largestPush = 64L * 1024 * 1024;

        private Builder() {}

        /** Sets how pushes are proven. */
        public Builder proof(HookProof newProof) {
            proof = Optional.of(Objects.requireNonNull(newProof, "proof"));
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
         * @throws IllegalArgumentException if the proof has not been chosen
         */
        public CallHooks build() {
            return new CallHooks(
                    this, proof.orElseThrow(() -> new IllegalArgumentException("proof has not been chosen")));
        }
    }
}
