package io.mostik.bridge.action;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The catalogue: what can be done, by name. Thread-safe. */
public final class Actions {

    private final Map<String, Action> byName;
    private final Supplier<Map<String, Action>> restored;
    private @Nullable Map<String, Action> lookingByName;

    private Actions(Map<String, Action> byName, Supplier<Map<String, Action>> restored) {
        this.byName = Map.copyOf(byName);
        this.restored = restored;
    }

    /**
     * Returns the actions of these providers.
     *
     * @throws IllegalArgumentException if two have the same name
     */
    public static Actions of(List<ActionProvider> providers, ActionContext context) {
        List<ActionProvider> all = List.copyOf(providers);
        return new Actions(made(all, context), () -> made(all, context.restored()));
    }

    private static Map<String, Action> made(List<ActionProvider> providers, ActionContext context) {
        Map<String, Action> found = new LinkedHashMap<>();
        for (ActionProvider provider : providers) {
            for (Action action : provider.actions(context)) {
                if (found.put(action.spec().name(), action) != null) {
                    throw new IllegalArgumentException(
                            "two actions have the name " + action.spec().name());
                }
            }
        }
        return found;
    }

    /** Returns the action with this name. */
    public Optional<Action> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * Returns the action with this name as it is after a restore: it sends nothing, and finds out by the same read-back what
     * was sent before.
     */
    public synchronized Optional<Action> looking(String name) {
        Map<String, Action> made = lookingByName;
        if (made == null) {
            made = restored.get();
            lookingByName = made;
        }
        return Optional.ofNullable(made.get(name));
    }

    /** Returns all actions, sorted by name. */
    public List<Action> all() {
        return byName.values().stream()
                .sorted(Comparator.comparing(action -> action.spec().name()))
                .toList();
    }
}
