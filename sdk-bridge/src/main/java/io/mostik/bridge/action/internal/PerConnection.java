package io.mostik.bridge.action.internal;

import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.text.Sha256;
import io.mostik.core.StateStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * The workflows of each connection, made at their first use, each with its own part of the store. Thread-safe.
 *
 * @param <C> the vendor's client
 * @param <W> its workflows
 */
public final class PerConnection<C, W> {

    private static final int SHORT = 24;

    private final ActionContext context;
    private final Class<C> client;
    private final BiFunction<C, StateStore, W> make;
    private final Map<String, W> made = new ConcurrentHashMap<>();

    /** Creates them. */
    public PerConnection(ActionContext context, Class<C> client, BiFunction<C, StateStore, W> make) {
        this.context = context;
        this.client = client;
        this.make = make;
    }

    /** Returns the workflows of a connection. */
    public W of(String connection) {
        return made.computeIfAbsent(
                connection,
                name -> make.apply(
                        context.connections().client(name, client),
                        new ScopedStore(context.once().store(), "bridge/" + part(name) + "/")));
    }

    /** Keys are short: a long name, or one of other letters, is stored as the beginning of its digest. */
    private static String part(String name) {
        return name.matches("[A-Za-z0-9-]{1," + SHORT + "}")
                ? name
                : Sha256.hex(name).substring(0, SHORT);
    }
}
