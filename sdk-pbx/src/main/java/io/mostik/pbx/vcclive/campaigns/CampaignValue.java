package io.mostik.pbx.vcclive.campaigns;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** What a custom field of a customer is set to. Prints nothing of its content. Immutable. */
public final class CampaignValue {

    private final List<Object> values;
    private final boolean several;

    private CampaignValue(List<Object> values, boolean several) {
        this.values = values;
        this.several = several;
    }

    /** Returns a text, also for a field of single choice, and for dates with a time as the account writes them. */
    public static CampaignValue of(String text) {
        return one(text);
    }

    /** Returns a number. */
    public static CampaignValue of(BigDecimal number) {
        return one(number);
    }

    /** Returns yes or no. */
    public static CampaignValue of(boolean flag) {
        return one(flag);
    }

    /** Returns a day. */
    public static CampaignValue of(LocalDate day) {
        return one(day.toString());
    }

    /** Returns several texts, for a field of multiple choice. */
    public static CampaignValue of(List<String> texts) {
        return new CampaignValue(List.copyOf(texts), true);
    }

    private static CampaignValue one(Object value) {
        return new CampaignValue(List.of(Objects.requireNonNull(value, "value")), false);
    }

    /** The vendor's sample has arrays everywhere, its text calls for the fitting type. */
    Object written(boolean asArray) {
        return asArray || several ? values : values.get(0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CampaignValue that && several == that.several && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
