package io.mostik.salesautopilot.workflow;

import java.util.List;

/**
 * What a run of {@link PurchaseHistory} did.
 *
 * @param orders the result of each order that was tried, by the shop's number, in the order of the export
 * @param complete whether all orders were tried; if not, the last of {@code orders} says why
 */
public record HistoryReport(List<EntryResult<SyncedOrder>> orders, boolean complete) {

    /** Keeps an unmodifiable copy. */
    public HistoryReport {
        orders = List.copyOf(orders);
    }

    /** Returns how many this run placed. */
    public int placed() {
        return count(Change.CREATED);
    }

    /** Returns how many this run changed. */
    public int changed() {
        return count(Change.UPDATED);
    }

    /** Returns how many were in the list as the shop has them, or were placed by an earlier run. */
    public int alreadyThere() {
        return count(Change.UNCHANGED);
    }

    /** Returns those that are not known to be in the list as the shop has them. */
    public List<EntryResult<SyncedOrder>> failed() {
        return orders.stream().filter(order -> !order.isDone()).toList();
    }

    private int count(Change change) {
        return (int) orders.stream()
                .flatMap(order -> order.value().stream())
                .filter(order -> order.change() == change)
                .count();
    }
}
