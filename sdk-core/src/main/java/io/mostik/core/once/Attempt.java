package io.mostik.core.once;

import io.mostik.core.SdkException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The right to send one write, for as long as its lease lasts; or what is known of it already. For writes that are sent
 * together in one call of the vendor: begin each, send those without a {@link #known} result, and end each by its own line
 * of the answer with {@link #done}, {@link #failed} or {@link #release}. One that nobody ends is abandoned with its lease,
 * and read back later. Thread-safe.
 */
public final class Attempt<P, S, R> {

    private final @Nullable Holding<P, S, R> holding;
    private final @Nullable OnceResult<R> known;
    private final @Nullable Engine<P, S, R> engine;

    Attempt(Engine<P, S, R> engine, Holding<P, S, R> holding) {
        this.engine = engine;
        this.holding = holding;
        this.known = null;
    }

    private Attempt(OnceResult<R> known) {
        this.engine = null;
        this.holding = null;
        this.known = known;
    }

    static <P, S, R> Attempt<P, S, R> known(OnceResult<R> known) {
        return new Attempt<>(known);
    }

    /** Returns what is known; empty if the write is to be sent now. */
    public Optional<OnceResult<R>> known() {
        return Optional.ofNullable(known);
    }

    /** Returns whether half of the lease is over, so that it should be released and begun again rather than sent. */
    public boolean isOld() {
        return holding().lease().isOld();
    }

    /**
     * Sends the write and writes down the result.
     *
     * @return what is known now; {@code InProgress}, with nothing sent, if the lease is over
     * @throws SdkException if the call fails; with {@code UNKNOWN}, perform again later to read back
     */
    public OnceResult<R> send() {
        return holding().send();
    }

    /** Writes down the vendor's answer. */
    public OnceResult<R> done(Sent<R> sent) {
        return holding().done(sent);
    }

    /** Writes down a failure, by its {@linkplain OnceSteps#outcomeOf outcome}. */
    public OnceResult<R> failed(RuntimeException failure) {
        return holding().failed(failure);
    }

    /** Gives the write back without having sent it: the id is free again. */
    public void release() {
        holding().release();
    }

    @Override
    public String toString() {
        return engine == null
                ? "Attempt[" + known + "]"
                : "Attempt[" + engine.kind().name() + "]";
    }

    private Holding<P, S, R> holding() {
        if (holding == null) {
            throw new IllegalStateException("nothing is to be sent: the result is known");
        }
        return holding;
    }
}
