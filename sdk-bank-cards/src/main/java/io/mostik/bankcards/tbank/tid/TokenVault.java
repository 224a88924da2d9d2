package io.mostik.bankcards.tbank.tid;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.once.Lease;
import io.mostik.core.once.Records;
import io.mostik.core.once.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * Keeps token pairs in a {@link StateStore}, encrypted with AES-GCM by a key of the embedder's. A value that was moved
 * to another name, or changed, is not opened. Thread-safe.
 */
public final class TokenVault {

    private static final String PREFIX = "tbank/tid/";

    private final StateStore store;
    private final Records<Sealed> pairs;

    private TokenVault(StateStore store, SecretKey key) {
        this.store = store;
        this.pairs = Records.sealed(store, PREFIX, Sealed.class, key);
    }

    /**
     * Returns a vault.
     *
     * @param store where the sealed pairs are kept
     * @param key an AES key of 16, 24 or 32 bytes; without it every company has to consent again
     */
    public static TokenVault in(StateStore store, SecretKey key) {
        return new TokenVault(Objects.requireNonNull(store, "store"), Objects.requireNonNull(key, "key"));
    }

    /** A pair with its version in the store. */
    record Kept(TokenPair pair, long version) {}

    Optional<Kept> find(String company) {
        return pairs.find(company).map(kept -> new Kept(kept.value().pair(), kept.version()));
    }

    /** Keeps a pair in the place of any other, even of one that was sealed with a key that is lost. */
    void put(String company, TokenPair pair) {
        Versioned<Sealed> unused = pairs.put(company, Sealed.of(pair));
    }

    /** Keeps a pair in the place of the one that was found, unless there is a newer one. */
    void replace(String company, TokenPair pair, long expectedVersion) {
        Optional<Versioned<Sealed>> unused = pairs.write(company, Sealed.of(pair), expectedVersion);
    }

    /** Takes the right to renew a pair, on all nodes; it is renewed until it is closed. Empty while another has it. */
    Optional<Lease> tryRenew(String company, TimeSource time, Duration length) {
        return Lease.tryAcquireRenewed(store, time, PREFIX + company + "/renewing", length);
    }

    /** A pair as it is written before it is encrypted. */
    record Sealed(String access, Optional<String> refresh, String expiresAt) {

        static Sealed of(TokenPair pair) {
            return new Sealed(
                    pair.accessToken().reveal(),
                    pair.refreshToken().map(Secret::reveal),
                    pair.expiresAt().toString());
        }

        TokenPair pair() {
            return new TokenPair(Secret.of(access), refresh.map(Secret::of), Instant.parse(expiresAt));
        }

        @Override
        public String toString() {
            return "Sealed";
        }
    }

    @Override
    public String toString() {
        return "TokenVault";
    }
}
