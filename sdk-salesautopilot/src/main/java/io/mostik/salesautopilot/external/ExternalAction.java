package io.mostik.salesautopilot.external;

import io.mostik.core.WebhookException;
import io.mostik.core.json.Json;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.records.OrderStatus;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/**
 * What an external action told. The named getters fit {@link ExternalActions#template}; {@link #text} reads what a
 * template of your own holds. There is no signature: treat it as a hint, and read the record before acting on money.
 * Immutable; prints the names only.
 */
public final class ExternalAction {

    private static final Pattern CODE = Pattern.compile("\\[[A-Za-z_][A-Za-z0-9_]*\\]");

    private final Map<String, String> values;

    private ExternalAction(Map<String, String> values) {
        this.values = values;
    }

    /** Returns the action with these values, as for tests of your own code. */
    public static ExternalAction of(Map<String, String> values) {
        return new ExternalAction(new LinkedHashMap<>(values));
    }

    /** Returns what happened, in the template's word. */
    public Optional<String> event() {
        return text("event");
    }

    /** Returns the list. */
    public Optional<ListId> list() {
        return id("list_id", ListId::of);
    }

    /** Returns the record. */
    public Optional<RecordId> record() {
        return id("record_id", RecordId::of);
    }

    /** Returns the e-mail address. */
    public Optional<String> email() {
        return text("email");
    }

    /** Returns the shop's own number of the order. */
    public Optional<String> orderId() {
        return text("order_id");
    }

    /** Returns the status of the order. */
    public Optional<OrderStatus> orderStatus() {
        return text("order_status").map(OrderStatus::new);
    }

    /** Returns when the record was last changed, in the vendor's time. */
    public Optional<LocalDateTime> updated() {
        try {
            return text("updated").map(text -> LocalDateTime.parse(text.replace(' ', 'T')));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns any value by its name in the template; absent if it is empty, or a code such as {@code [id]} that was not filled in.
     * A value within another is named as in a form of PHP: {@code products[0][qty]}.
     */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(text -> !text.isBlank() && !isCode(text));
    }

    /**
     * Returns all values as a tree, whether they came as nested JSON or as a form with names such as {@code products[0][qty]}: names
     * with numbers from 0 on are lists, and every value is a text.
     */
    public Json tree() {
        return ActionTree.of(values);
    }

    /** Returns whether a text is a code of the vendor's that was not filled in. */
    static boolean isCode(String text) {
        return CODE.matcher(text.strip()).matches();
    }

    /** Returns all values by their names in the template. */
    public Map<String, String> values() {
        return new LinkedHashMap<>(values);
    }

    /**
     * Returns what tells this action from any other, made of these values.
     *
     * @throws WebhookException if one of them is missing: the template lacks it
     */
    public String key(String... names) {
        StringBuilder key = new StringBuilder("salesautopilot/action");
        for (String name : names) {
            key.append('/')
                    .append(escaped(text(name)
                            .orElseThrow(() -> new WebhookException(
                                    WebhookException.Reason.UNREADABLE, "the template lacks " + name))));
        }
        return key.toString();
    }

    /** Numbers of orders hold slashes: no two different sets of values may become the same key. */
    private static String escaped(String value) {
        return value.replace("%", "%25").replace("/", "%2F");
    }

    private <T> Optional<T> id(String name, LongFunction<T> maker) {
        return text(name)
                .map(String::strip)
                .filter(text -> text.matches("[1-9]\\d{0,17}"))
                .map(text -> maker.apply(Long.parseLong(text)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExternalAction that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(values);
    }

    @Override
    public String toString() {
        return "ExternalAction" + values.keySet();
    }
}
