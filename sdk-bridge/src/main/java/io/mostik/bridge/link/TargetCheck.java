package io.mostik.bridge.link;

import io.mostik.bridge.Connections;
import io.mostik.bridge.action.ActionSpec;
import io.mostik.bridge.action.FieldSpec;
import io.mostik.bridge.text.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks what a link does: its action, where, and with which fields. */
final class TargetCheck {

    private final Map<String, ActionSpec> actions;
    private final Connections connections;

    TargetCheck(Map<String, ActionSpec> actions, Connections connections) {
        this.actions = actions;
        this.connections = connections;
    }

    void check(Link link, Findings found) {
        ActionSpec action = actions.get(link.target().action());
        if (action == null) {
            String name = link.target().action();
            found.error(link, "do", name + " is not known" + Nearest.hint(name, actions.keySet()));
            return;
        }
        String to = link.target().connection();
        if (action.vendor().isEmpty()) {
            if (!to.isEmpty()) {
                found.error(link, "to", "is not for " + action.name());
            }
        } else if (!connections.ofVendor(action.vendor()).contains(to)) {
            String what = to.isEmpty() ? "is missing" : to + " is no connection of " + action.vendor();
            found.error(link, "to", what + Nearest.hint(to, connections.ofVendor(action.vendor())));
        }
        List<String> names = action.fields().stream().map(FieldSpec::name).toList();
        for (MapRule rule : link.rules()) {
            boolean isFurther = !action.further().isEmpty() && rule.field().startsWith(action.further());
            if (!names.contains(rule.field()) && !isFurther) {
                found.error(link, rule, "is no field of " + action.name() + Nearest.hint(rule.field(), names));
            }
        }
        Set<String> filled = link.rules().stream().map(MapRule::field).collect(Collectors.toSet());
        action.fields().stream()
                .filter(field -> field.required() && !filled.contains(field.name()))
                .forEach(field -> found.error(link, "map", field.name() + " is missing: " + field.description()));
    }
}
