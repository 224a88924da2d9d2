package io.mostik.bridge.trigger;

import io.mostik.core.TimeSource;
import io.mostik.core.once.Inbox;
import io.mostik.core.once.InboxBuilder;
import io.mostik.core.once.Once;
import io.mostik.core.once.OpenWrite;
import io.mostik.core.webhook.StreamingWebhookRequest;
import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookMonitor;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.core.webhook.WebhookReply;
import io.mostik.core.webhook.WebhookRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The addresses of {@link HookRoutes} at work. A request is proven, stored and answered, in this order; what it tells is
 * handed on afterwards, and again if that fails. What is proven and cannot be read is stored too, as a dead letter. An inbox
 * that cannot store answers 503, so that the sender comes again. Thread-safe.
 */
public final class Hooks implements StoredEvents, AutoCloseable {

    private static final System.Logger LOG = System.getLogger("io.mostik.bridge");
    private static final int LONGEST_NAME = 52;
    private static final String AFTER_SECONDS = "10";

    private final Map<String, WebhookEndpoint> endpoints = new LinkedHashMap<>();
    private final Map<String, WebhookMonitor> monitors = new LinkedHashMap<>();
    private final List<Inbox<?>> inboxes = new ArrayList<>();
    private final List<Function<OpenWrite, List<BridgeEvent>>> readers = new ArrayList<>();
    private final ReasonCounts leftAlone = new ReasonCounts();
    private final TimeSource time;

    private Hooks(TimeSource time) {
        this.time = time;
    }

    /**
     * Where events go.
     *
     * @param events takes an event; what it throws means that it comes again
     * @param wake reads the feeds of some triggers and a connection soon
     */
    public record Receivers(Consumer<BridgeEvent> events, Waker wake) {

        /** Checks that no part is missing. */
        public Receivers {
            Objects.requireNonNull(events, "events");
            Objects.requireNonNull(wake, "wake");
        }
    }

    /** Reads feeds soon. */
    @FunctionalInterface
    public interface Waker {

        /** Reads the feeds of these triggers of a connection soon; does not throw. */
        void wake(List<String> triggers, String connection);
    }

    /**
     * Opens the addresses.
     *
     * @param once in whose store events wait
     * @param time tells how long nothing has come
     * @throws IllegalArgumentException if they are open in this process already
     */
    public static Hooks open(HookRoutes routes, Once once, TimeSource time, Receivers receivers) {
        Hooks hooks = new Hooks(time);
        routes.hooks().forEach(hook -> hooks.add(hook, once, receivers));
        return hooks;
    }

    private <E> void add(Hook<E> hook, Once once, Receivers receivers) {
        String name = nameOf(hook);
        WebhookMonitor monitor = WebhookMonitor.create(time);
        WebhookReceiver<E> receiver = hook.receiver().name(name).listener(monitor);
        InboxBuilder<E> builder = receiver.inbox(once);
        hook.order().ifPresent(builder::ordered);
        Inbox<E> inbox = builder.openWithIds((id, told) -> {
            heard(hook, id, told, once).forEach(receivers.events());
            if (!hook.wakes().isEmpty()) {
                receivers.wake().wake(hook.wakes(), hook.connection());
            }
        });
        inboxes.add(inbox);
        readers.add(waiting -> inbox.event(waiting)
                .map(told -> looked(hook, waiting.ref(), told, once))
                .orElse(List.of()));
        monitors.put(hook.address(), monitor);
        endpoints.put(hook.address(), new Asking(receiver.endpoint(inbox)));
    }

    private <E> List<BridgeEvent> heard(Hook<E> hook, String id, E told, Once once) {
        try {
            return events(hook, id, told, once);
        } catch (LeftAlone e) {
            leftAlone.count(hook.address(), e.reason());
            LOG.log(System.Logger.Level.INFO, "{0}: {1} is left alone: {2}", hook.address(), id, e.reason());
            return List.of();
        }
    }

    private static <E> List<BridgeEvent> looked(Hook<E> hook, String id, E told, Once once) {
        try {
            return events(hook, id, told, once);
        } catch (LeftAlone e) {
            return List.of();
        }
    }

    private static <E> List<BridgeEvent> events(Hook<E> hook, String id, E told, Once once) {
        List<Told> all = hook.reader().apply(told);
        List<BridgeEvent> events = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Told one = all.get(i);
            String own = all.size() == 1 ? id : id + "/" + i;
            events.add(new BridgeEvent(
                    one.trigger(),
                    hook.connection(),
                    one.id().orElse(own),
                    one.at().orElseGet(() -> once.store().now()),
                    one.data()));
        }
        return events;
    }

    /** Handles what is stored, from now on, on an executor; events of one address side by side unless they have an order. */
    public void start(Executor threads) {
        inboxes.forEach(inbox -> inbox.start(threads));
    }

    /** Handles all that is due now, and returns how much that was; for callers with a clock of their own. */
    public int run() {
        return inboxes.stream().mapToInt(Inbox::run).sum();
    }

    /** Returns what answers the requests of each address, {@code connection/event}. */
    public Map<String, WebhookEndpoint> endpoints() {
        return Map.copyOf(endpoints);
    }

    /** Returns the counts of each address, of this process and since it began. */
    public Map<String, WebhookMonitor> monitors() {
        return Map.copyOf(monitors);
    }

    /**
     * Returns how often something proven was left alone, by address and reason, of this process and since it began: the
     * vendor has answered that it is none of the connection's events.
     */
    public Map<String, Map<String, Long>> leftAlone() {
        return leftAlone.all();
    }

    @Override
    public Stream<OpenWrite> pending() {
        return inboxes.stream().flatMap(Inbox::pending);
    }

    @Override
    public boolean replay(OpenWrite dead) {
        return inboxes.stream().anyMatch(inbox -> inbox.replay(dead));
    }

    @Override
    public List<BridgeEvent> read(OpenWrite waiting) {
        return readers.stream()
                .flatMap(reader -> reader.apply(waiting).stream())
                .toList();
    }

    @Override
    public void close() {
        inboxes.forEach(Inbox::close);
    }

    /** Names of inboxes are short and plain; another name gets the digest of its own. */
    private static String nameOf(Hook<?> hook) {
        String name = "bridge/" + hook.address();
        boolean isPlain = name.matches("[a-z0-9./-]+") && name.length() <= LONGEST_NAME;
        return isPlain
                ? name
                : "bridge/" + Integer.toHexString(name.hashCode()) + "/"
                        + hook.path().toLowerCase(Locale.ROOT);
    }

    /** Answers 503 where nothing could be stored. */
    private record Asking(WebhookEndpoint inner) implements WebhookEndpoint {

        @Override
        public WebhookReply handle(WebhookRequest request) {
            return asked(inner.handle(request));
        }

        @Override
        public WebhookReply handle(StreamingWebhookRequest request) throws IOException {
            return asked(inner.handle(request));
        }

        @Override
        public Optional<WebhookReply> handleHead(WebhookRequest head) {
            return inner.handleHead(head).map(Asking::asked);
        }

        @Override
        public boolean isProvenByHead(WebhookRequest head) {
            return inner.isProvenByHead(head);
        }

        @Override
        public int largestBody() {
            return inner.largestBody();
        }

        @Override
        public void bodyFailed(WebhookRequest head, IOException failure) {
            inner.bodyFailed(head, failure);
        }

        private static WebhookReply asked(WebhookReply reply) {
            return reply.status() == 500
                    ? WebhookReply.text(503, "try again").header("Retry-After", AFTER_SECONDS)
                    : reply;
        }
    }
}
