package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.NewLimit;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The money of one order for one card.
 *
 * @param ucid the card
 * @param order the order, 1 to 100 characters; blanks at its ends and the Unicode form do not matter. Its name is written
 *     down, so no personal data
 * @param sum what it costs, in the currency of the account, with at most two decimals
 */
public record Grant(Ucid ucid, String order, BigDecimal sum) {

    private static final int LONGEST_ORDER = 100;
    private static final Pattern BLANK_ENDS = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

    /** Refuses what cannot be a limit. */
    public Grant {
        Objects.requireNonNull(ucid, "ucid");
        order = order(order);
        NewLimit unused = limit(sum);
    }

    /** Returns whether the sum is in whole units, as a batch of the bank takes it. */
    boolean isWhole() {
        return sum.stripTrailingZeros().scale() <= 0;
    }

    NewLimit limit() {
        return limit(sum);
    }

    /** Returns the limit of a sum, refused if it is none to spend. */
    static NewLimit limit(BigDecimal sum) {
        if (sum.signum() == 0) {
            throw new IllegalArgumentException("sum must be above 0");
        }
        return NewLimit.once(sum);
    }

    Grant on(Ucid card) {
        return new Grant(card, order, sum);
    }

    /** Returns the one spelling of an order. */
    static String order(String order) {
        String clean = BLANK_ENDS
                .matcher(Normalizer.normalize(order, Normalizer.Form.NFC))
                .replaceAll("");
        if (clean.isEmpty() || clean.length() > LONGEST_ORDER) {
            throw new IllegalArgumentException("order must have 1 to " + LONGEST_ORDER + " characters");
        }
        return clean;
    }
}
