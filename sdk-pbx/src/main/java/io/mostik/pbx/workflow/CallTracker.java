package io.mostik.pbx.workflow;

import io.mostik.core.StateStore;
import io.mostik.core.StateStoreException;
import io.mostik.core.TimeSource;
import io.mostik.core.WebhookException;
import io.mostik.core.once.Lease;
import io.mostik.core.once.Records;
import io.mostik.core.once.Versioned;
import io.mostik.pbx.CallPhase;
import io.mostik.pbx.CallRecord;
import io.mostik.pbx.webhooks.CallData;
import io.mostik.pbx.workflow.CallMerge.Merged;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;

/**
 * Makes one call of the pushes about it, however often and in whatever order they arrive: what a later push says replaces
 * what an earlier one said, and what it does not say is kept. Obtained from {@link PbxWorkflows#calls}. Thread-safe, on
 * several nodes with one store too.
 *
 * <pre>{@code
 * CallTracker calls = PbxWorkflows.of(store).calls("office");
 * Inbox<CallData> inbox = webhooks.callData().inbox(once).open(calls.inboxHandler(news -> crm.note(news))).start(executor);
 * }</pre>
 *
 * <p>Later is what says so: by how far the call had come, by the number that the PBX gives its messages, by the times in
 * them. So each order of the same pushes ends with the same call, in the same words. A call that somebody answered was not
 * missed, whatever the other telephones that rang did; they are its {@linkplain CallRecord#legs legs}. Recordings are a list,
 * each once by its content. Pushes with one {@link CallRecord#linkedId} or one {@link CallRecord#callId} are about one call,
 * unless they name another party outside or another start: then the PBX has used the id again, and there are two calls with
 * a {@link CallRecord#key} each. News is what changes a property; more in {@link CallRecord#raw} alone is kept and comes with
 * the next news.
 *
 * <p>The store keeps what the pushes say, numbers of people among it, for {@link #keep} after the last one; see
 * {@link #sealedWith}. A push whose raw data is longer than 64 KB is kept without them.
 *
 * <p>One message of a call is handled at a time, under a lease of 10 seconds that is renewed while the handler runs.
 * Messages of the same call wait for each other for up to 15 seconds, on other nodes as well; longer than the lease, so
 * that a message is also handled after the node before it has crashed. The handler runs again if it threw, if its process
 * died, or if its process was paused for longer than the lease and another node took over.
 */
public final class CallTracker {

    private static final Logger LOG = System.getLogger("io.mostik.pbx");
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(160);
    private static final Pattern NAME = Pattern.compile("[a-z0-9./-]{1,52}");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:/-]{1,100}");

    private final StateStore store;
    private final TimeSource time;
    private final String name;
    private final Records<CallState> calls;
    private final Records<OpenCall> open;
    private final Duration keep;
    private final Optional<SecretKey> key;

    CallTracker(StateStore store, TimeSource time, String name) {
        this(store, time, checked(name), Duration.ofDays(7), Optional.empty());
    }

    private CallTracker(StateStore store, TimeSource time, String name, Duration keep, Optional<SecretKey> key) {
        this.store = store;
        this.time = time;
        this.name = name;
        this.calls = key.map(secret -> Records.sealed(store, "pbx/calls/" + name + "/", CallState.class, secret))
                .orElseGet(() -> Records.of(store, "pbx/calls/" + name + "/", CallState.class));
        this.open = Records.of(store, "pbx/open/" + name + "/", OpenCall.class);
        this.keep = keep;
        this.key = key;
    }

    /**
     * Returns this tracker remembering a call for another time after its last news; 7 days by default. A message that comes
     * later is taken for the first one of a new call.
     */
    public CallTracker keep(Duration period) {
        if (period.isZero() || period.isNegative()) {
            throw new IllegalArgumentException("keep must be positive");
        }
        return new CallTracker(store, time, name, period, key);
    }

    /**
     * Returns this tracker keeping calls encrypted with an AES key of 16, 24 or 32 bytes; in clear by default. All nodes
     * need the same key.
     */
    public CallTracker sealedWith(SecretKey secret) {
        return new CallTracker(store, time, name, keep, Optional.of(secret));
    }

    /**
     * Returns a handler for {@code PbxWebhooks.callData()} that passes on the news of each call.
     * Where the handler throws at one call of a push, the others are passed on all the same, and then the first failure is
     * thrown: of a push that comes again only what failed is news.
     * Elements that could not be read are counted in the log {@code io.mostik.pbx}; see {@link #inboxHandler}.
     */
    public Consumer<CallData> handler(Consumer<? super CallNews> handler) {
        Objects.requireNonNull(handler, "handler");
        return data -> {
            List<RuntimeException> failures = passOn(data, handler);
            if (!data.unreadable().isEmpty()) {
                LOG.log(
                        Level.WARNING,
                        "{0}: {1} call(s) of a push could not be read",
                        name,
                        data.unreadable().size());
            }
            if (!failures.isEmpty()) {
                throw failures.get(0);
            }
        };
    }

    /**
     * Returns a handler for an inbox, as {@link #handler}, that fails after the others were passed on if elements of the push
     * could not be read: so the inbox keeps the push, tries it again, and has it among its dead letters in the end. Replay it
     * once the profile can read it: what was passed on before is no news then.
     */
    public Consumer<CallData> inboxHandler(Consumer<? super CallNews> handler) {
        Objects.requireNonNull(handler, "handler");
        return data -> {
            List<RuntimeException> failures = passOn(data, handler);
            if (!failures.isEmpty()) {
                throw failures.get(0);
            }
            if (!data.unreadable().isEmpty()) {
                throw new WebhookException(
                        WebhookException.Reason.UNREADABLE,
                        data.unreadable().size() + " call(s) of a push could not be read");
            }
        };
    }

    private List<RuntimeException> passOn(CallData data, Consumer<? super CallNews> handler) {
        List<RuntimeException> failures = new ArrayList<>();
        for (CallRecord call : data.calls()) {
            try {
                boolean unused = accept(call, handler);
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        return failures;
    }

    /**
     * Adds a message to its call and passes the call on if that is news. The message is remembered after the handler has
     * returned; if that throws, the message is news again when it is repeated. A message with neither an id nor a time of its
     * call is always news of another call: nothing tells it from that of the next call between the same parties.
     *
     * @return whether it was news
     * @throws IllegalStateException if the same call has been handled elsewhere for more than 15 seconds; nothing was passed
     *     on, so let the sender repeat the message
     * @throws StateStoreException if the store failed; after the handler has run, the message may be passed on again
     */
    public boolean accept(CallRecord call, Consumer<? super CallNews> handler) {
        CallPush push = new CallPush(PushJson.digest(call), store.now(), "", call);
        if (!call.isDistinct()) {
            handler.accept(CallUpdate.of(CallState.NONE, push, call.key()).news());
            return true;
        }
        String id = call.linkedId().or(call::callId).orElseGet(call::key);
        String ref = PLAIN.matcher(id).matches() ? id : "sha256:" + PushJson.sha256(id);
        long start = time.nanoTime();
        Duration pause = SHORTEST_PAUSE;
        while (!state(ref).knows(push.digest())) {
            boolean isLastTry = time.nanoTime() - start >= PATIENCE.toNanos();
            Optional<Lease> lease = lease(ref);
            if (lease.isPresent()) {
                Optional<Boolean> passed = passOn(lease.get(), new Message(ref, id, push), handler);
                if (passed.isPresent()) {
                    return passed.get();
                }
                // paused for longer than the lease: another node may have told it meanwhile
            }
            if (isLastTry) {
                throw new IllegalStateException("the same call is being handled for too long");
            }
            sleep(pause);
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
        }
        return false;
    }

    private record Message(String ref, String id, CallPush push) {}

    /** Returns whether the message was news; empty if the lease was lost before that could be told. */
    private Optional<Boolean> passOn(Lease lease, Message message, Consumer<? super CallNews> handler) {
        try (lease) {
            CallState before = state(message.ref());
            if (before.knows(message.push().digest())) {
                return Optional.of(false);
            }
            CallUpdate update = CallUpdate.of(before, message.push(), message.id());
            if (!lease.isHeld()) {
                return Optional.empty();
            }
            if (update.isNews()) {
                handler.accept(update.news());
            }
            remember(message.ref(), update, !before.pushes().isEmpty());
            return Optional.of(update.isNews());
        }
    }

    /** What another node has written meanwhile stays: the pushes of both are kept. */
    private void remember(String ref, CallUpdate update, boolean wasKnown) {
        Instant at = update.push().at();
        if (update.isOpen()) {
            Versioned<OpenCall> unused = open.update(ref, Optional.of(keep), known -> new OpenCall(ref, at, false));
        }
        Versioned<CallState> unused = calls.update(
                ref, Optional.of(keep), known -> known.orElse(CallState.NONE).with(update.push(), at.minus(keep)));
        if (!update.isOpen() && wasKnown) {
            open.find(ref).ifPresent(entry -> open.remove(ref, entry.version()));
        }
    }

    /**
     * Passes on each call whose end was not told although nothing was heard of it for a while, as {@code STALE}: a push was
     * lost, or the PBX never tells the end. Each silence is passed on once, over all nodes; again if the handler threw. Call
     * it from a scheduler.
     *
     * @param silence for how long nothing was heard, such as 4 hours
     * @return how many were passed on
     */
    public int stale(Duration silence, Consumer<? super CallNews> handler) {
        if (silence.isZero() || silence.isNegative()) {
            throw new IllegalArgumentException("silence must be positive");
        }
        Instant limit = store.now().minus(silence);
        List<String> silent = open.stream("")
                .map(Versioned::value)
                .filter(call -> !call.isSignalled() && !call.heardAt().isAfter(limit))
                .map(OpenCall::id)
                .toList();
        return silent.stream().mapToInt(ref -> signal(ref, limit, handler)).sum();
    }

    private int signal(String ref, Instant limit, Consumer<? super CallNews> handler) {
        Optional<Lease> taken = lease(ref);
        if (taken.isEmpty()) {
            return 0; // something is heard of it right now
        }
        try (Lease lease = taken.get()) {
            Optional<Versioned<OpenCall>> entry = open.find(ref);
            boolean isDue = entry.map(Versioned::value)
                    .filter(call -> !call.isSignalled() && !call.heardAt().isAfter(limit))
                    .isPresent();
            if (!isDue || !lease.isHeld()) {
                return 0;
            }
            List<Merged> silent = CallUpdate.calls(state(ref), ref).stream()
                    .filter(merged -> merged.call().phase() != CallPhase.ENDED)
                    .toList();
            silent.forEach(merged -> handler.accept(
                    new CallNews(merged.call(), Optional.of(merged.call()), CallNews.Change.STALE, merged.sources())));
            Instant heardAt = entry.get().value().heardAt();
            Optional<Versioned<OpenCall>> unused = open.write(
                    ref, new OpenCall(ref, heardAt, true), entry.get().version(), Optional.of(keep));
            return silent.size();
        }
    }

    private CallState state(String ref) {
        return calls.find(ref).map(Versioned::value).orElse(CallState.NONE);
    }

    private Optional<Lease> lease(String ref) {
        return Lease.tryAcquireRenewed(store, time, "pbx/calls/" + name + "/" + ref, LEASE);
    }

    private void sleep(Duration pause) {
        try {
            time.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the same call", e);
        }
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name must have 1 to 52 characters of a-z 0-9 . / -");
        }
        return name;
    }

    @Override
    public String toString() {
        return "CallTracker[" + name + "]";
    }
}
