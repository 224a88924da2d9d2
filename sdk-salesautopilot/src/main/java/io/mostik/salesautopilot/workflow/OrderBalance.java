package io.mostik.salesautopilot.workflow;

import io.mostik.core.once.OnceResult;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.workflow.MarketingRefusedException.Reason;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the ledger knows of the payments of one order.
 *
 * @param order the shop's number
 * @param state how payments and invoices compare
 * @param due the sum of the documents that count; 0 in several currencies
 * @param paid what is paid on them; 0 in several currencies
 * @param currency ISO 4217; empty if no document counts or they have several
 * @param form what is known of the paid form; empty if the sum was never covered
 * @param reason why the form waits, or cannot be used; empty if nothing is in its way
 */
public record OrderBalance(
        String order,
        State state,
        BigDecimal due,
        BigDecimal paid,
        Optional<String> currency,
        Optional<OnceResult<RecordId>> form,
        Optional<Reason> reason) {

    /** How payments and invoices compare. */
    public enum State {
        /** Nothing is to be paid: no document counts, or their sum is not positive. */
        NOTHING_DUE,
        /** Nothing is paid yet. */
        OPEN,
        /** A part is paid, or a deposit alone. */
        PARTLY,
        /** The whole sum is paid, or more. Cash in forint may lack 2 by rounding. */
        COVERED,
        /** The paid form was used, and now the sum is not covered any more: refunded, reversed, or booked elsewhere. */
        REVERSED,
        /** The documents have several currencies; a person has to look. */
        MIXED_CURRENCIES
    }

    /** Returns whether the paid form was used for this order. */
    public boolean isMarked() {
        return form.filter(OnceResult.Done.class::isInstance).isPresent();
    }

    /** Returns the record of the order, where it is known. */
    public Optional<RecordId> record() {
        return form.flatMap(
                known -> known instanceof OnceResult.Done<RecordId> done ? done.result() : Optional.empty());
    }
}
