package io.mostik.bridge.link;

import io.mostik.bridge.Fields;
import io.mostik.bridge.action.ActionSpec;
import io.mostik.bridge.action.FieldSpec;
import io.mostik.core.json.Json;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applies the rules of a link to events. Never throws for what is in them. Thread-safe. */
final class Mapping {

    private final ZoneId zone;

    Mapping(ZoneId zone) {
        this.zone = zone;
    }

    /** Returns the conditions that do not hold. */
    List<Condition> failing(Link link, Json data) {
        return link.when().stream()
                .filter(condition -> !condition.holds(data, zone))
                .toList();
    }

    /** Returns the fields; what a rule or the action itself requires and is not there is lacking. */
    Mapped apply(Link link, Json data, ActionSpec spec) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> origins = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        List<String> lacking = new ArrayList<>();
        for (MapRule rule : link.rules()) {
            MapRule.Result result = rule.apply(data, zone);
            result.trouble().ifPresent(trouble -> notes.add(rule.field() + ": " + trouble));
            Optional<String> value = result.value();
            value.ifPresent(text -> values.put(rule.field(), text));
            value.ifPresent(text -> origins.put(
                    rule.field(),
                    result.trouble().isPresent() && value.equals(rule.otherwise()) ? "default" : rule.origin()));
            if (rule.required() && value.isEmpty()) {
                lacking.add(rule.field());
            }
        }
        spec.fields().stream()
                .filter(FieldSpec::required)
                .map(FieldSpec::name)
                .filter(name -> !values.containsKey(name) && !lacking.contains(name))
                .forEach(lacking::add);
        return new Mapped(Fields.of(values), origins, notes, lacking);
    }
}
