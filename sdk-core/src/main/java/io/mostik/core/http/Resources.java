package io.mostik.core.http;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Makes the resource classes of a client, whose constructors are package-private and lie in other packages than the
 * client. For authors of clients; thread-safe.
 *
 * <pre>{@code
 * private static final Resources RESOURCES = Resources.of(constructor -> constructor.setAccessible(true));
 *
 * public OrdersApi orders() {
 *     return RESOURCES.create(OrdersApi.class, api);
 * }
 * }</pre>
 *
 * <p>The constructor is opened by code of the client's own module, which needs no {@code opens} for that.
 */
public final class Resources {

    private final Consumer<Constructor<?>> opening;
    private final Map<Class<?>, Constructor<?>> constructors = new ConcurrentHashMap<>();

    private Resources(Consumer<Constructor<?>> opening) {
        this.opening = Objects.requireNonNull(opening, "opening");
    }

    /**
     * Returns what makes the resources of a client.
     *
     * @param opening makes a constructor accessible; a lambda written in the client, since Java asks who calls
     */
    public static Resources of(Consumer<Constructor<?>> opening) {
        return new Resources(opening);
    }

    /**
     * Returns a new resource.
     *
     * @param type a class with one constructor that is not private, which takes these parts in this order
     * @throws IllegalStateException if it cannot be made: a fault of the client's author
     */
    public <R> R create(Class<R> type, Object... parts) {
        try {
            return type.cast(constructor(type).newInstance(parts));
        } catch (InvocationTargetException e) {
            throw unchecked(type, Objects.requireNonNullElse(e.getCause(), e));
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            throw new IllegalStateException(type.getSimpleName() + " does not take these parts", e);
        }
    }

    private static RuntimeException unchecked(Class<?> type, Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException refusal
                ? refusal
                : new IllegalStateException(type.getSimpleName() + " cannot be made", failure);
    }

    private Constructor<?> constructor(Class<?> type) {
        Constructor<?> known = constructors.get(type);
        return known != null ? known : constructors.computeIfAbsent(type, this::find);
    }

    private Constructor<?> find(Class<?> type) {
        List<Constructor<?>> open = new ArrayList<>();
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (!Modifier.isPrivate(constructor.getModifiers())) {
                open.add(constructor);
            }
        }
        if (open.size() != 1) {
            throw new IllegalStateException(type.getSimpleName() + " must have one constructor that is not private");
        }
        opening.accept(open.get(0));
        return open.get(0);
    }
}
