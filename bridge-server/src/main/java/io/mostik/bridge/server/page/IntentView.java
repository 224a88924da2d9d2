package io.mostik.bridge.server.page;

import io.mostik.bridge.Fields;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionSpec;
import io.mostik.bridge.action.Actions;
import io.mostik.bridge.action.FieldSpec;
import io.mostik.bridge.action.FieldType;
import io.mostik.bridge.intent.Intent;
import io.mostik.bridge.messages.Messages;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes intents for people: words instead of codes, and of what could be somebody's data only the ends. Immutable. */
final class IntentView {

    private static final Set<FieldType> OPEN =
            Set.of(FieldType.MONEY, FieldType.NUMBER, FieldType.DATE, FieldType.FLAG);
    private static final int SHOWN = 2;

    private final Actions actions;

    IntentView(Actions actions) {
        this.actions = actions;
    }

    /** Returns what a line of a list shows. */
    Map<String, Object> row(Intent intent, String language) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", intent.id());
        row.put("base", intent.key().base());
        row.put("action", intent.key().action());
        row.put("document", intent.key().document());
        row.put("line", intent.key().line());
        row.put("connection", intent.connection());
        row.put("state", word(intent.state()));
        row.put("isEnd", intent.state().isEnd());
        row.put("happened", word(intent.state().happened()));
        row.put("nextStep", word(intent.nextStep()));
        row.put("code", intent.code());
        row.put("message", message(intent, language));
        intent.vendorSays().ifPresent(words -> row.put("vendorSays", words));
        row.put("acceptedAt", intent.acceptedAt().toString());
        row.put("changedAt", intent.changedAt().toString());
        intent.notBefore().ifPresent(at -> row.put("notBefore", at.toString()));
        row.put("tries", intent.tries());
        row.put("movesMoney", movesMoney(intent));
        return row;
    }

    /** Returns values by name; those that could be somebody's are masked. */
    List<Map<String, Object>> values(Fields fields, List<FieldSpec> specs) {
        return fields.asMap().entrySet().stream()
                .map(entry -> {
                    boolean open = specs.stream()
                            .anyMatch(spec -> spec.name().equals(entry.getKey()) && OPEN.contains(spec.type()));
                    Map<String, Object> value = new LinkedHashMap<>();
                    value.put("name", entry.getKey());
                    value.put("value", open ? entry.getValue() : masked(entry.getValue()));
                    value.put("masked", !open);
                    return value;
                })
                .toList();
    }

    Optional<ActionSpec> spec(Intent intent) {
        return actions.find(intent.key().action()).map(Action::spec);
    }

    /** What is not known is taken for money. */
    boolean movesMoney(Intent intent) {
        return spec(intent).map(ActionSpec::holdsSubject).orElse(true);
    }

    static String masked(String value) {
        return value.length() <= 2 * SHOWN
                ? "•".repeat(value.length())
                : value.substring(0, SHOWN) + "•••" + value.substring(value.length() - SHOWN);
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private String message(Intent intent, String language) {
        Map<String, String> parameters = new LinkedHashMap<>();
        spec(intent).ifPresent(spec -> {
            write(parameters, intent.fields(), spec.fields(), language);
            write(parameters, intent.results(), spec.results(), language);
        });
        return Messages.text(intent.code(), language, parameters);
    }

    private static void write(Map<String, String> to, Fields fields, List<FieldSpec> specs, String language) {
        specs.forEach(spec ->
                fields.find(spec.name()).ifPresent(value -> to.put(spec.name(), shown(spec, value, language))));
    }

    private static String shown(FieldSpec spec, String value, String language) {
        if (spec.type() == FieldType.MONEY) {
            return Messages.amount(new BigDecimal(value), language);
        }
        return OPEN.contains(spec.type()) ? value : masked(value);
    }
}
