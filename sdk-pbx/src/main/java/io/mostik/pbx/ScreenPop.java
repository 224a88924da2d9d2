package io.mostik.pbx;

import io.mostik.core.Async;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Finds the card to show when somebody calls, within a bounded time, 2 s unless {@link #within} says otherwise: while a
 * phone rings, a late card is of no use.
 *
 * <pre>{@code
 * ScreenPop<String> pop = ScreenPop.of(caller -> crm.customer(caller), call -> "unknown", async);
 * WebhookEndpoint incoming = webhooks.incomingCalls().endpoint(call -> desk.show(pop.card(call)));
 * }</pre>
 *
 * <p>Where the {@linkplain CustomerLookup lookup} is late, fails or finds nobody, the second function makes the card.
 * Thread-safe.
 *
 * @param <C> the customer's card
 */
public final class ScreenPop<C> {

    private static final Duration DEFAULT_LONGEST = Duration.ofSeconds(2);

    private final CustomerLookup<C> lookup;
    private final Function<IncomingCall, C> otherwise;
    private final Async async;
    private final Duration longest;

    private ScreenPop(CustomerLookup<C> lookup, Function<IncomingCall, C> otherwise, Async async, Duration longest) {
        this.lookup = lookup;
        this.otherwise = otherwise;
        this.async = async;
        this.longest = longest;
    }

    /**
     * Returns a screen pop that waits 2 seconds at most.
     *
     * @param lookup finds the card
     * @param otherwise makes the card of a caller who is withheld, not known or not found in time
     * @param async where lookups run, such as {@code SdkRuntime.async()}; not closed here
     */
    public static <C> ScreenPop<C> of(CustomerLookup<C> lookup, Function<IncomingCall, C> otherwise, Async async) {
        return new ScreenPop<>(
                Objects.requireNonNull(lookup, "lookup"),
                Objects.requireNonNull(otherwise, "otherwise"),
                Objects.requireNonNull(async, "async"),
                DEFAULT_LONGEST);
    }

    /** Returns this screen pop waiting so long at most. */
    public ScreenPop<C> within(Duration newLongest) {
        if (newLongest.isZero() || newLongest.isNegative()) {
            throw new IllegalArgumentException("longest must be positive");
        }
        return new ScreenPop<>(lookup, otherwise, async, newLongest);
    }

    /** Returns the card for a call; never fails because of the lookup. */
    public C card(IncomingCall call) {
        boolean askable = call.caller().e164().isPresent() || call.caller().isExtension();
        return (askable ? find(call.caller()) : Optional.<C>empty()).orElseGet(() -> otherwise.apply(call));
    }

    private Optional<C> find(PhoneNumber caller) {
        CompletableFuture<Optional<C>> search;
        try {
            search = async.call(() -> lookup.find(caller));
        } catch (RejectedExecutionException e) {
            return failed("no thread is free");
        }
        try {
            Optional<C> found = search.get(longest.toNanos(), TimeUnit.NANOSECONDS);
            return found == null ? failed("null in place of an Optional") : found;
        } catch (TimeoutException e) {
            search.cancel(true);
            return failed("not done in time");
        } catch (CancellationException e) {
            return failed("cancelled");
        } catch (ExecutionException e) {
            return failed(Objects.requireNonNullElse(e.getCause(), e).getClass().getName());
        } catch (InterruptedException e) {
            search.cancel(true);
            Thread.currentThread().interrupt();
            return failed("interrupted");
        }
    }

    /** Names no number: the log is no place for callers. */
    private Optional<C> failed(String why) {
        System.getLogger("io.mostik.pbx").log(System.Logger.Level.WARNING, "customer lookup failed: " + why);
        return Optional.empty();
    }
}
