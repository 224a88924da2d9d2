package io.mostik.remonline.workflow;

import io.mostik.core.NotFoundException;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.orders.Order;
import io.mostik.remonline.orders.OrderQuery;
import io.mostik.remonline.webhooks.RemOnlineEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/**
 * Finds orders that a copy holds and the vendor has deleted, which no {@linkplain RemOnlineFeeds feed of changes} tells.
 * Deletion webhooks tell of them at once, a sweep in the night finds those whose webhook was missed:
 *
 * <pre>{@code
 * OrderSweep sweep = OrderSweep.of(remonline);
 * inbox.open(event -> sweep.gone(event).ifPresent(copy::remove));      // at each webhook
 * sweep.sweep(copy.ids(), copy::remove);                               // each night
 * }</pre>
 *
 * <p>Costs a call for each 50 ids, and one for each order that is missing. Only a {@code GET} of the order that answers 404
 * makes it deleted: not its absence from a list, and not the {@linkplain RemOnlineEvent event}, whose content is not signed.
 * An order that the key may not see any more, as when its employee lost a location, cannot be told from a deleted one. A
 * feed that reads an order just before it is deleted may put it into the copy after its webhook took it out; the next sweep
 * finds it. Immutable and thread-safe.
 */
public final class OrderSweep {

    private static final int IDS_A_CALL = 50;

    private final RemOnline remonline;

    private OrderSweep(RemOnline remonline) {
        this.remonline = Objects.requireNonNull(remonline, "remonline");
    }

    /** Returns the sweep of an account. */
    public static OrderSweep of(RemOnline remonline) {
        return new OrderSweep(remonline);
    }

    /**
     * Tells each order of a copy that has been deleted. Asks for 50 orders a call, which is one page, so that none is
     * missed because rows move between pages; and once more for each that did not come.
     *
     * @param held the ids that the copy holds; walked while calls are made
     * @param gone takes the id of each deleted order
     * @return how many were told
     * @throws io.mostik.core.SdkException if a call fails; what was told so far stays true
     */
    public long sweep(Iterable<Long> held, LongConsumer gone) {
        Objects.requireNonNull(gone, "gone");
        long told = 0;
        List<Long> part = new ArrayList<>(IDS_A_CALL);
        for (long id : held) {
            part.add(id);
            if (part.size() == IDS_A_CALL) {
                told += compare(part, gone);
                part.clear();
            }
        }
        return part.isEmpty() ? told : told + compare(part, gone);
    }

    private long compare(List<Long> held, LongConsumer gone) {
        Set<Long> there = remonline.orders().list(OrderQuery.builder().ids(held).build()).stream()
                .map(Order::id)
                .collect(Collectors.toSet());
        List<Long> missing = held.stream()
                .distinct()
                .filter(id -> !there.contains(id) && isGone(id))
                .toList();
        missing.forEach(gone::accept);
        return missing.size();
    }

    /**
     * Returns the id of the order whose deletion an event tells, if it has really gone. Events of estimates have the same
     * names: their id comes too where no order has it.
     *
     * @throws io.mostik.core.SdkException if the vendor does not say whether it is there
     */
    public OptionalLong gone(RemOnlineEvent event) {
        boolean ofOrder = event.isDeletion()
                && event.eventName()
                        .filter(name -> name.subject().equals("Order"))
                        .isPresent();
        return ofOrder
                        && event.objectId().isPresent()
                        && isGone(event.objectId().getAsLong())
                ? event.objectId()
                : OptionalLong.empty();
    }

    private boolean isGone(long id) {
        try {
            Order unused = remonline.orders().get(id);
            return false;
        } catch (NotFoundException e) {
            return true;
        }
    }
}
