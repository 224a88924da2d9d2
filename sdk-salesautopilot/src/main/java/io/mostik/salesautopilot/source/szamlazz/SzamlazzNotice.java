package io.mostik.salesautopilot.source.szamlazz;

import io.mostik.core.WebhookException;
import io.mostik.core.webhook.WebhookRequest;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody posted as a notice of Számlázz.hu: nothing proves it, so it is only a reason to ask. Amounts in it are claims, for
 * people. Prints the names only. Immutable.
 */
public final class SzamlazzNotice {

    private static final String NUMBER = "szlahu_szamlaszam";
    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,15}([.,]\\d{1,6})?");

    private final Map<String, String> values;

    private SzamlazzNotice(Map<String, String> values) {
        this.values = values;
    }

    /** Fields that are not known are kept; a number that is missing or cannot be one leaves nothing to ask for. */
    static SzamlazzNotice of(WebhookRequest request) {
        Map<String, List<String>> sent = request.body().length == 0 ? request.query() : request.form();
        Map<String, String> values = new LinkedHashMap<>();
        sent.forEach((name, all) -> {
            if (name.startsWith("szlahu_") || request.body().length > 0) {
                values.put(name, all.size() == 1 ? all.get(0).strip() : "");
            }
        });
        if (!Szamlazz.isNumber(values.getOrDefault(NUMBER, ""))) {
            throw new WebhookException(WebhookException.Reason.UNREADABLE, NUMBER + " is missing, double or no number");
        }
        return new SzamlazzNotice(values);
    }

    /** Returns the number of the document that is said to be paid. */
    public String number() {
        return values.getOrDefault(NUMBER, "");
    }

    /** Returns the number of the order that is said to be written on it. */
    public Optional<String> order() {
        return text("szlahu_rendelesszam").filter(Szamlazz::isNumber);
    }

    /** Returns what is said to be paid so far; empty if it is not told, or in a form that is not known: see {@link #values}. */
    public Optional<BigDecimal> claimedPaid() {
        return text("szlahu_kifizetettbrutto")
                .filter(text -> AMOUNT.matcher(text).matches())
                .map(text -> new BigDecimal(text.replace(',', '.')));
    }

    /** Returns all values as they came. */
    public Map<String, String> values() {
        return new LinkedHashMap<>(values);
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(text -> !text.isBlank());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SzamlazzNotice that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "SzamlazzNotice" + values.keySet();
    }
}
