package io.mostik.core.webhook;

import io.mostik.core.TimeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The settings of one receiver. Changed only between being copied and being handed to a receiver. */
final class ReceiverSettings<E> {

    private static final Pattern NAME = Pattern.compile("[a-z0-9./-]{1,52}");

    final WebhookAuthentication authentication;
    final Function<WebhookRequest, E> reader;
    WebhookLog log = new WebhookLog(TimeSource.system());
    String name;
    int largestBody = 1024 * 1024;
    Set<String> methods = Set.of("POST");
    WebhookReply accepted = WebhookReply.ok();
    Optional<Function<? super E, String>> identity = Optional.empty();
    Function<WebhookRequest, Optional<WebhookReply>> challenge = head -> Optional.empty();
    Optional<WebhookReceiver.StreamReader<E>> stream = Optional.empty();
    Optional<HandledEvents> memory = Optional.empty();
    List<WebhookListener> listeners = List.of();
    Set<String> keptHeaders = Set.of("Content-Type");

    ReceiverSettings(String name, WebhookAuthentication authentication, Function<WebhookRequest, E> reader) {
        this.name = checked(name);
        this.authentication = Objects.requireNonNull(authentication, "authentication");
        this.reader = Objects.requireNonNull(reader, "reader");
    }

    ReceiverSettings(ReceiverSettings<E> other) {
        this(other.name, other.authentication, other.reader);
        this.log = other.log;
        this.largestBody = other.largestBody;
        this.methods = other.methods;
        this.accepted = other.accepted;
        this.identity = other.identity;
        this.challenge = other.challenge;
        this.stream = other.stream;
        this.memory = other.memory;
        this.listeners = other.listeners;
        this.keptHeaders = other.keptHeaders;
    }

    static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name must have 1 to 52 characters of a-z 0-9 . / -");
        }
        return name;
    }

    void add(WebhookListener listener) {
        List<WebhookListener> more = new ArrayList<>(listeners);
        more.add(Objects.requireNonNull(listener, "listener"));
        listeners = List.copyOf(more);
    }

    void keep(String... names) {
        Set<String> more = new LinkedHashSet<>(keptHeaders);
        more.addAll(List.of(names));
        keptHeaders = more;
    }

    void requireIdentity() {
        if (identity.isEmpty() && !authentication.isOverId()) {
            throw new IllegalArgumentException("identity of " + name + " is missing: what tells two events apart");
        }
    }
}
