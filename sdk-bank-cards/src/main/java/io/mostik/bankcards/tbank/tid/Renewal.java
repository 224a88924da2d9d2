package io.mostik.bankcards.tbank.tid;

import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.StateStoreException;
import io.mostik.core.TimeSource;
import io.mostik.core.TransportException;
import io.mostik.core.http.Deadline;
import io.mostik.core.http.TokenSession;
import io.mostik.core.once.Lease;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Gets the next pair of one company. A refresh token can be used once, and the bank kills tokens of those who ask too
 * often: of all threads and nodes on one store, one asks, under a
 * lease that lasts as long as it asks, and the others take what it has kept. Thread-safe.
 */
final class Renewal implements TokenSession.Login {

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final String OPERATION = "tid.refresh";

    private final String company;
    private final TokenVault vault;
    private final BiFunction<TokenPair, Deadline, TokenPair> refresh;
    private final TimeSource time;
    private volatile @Nullable TokenPair unsaved;

    Renewal(String company, TokenVault vault, BiFunction<TokenPair, Deadline, TokenPair> refresh, TimeSource time) {
        this.company = company;
        this.vault = vault;
        this.refresh = refresh;
        this.time = time;
    }

    @Override
    public TokenSession.Token login(Deadline deadline, Optional<TokenSession.Token> previous) {
        while (true) {
            Optional<TokenPair> fresh = fresh(previous);
            if (fresh.isPresent()) {
                return token(fresh.get());
            }
            Optional<TokenPair> renewed = renewAlone(deadline, previous);
            if (renewed.isPresent()) {
                return token(renewed.get());
            }
            rest(deadline);
        }
    }

    /** Returns the next pair; empty while another thread or node asks for it. A node that slept may have lost the lease. */
    private Optional<TokenPair> renewAlone(Deadline deadline, Optional<TokenSession.Token> previous) {
        Optional<Lease> lease = vault.tryRenew(company, time, LEASE);
        if (lease.isEmpty()) {
            return Optional.empty();
        }
        try (Lease held = lease.get()) {
            return fresh(previous).or(() -> held.isHeld() ? Optional.of(renew(deadline)) : fresh(previous));
        }
    }

    /** The bank has forgotten the old pair by now: if the store is away, the new one must live on in memory. */
    private TokenPair renew(Deadline deadline) {
        TokenVault.Kept kept = kept();
        TokenPair next = refresh.apply(newest(kept.pair()), deadline);
        unsaved = next;
        try {
            vault.replace(company, next, kept.version());
            unsaved = null;
        } catch (StateStoreException e) {
            warn("a renewed token pair could not be kept; it is in memory only");
        }
        return next;
    }

    /** Returns a pair that others have brought meanwhile, and that is still good. */
    private Optional<TokenPair> fresh(Optional<TokenSession.Token> previous) {
        TokenPair pair = newest(kept().pair());
        boolean another = previous.filter(token -> token.value().equals(pair.accessToken()))
                .isEmpty();
        boolean good = pair.expiresAt().isAfter(time.now());
        return another && good ? Optional.of(pair) : Optional.empty();
    }

    private TokenPair newest(TokenPair stored) {
        TokenPair inMemory = unsaved;
        return inMemory != null && inMemory.expiresAt().isAfter(stored.expiresAt()) ? inMemory : stored;
    }

    private TokenVault.Kept kept() {
        return vault.find(company)
                .orElseThrow(
                        () -> failed("no token pair is kept for this company: let it consent, then keep the pair"));
    }

    private static void warn(String text) {
        System.getLogger("io.mostik.bankcards.tbank").log(System.Logger.Level.WARNING, text);
    }

    private void rest(Deadline deadline) {
        if (deadline.remaining().compareTo(LOOK_AGAIN) <= 0) {
            throw failed("another thread or node is renewing the token pair, and was not done before the deadline");
        }
        try {
            time.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException(
                    "interrupted while another thread or node renews the token pair",
                    FailureInfo.cancelled(OPERATION, Outcome.NOT_SENT, Phase.WAIT),
                    e);
        }
    }

    private static TokenSession.Token token(TokenPair pair) {
        return new TokenSession.Token(pair.accessToken(), Optional.of(pair.expiresAt()));
    }

    private static TransportException failed(String text) {
        return new TransportException(text, FailureInfo.lasting(OPERATION, Outcome.NOT_SENT, Phase.WAIT), null);
    }
}
