package io.mostik.remonline;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.remonline.common.Sort;
import io.mostik.remonline.legacy.LegacyOrder;
import io.mostik.remonline.legacy.LegacyOrderQuery;
import io.mostik.remonline.orders.Order;
import io.mostik.remonline.orders.OrderQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The account has 300 orders, of which some are deleted while they are listed. */
class ListDeletionsTest {

    @RegisterExtension
    final Played played = new Played();

    private <T> List<Long> readWhileDeleting(Iterable<T> list, ToLongFunction<T> id, long seed) {
        Random random = new Random(seed);
        List<Long> there = new ArrayList<>(played.vendor().seedOrders(300));
        List<Long> read = new ArrayList<>();
        for (T row : list) {
            read.add(id.applyAsLong(row));
            if (random.nextInt(10) == 0) {
                played.vendor().deleteOrder(there.remove(random.nextInt(there.size())));
            }
        }
        assertThat(read).doesNotHaveDuplicates();
        assertThat(300 - there.size()).isPositive();
        there.removeAll(read);
        return there;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void givenDeletedOrders_whenListing_thenNoOtherIsMissing(long seed) {
        List<Long> missing = readWhileDeleting(played.remonline().orders().list(OrderQuery.all()), Order::id, seed);

        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void givenDeletedOrders_whenListingById_thenNoOtherIsMissing(long seed) {
        OrderQuery byId = OrderQuery.builder().sort(Sort.ID).build();

        assertThat(readWhileDeleting(played.remonline().orders().list(byId), Order::id, seed))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8})
    void givenDeletedOrders_whenListingOldOnes_thenNoneIsMissing(long seed) {
        List<Long> missing =
                readWhileDeleting(played.legacy().orders().list(LegacyOrderQuery.all()), LegacyOrder::id, seed);

        assertThat(missing).isEmpty();
    }

    @Test
    void givenWholePageDeleted_whenListing_thenNoOtherIsMissing() {
        List<Long> there = new ArrayList<>(played.vendor().seedOrders(300));
        List<Long> gone = List.copyOf(there.subList(180, 290));
        List<Long> read = new ArrayList<>();
        for (Order order : played.remonline().orders().list(OrderQuery.all())) {
            read.add(order.id());
            if (read.size() == 130) {
                gone.forEach(played.vendor()::deleteOrder);
            }
        }

        there.removeAll(gone);
        assertThat(read).doesNotHaveDuplicates().containsAll(there);
    }
}
