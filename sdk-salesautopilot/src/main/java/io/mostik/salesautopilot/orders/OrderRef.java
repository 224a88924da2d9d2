package io.mostik.salesautopilot.orders;

import io.mostik.salesautopilot.ids.RecordId;
import java.util.Objects;

/** How an order is named: by the id of its record, or by the shop's own number. */
public sealed interface OrderRef {

    /** By its record, which is cheaper and never ambiguous. */
    static OrderRef record(RecordId id) {
        return new ByRecord(id);
    }

    /** By the shop's own number, of any shop. */
    static OrderRef shopOrder(String number) {
        return new ByShopOrder(number);
    }

    /**
     * An order by its record.
     *
     * @param id the record
     */
    record ByRecord(RecordId id) implements OrderRef {

        /** Refuses a missing id. */
        public ByRecord {
            Objects.requireNonNull(id, "id");
        }
    }

    /**
     * An order by the shop's number.
     *
     * @param number as the shop gave it
     */
    record ByShopOrder(String number) implements OrderRef {

        /** Refuses a blank number. */
        public ByShopOrder {
            if (number.isBlank()) {
                throw new IllegalArgumentException("order must have a number");
            }
        }
    }
}
