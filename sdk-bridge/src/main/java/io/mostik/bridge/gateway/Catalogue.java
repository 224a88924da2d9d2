package io.mostik.bridge.gateway;

import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionSpec;
import io.mostik.bridge.action.Actions;
import io.mostik.bridge.action.FieldSpec;
import io.mostik.core.webhook.WebhookReply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shows a base what it may ask for, with the fields of each and an example. */
final class Catalogue {

    private final Actions actions;
    private final List<Read> reads;

    Catalogue(Actions actions, List<Read> reads) {
        this.actions = actions;
        this.reads = reads;
    }

    WebhookReply answer(Asked asked) {
        Set<String> unused = asked.query(Set.of()).keySet();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "actions",
                actions.all().stream()
                        .map(Action::spec)
                        .filter(spec -> asked.caller()
                                .base()
                                .map(base -> base.isAllowed(spec.name()))
                                .orElse(true))
                        .map(Catalogue::described)
                        .toList());
        answer.put(
                "reads",
                reads.stream()
                        .map(Read::spec)
                        .filter(spec -> asked.caller()
                                .base()
                                .map(base -> base.isAllowed(spec.name()))
                                .orElse(true))
                        .map(Catalogue::described)
                        .toList());
        return FlatAnswer.json(200, answer);
    }

    private static Map<String, Object> described(ActionSpec spec) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("name", spec.name());
        one.put("description", spec.description());
        one.put("effect", FlatAnswer.word(spec.effect()));
        if (!spec.vendor().isEmpty()) {
            one.put("vendor", spec.vendor());
        }
        spec.validFor().ifPresent(length -> one.put("valid_for_seconds", length.toSeconds()));
        if (!spec.further().isEmpty()) {
            one.put("further", spec.further());
        }
        one.put("fields", spec.fields().stream().map(Catalogue::described).toList());
        one.put("results", spec.results().stream().map(Catalogue::described).toList());
        return one;
    }

    private static Map<String, Object> described(FieldSpec field) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("name", field.name());
        one.put("type", FlatAnswer.word(field.type()));
        one.put("required", field.required());
        one.put("description", field.description());
        one.put("example", field.example());
        return one;
    }
}
