package io.mostik.datahub.filter;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The property of an order that a rule examines: one of the constants, or a custom field as {@code custom.f7010001}.
 *
 * @param value its word in the settings document
 */
public record OrderParameter(@JsonValue String value) {

    /** The location, by id or name. */
    public static final OrderParameter LOCATION = new OrderParameter("LOCATION");

    /** The type of the order, by id or name. */
    public static final OrderParameter ORDER_TYPE = new OrderParameter("ORDER_TYPE");

    /** The status, by id or name. */
    public static final OrderParameter STATUS = new OrderParameter("STATUS");

    /** The vendor's group of the status: its number, such as 1 to 7, or its name. */
    public static final OrderParameter STATUS_GROUP = new OrderParameter("STATUS_GROUP");

    /** The responsible manager, by id or by first and last name. */
    public static final OrderParameter MANAGER = new OrderParameter("MANAGER");

    /** The executor, by id or by first and last name. */
    public static final OrderParameter EXECUTOR = new OrderParameter("EXECUTOR");

    /** The client, by id alone: there is no dictionary of clients. */
    public static final OrderParameter CLIENT = new OrderParameter("CLIENT");

    /** The advertising campaign, by id or name. */
    public static final OrderParameter AD_CAMPAIGN = new OrderParameter("AD_CAMPAIGN");

    /** When it was made: a time as {@code 2026-03-01T09:00:00Z}, or a day. */
    public static final OrderParameter CREATED_AT = new OrderParameter("CREATED_AT");

    /** When it was last changed. */
    public static final OrderParameter MODIFIED_AT = new OrderParameter("MODIFIED_AT");

    /** When it was closed. */
    public static final OrderParameter CLOSED_AT = new OrderParameter("CLOSED_AT");

    /** Whether it is urgent: {@code true} or {@code false}. */
    public static final OrderParameter URGENT = new OrderParameter("URGENT");

    /**
     * Whether its deadline has passed. That comes true without a change of the order, so a refresh sees it with the
     * next change only; a full run sees it at once.
     */
    public static final OrderParameter OVERDUE = new OrderParameter("OVERDUE");

    /** The amount of the order. */
    public static final OrderParameter AMOUNT = new OrderParameter("AMOUNT");

    /** What has been paid. */
    public static final OrderParameter PAID = new OrderParameter("PAID");

    /** Every parameter that all accounts have. */
    public static final List<OrderParameter> ALL = List.of(
            LOCATION,
            ORDER_TYPE,
            STATUS,
            STATUS_GROUP,
            MANAGER,
            EXECUTOR,
            CLIENT,
            AD_CAMPAIGN,
            CREATED_AT,
            MODIFIED_AT,
            CLOSED_AT,
            URGENT,
            OVERDUE,
            AMOUNT,
            PAID);

    private static final Pattern CUSTOM = Pattern.compile("custom\\.(\\w{1,100})");

    /** Refuses a missing word. */
    public OrderParameter {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the parameter of this word. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static OrderParameter of(String value) {
        return new OrderParameter(value);
    }

    /** Returns the parameter of one of the account's own fields. */
    public static OrderParameter customField(String key) {
        return new OrderParameter("custom." + key);
    }

    /** Returns the key of the account's own field; empty for the constants. */
    public Optional<String> customFieldKey() {
        Matcher custom = CUSTOM.matcher(value);
        return custom.matches() ? Optional.of(custom.group(1)) : Optional.empty();
    }

    /** Returns the word. */
    @Override
    public String toString() {
        return value;
    }
}
