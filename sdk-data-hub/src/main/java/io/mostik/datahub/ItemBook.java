package io.mostik.datahub;

import io.mostik.core.ApiException;
import io.mostik.core.DecodingException;
import io.mostik.core.TimeSource;
import io.mostik.datahub.calc.internal.ItemSums;
import io.mostik.datahub.connector.HubOrder;
import io.mostik.datahub.connector.RecordSource;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The sums of the lines of orders, cached by the time of the order's last change. That time has a resolution of
 * whole seconds, so an order that has just changed may change again within the same second, and is not cached.
 * Thread-safe.
 */
final class ItemBook {

    /** Longer than clocks differ, and than changes take to show. */
    static final Duration SETTLES = Duration.ofMinutes(2);

    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final RecordSource orders;
    private final TimeSource time;
    private final Map<Long, Known> known;

    private record Known(Instant modified, ItemSums sums) {}

    /**
     * Creates an empty book.
     *
     * @param most how many orders are remembered; the one not used for longest goes first
     */
    ItemBook(RecordSource orders, TimeSource time, int most) {
        this.orders = orders;
        this.time = time;
        this.known = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Known> eldest) {
                return size() > most;
            }
        };
    }

    /** Returns the sums of an order; empty if its lines cannot be read. Fails if no order's could be. */
    Optional<ItemSums> sums(HubOrder order) {
        Optional<ItemSums> found = find(order);
        if (found.isPresent()) {
            return found;
        }
        boolean settled = isSettled(order);
        Optional<ItemSums> sums = fetch(order);
        if (settled) {
            order.modifiedAt().ifPresent(modified -> sums.ifPresent(each -> note(order.id(), modified, each)));
        }
        return sums;
    }

    /** Returns whether a further change of an order would show in its time. */
    boolean isSettled(HubOrder order) {
        return order.modifiedAt()
                .filter(modified -> modified.isBefore(time.now().minus(SETTLES)))
                .isPresent();
    }

    private synchronized Optional<ItemSums> find(HubOrder order) {
        return Optional.ofNullable(known.get(order.id()))
                .filter(entry ->
                        order.modifiedAt().filter(entry.modified()::equals).isPresent())
                .map(Known::sums);
    }

    private synchronized void note(long id, Instant modified, ItemSums sums) {
        known.put(id, new Known(modified, sums));
    }

    private Optional<ItemSums> fetch(HubOrder order) {
        try {
            return Optional.of(ItemSums.of(orders.lines(order.id())));
        } catch (DecodingException e) {
            return Optional.empty();
        } catch (ApiException e) {
            int status = e.status();
            if (status == UNAUTHORIZED || status == TOO_MANY || status >= SERVER_ERROR) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
