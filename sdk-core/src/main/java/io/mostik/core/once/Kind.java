package io.mostik.core.once;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * A family of once-only writes in which an id is unique: what is asked, what is kept of it and for how long. Made once,
 * immutable.
 *
 * <pre>{@code
 * Kind<Grant, LimitBefore, Boolean> GRANT = Kind.builder("cards/grant", Grant.class, LimitBefore.class, Boolean.class)
 *         .ids(IdPolicy.PLAIN)
 *         .content(ContentPolicy.STORED)
 *         .lease(Duration.ofMinutes(2))
 *         .keep(Duration.ofDays(400))
 *         .build();
 * }</pre>
 *
 * @param <P> what is asked
 * @param <S> the state at the vendor before the write; {@code Void} where nothing has to be known
 * @param <R> the result
 */
public final class Kind<P, S, R> {

    private final Builder<P, S, R> settings;

    private Kind(Builder<P, S, R> settings) {
        this.settings = settings;
    }

    /**
     * Returns a builder. {@code ids}, {@code content} and {@code lease} are required.
     *
     * @param name 1 to 60 characters of {@code a-z 0-9 . / -}; part of the keys in the store, so it must stay the same
     */
    public static <P, S, R> Builder<P, S, R> builder(String name, Class<P> asked, Class<S> before, Class<R> result) {
        return new Builder<>(OnceKeys.kind(name), new Types<>(asked, before, result));
    }

    /** Returns the name. */
    public String name() {
        return settings.name;
    }

    /** Returns for how long a sender is assumed to be working on it. */
    public Duration lease() {
        return settings.lease;
    }

    /** Returns how long after a lost answer the request may still arrive. */
    public Duration settling() {
        return settings.settling;
    }

    Types<P, S, R> types() {
        return settings.types;
    }

    ContentPolicy content() {
        return settings.content;
    }

    Optional<Duration> keep() {
        return settings.keep;
    }

    Optional<Seal> seal() {
        return settings.seal;
    }

    boolean isContentDropped() {
        return settings.contentDropped;
    }

    boolean isRenewed() {
        return settings.renewed;
    }

    OnceKey key(String id) {
        return new OnceKey(settings.name, OnceKeys.ref(id, settings.ids == IdPolicy.PERSONAL));
    }

    @Override
    public String toString() {
        return "Kind[" + settings.name + "]";
    }

    record Types<P, S, R>(Class<P> asked, Class<S> before, Class<R> result) {}

    /** Collects the settings of a {@link Kind}. */
    public static final class Builder<P, S, R> {

        private static final Duration SHORTEST_LEASE = Duration.ofMillis(100);
        private static final Duration LONGEST_LEASE = Duration.ofDays(1);

        private final String name;
        private final Types<P, S, R> types;
        private IdPolicy ids;
        private ContentPolicy content;
        private Duration lease;
        private Duration settling = Duration.ofMinutes(1);
        private Optional<Duration> keep = Optional.empty();
        private Optional<Seal> seal = Optional.empty();
        private boolean renewed;
        private boolean contentDropped;

        @SuppressWarnings("NullAway.Init") // the three required settings are checked in build()
        private Builder(String name, Types<P, S, R> types) {
            this.name = name;
            this.types = types;
        }

        /** Sets how ids may be stored. Required. */
        public Builder<P, S, R> ids(IdPolicy policy) {
            ids = Objects.requireNonNull(policy, "ids");
            return this;
        }

        /** Sets what is kept of the content. Required. */
        public Builder<P, S, R> content(ContentPolicy policy) {
            content = Objects.requireNonNull(policy, "content");
            return this;
        }

        /** Keeps content, state before and result encrypted: {@link ContentPolicy#SEALED} with an AES key. */
        public Builder<P, S, R> sealedWith(SecretKey key) {
            seal = Optional.of(new Seal(key));
            return content(ContentPolicy.SEALED);
        }

        /**
         * Sets for how long a sender is assumed to be working on it; afterwards others read back. Required; longer than
         * {@link OnceSteps#send} can last at the client's deadline, from 100 ms to a day.
         */
        public Builder<P, S, R> lease(Duration length) {
            if (length.compareTo(SHORTEST_LEASE) < 0 || length.compareTo(LONGEST_LEASE) > 0) {
                throw new IllegalArgumentException("lease must be from " + SHORTEST_LEASE + " to " + LONGEST_LEASE);
            }
            lease = length;
            return this;
        }

        /**
         * Sets how long after a lost answer the request may still arrive at the vendor: before that, "not there" is not
         * believed. One minute by default; longer than any call's deadline.
         */
        public Builder<P, S, R> settling(Duration length) {
            if (length.isNegative()) {
                throw new IllegalArgumentException("settling must not be negative");
            }
            settling = length;
            return this;
        }

        /**
         * Sets how long a write that is done is remembered; without limit by default. Open writes are never forgotten.
         */
        public Builder<P, S, R> keep(Duration length) {
            if (length.isNegative() || length.isZero()) {
                throw new IllegalArgumentException("keep must be positive");
            }
            keep = Optional.of(length);
            return this;
        }

        /** Renews the lease while {@code send} runs; for the embedder's own code, which has no deadline. */
        public Builder<P, S, R> renewed() {
            renewed = true;
            return this;
        }

        /** Drops the content as soon as the write is done; only its id is kept from then on. */
        public Builder<P, S, R> contentUntilDone() {
            contentDropped = true;
            return this;
        }

        /**
         * Returns the kind.
         *
         * @throws IllegalArgumentException if a required setting is missing; its name is in the message
         */
        public Kind<P, S, R> build() {
            require(ids, "ids");
            require(content, "content");
            require(lease, "lease");
            if (content == ContentPolicy.SEALED && seal.isEmpty()) {
                throw new IllegalArgumentException("sealedWith(key) is missing");
            }
            return new Kind<>(copy());
        }

        private Builder<P, S, R> copy() {
            Builder<P, S, R> copy = new Builder<>(name, types);
            copy.ids = ids;
            copy.content = content;
            copy.lease = lease;
            copy.settling = settling;
            copy.keep = keep;
            copy.seal = seal;
            copy.renewed = renewed;
            copy.contentDropped = contentDropped;
            return copy;
        }

        private static void require(Object setting, String name) {
            if (setting == null) {
                throw new IllegalArgumentException(name + " is missing");
            }
        }
    }
}
