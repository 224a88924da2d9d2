package io.mostik.bridge.action;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogue: what can be done, by name. Immutable. */
public final class Actions {

    private final Map<String, Action> byName;

    private Actions(Map<String, Action> byName) {
        this.byName = Map.copyOf(byName);
    }

    /**
     * Returns the actions of these providers.
     *
     * @throws IllegalArgumentException if two have the same name
     */
    public static Actions of(List<ActionProvider> providers, ActionContext context) {
        Map<String, Action> found = new LinkedHashMap<>();
        for (ActionProvider provider : providers) {
            for (Action action : provider.actions(context)) {
                if (found.put(action.spec().name(), action) != null) {
                    throw new IllegalArgumentException(
                            "two actions have the name " + action.spec().name());
                }
            }
        }
        return new Actions(found);
    }

    /** Returns the action with this name. */
    public Optional<Action> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Returns all actions, sorted by name. */
    public List<Action> all() {
        return byName.values().stream()
                .sorted(Comparator.comparing(action -> action.spec().name()))
                .toList();
    }
}
