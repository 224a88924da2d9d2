package io.mostik.salesautopilot.external;

import io.mostik.core.Secret;
import io.mostik.core.WebhookException;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.salesautopilot.ids.FieldName;
import io.mostik.salesautopilot.ids.ListId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an external action of your own sends, defined once: for the text that is typed into the vendor's web
 * application, and for its receiver. Holds {@code event}, {@code list_id} and {@code record_id} from the start.
 * Immutable.
 */
public final class ActionTemplate {

    private static final String EVENT = "event";
    private static final String NAME = "[A-Za-z0-9_]+";

    private final String event;
    private final Map<String, String> values;
    private final List<String> key;

    private ActionTemplate(String event, Map<String, String> values, List<String> key) {
        this.event = event;
        this.values = values;
        this.key = key;
    }

    /**
     * Returns the template of an event.
     *
     * @param event a word of your own for what happened: Latin letters, digits, underscores
     * @param list the list of the form
     */
    public static ActionTemplate of(String event, ListId list) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(EVENT, word("event", event));
        values.put("list_id", Long.toString(list.value()));
        values.put("record_id", "[id]");
        return new ActionTemplate(event, values, List.of());
    }

    /** Returns this template with one more value: a column of the record. */
    public ActionTemplate with(String name, FieldName column) {
        Map<String, String> more = new LinkedHashMap<>(values);
        if (more.putIfAbsent(word("name", name), "[" + column.value() + "]") != null) {
            throw new IllegalArgumentException("name " + name + " is in the template already");
        }
        return new ActionTemplate(event, more, key);
    }

    /**
     * Returns this template with the names of the values that together tell one action from any other, such as
     * {@code record_id} and a time of change.
     *
     * @throws IllegalArgumentException if there are none, or the template lacks one of them
     */
    public ActionTemplate key(String... names) {
        if (names.length == 0) {
            throw new IllegalArgumentException("key must have at least one name");
        }
        for (String name : names) {
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException("key: the template lacks " + name);
            }
        }
        return new ActionTemplate(event, values, List.of(names));
    }

    /** Returns the text to type into "data to send", where the format is JSON. */
    public String json() {
        return values.entrySet().stream()
                .map(value -> "\"" + value.getKey() + "\":\"" + value.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Returns the text to type into "data to send", where the format is POST parameters: the one for free text. */
    public String parameters() {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .collect(Collectors.joining("&"));
    }

    /**
     * Returns a receiver of this template's actions, told apart by its key. One of another event, or without a part of the
     * key, is refused.
     *
     * @throws IllegalStateException if the template has no key
     */
    public WebhookReceiver<ExternalAction> receiver(String user, Secret password) {
        if (key.isEmpty()) {
            throw new IllegalStateException("the template has no key: say which values tell one action from another");
        }
        return ExternalActions.builder()
                .name("salesautopilot/" + event.toLowerCase(Locale.ROOT).replace('_', '-'))
                .basic(user, password)
                .build(this::checked)
                .identity(this::keyOf);
    }

    private String keyOf(ExternalAction action) {
        return action.key(key.toArray(String[]::new)) + "/" + event;
    }

    private ExternalAction checked(ExternalAction action) {
        if (action.event().filter(event::equals).isEmpty()) {
            throw new WebhookException(WebhookException.Reason.UNREADABLE, "not of the event " + event);
        }
        String unused = keyOf(action);
        return action;
    }

    private static String word(String parameter, String text) {
        if (!text.matches(NAME)) {
            throw new IllegalArgumentException(parameter + " must be Latin letters, digits and underscores");
        }
        return text;
    }
}
