package io.mostik.remonline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.remonline.common.Sort;
import io.mostik.remonline.common.SortDirection;
import io.mostik.remonline.legacy.LegacyOrder;
import io.mostik.remonline.legacy.LegacyOrderQuery;
import io.mostik.remonline.orders.Order;
import io.mostik.remonline.orders.OrderQuery;
import io.mostik.testing.RecordedRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LongFilterTest {

    @RegisterExtension
    final Played played = new Played();

    @Test
    void givenTooManyIds_whenListing_thenAsksInPartsAndJoinsThem() {
        List<Long> wanted = new ArrayList<>(played.vendor().seedOrders(180).subList(0, 130));
        Collections.reverse(wanted);

        List<Order> found = played.remonline()
                .orders()
                .list(OrderQuery.builder().addAllIds(wanted).build())
                .toList();

        assertThat(found).extracting(Order::id).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(played.vendor().journal().all())
                .extracting(request -> request.queries("ids").size())
                .containsExactly(50, 50, 30);
        assertThat(played.vendor().ignored()).isEmpty();
    }

    @Test
    void givenPartWithoutRows_whenListing_thenOnesAfterItAreAskedFor() {
        long last = played.vendor().seedOrder();
        List<Long> wanted = new ArrayList<>(LongStream.range(1, 200).boxed().toList());
        wanted.add(last);
        wanted.add(1L);

        List<Order> found = played.remonline()
                .orders()
                .list(OrderQuery.builder().addAllIds(wanted).build())
                .toList();

        assertThat(found).extracting(Order::id).containsExactly(last);
        assertThat(played.vendor().journal().all()).hasSize(4);
    }

    @Test
    void givenTwoLongFilters_whenListing_thenAsksForEachPairOfParts() {
        List<Long> orders = played.vendor().seedOrders(60);
        List<Long> clients = new ArrayList<>(LongStream.range(1, 60).boxed().toList());
        clients.add(88001L);

        List<Order> found = played.remonline()
                .orders()
                .list(OrderQuery.builder()
                        .addAllIds(orders)
                        .addAllClientsIds(clients)
                        .build())
                .toList();

        assertThat(found).extracting(Order::id).containsExactlyInAnyOrderElementsOf(orders);
        assertThat(played.vendor().journal().all()).hasSize(4);
    }

    @Test
    void givenPartOfManyPages_whenListing_thenReadsThemAll() {
        List<Long> orders = played.vendor().seedOrders(120);
        List<Long> clients = new ArrayList<>(LongStream.range(1, 60).boxed().toList());
        clients.add(0, 88001L);

        List<Order> found = played.remonline()
                .orders()
                .list(OrderQuery.builder().addAllClientsIds(clients).build())
                .toList();

        assertThat(found).extracting(Order::id).containsExactlyInAnyOrderElementsOf(orders);
        assertThat(played.vendor().journal().all())
                .extracting(request -> request.query("page").orElse(""))
                .containsExactly("1", "2", "3", "1");
    }

    @Test
    void givenTokenGeneration_whenListingByManyIds_thenTheSame() {
        List<Long> wanted = played.vendor().seedOrders(70);

        List<LegacyOrder> found = played.legacy()
                .orders()
                .list(LegacyOrderQuery.builder().addAllIds(wanted).build())
                .toList();

        assertThat(found).extracting(LegacyOrder::id).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(played.vendor().journal().to("GET", "/order/"))
                .extracting(
                        (RecordedRequest request) -> request.queries("ids[]").size())
                .containsExactly(50, 20);
    }

    @Test
    void givenSortedRowsAndManyValues_whenListing_thenKeepsTheOrder() {
        List<Long> wanted = played.vendor().seedOrders(70);
        long last = wanted.get(0);
        played.vendor().editOrder(last, seed -> {});
        OrderQuery.Builder query = OrderQuery.builder().addAllIds(wanted);

        List<Order> up = played.remonline()
                .orders()
                .list(query.sort(Sort.MODIFIED_AT).build())
                .toList();
        List<Order> down = played.remonline()
                .orders()
                .list(query.sort(Sort.MODIFIED_AT.descending()).build())
                .toList();

        assertThat(up)
                .hasSize(70)
                .isSortedAccordingTo(
                        Comparator.comparing(order -> order.modifiedAt().orElseThrow()));
        assertThat(up.get(69).id()).isEqualTo(last);
        assertThat(down.get(0).id()).isEqualTo(last);
    }

    @Test
    void givenUndocumentedSort_whenListingByMany_thenSendsNothing() {
        List<Long> wanted = LongStream.range(1, 60).boxed().toList();

        assertThatThrownBy(() -> played.remonline()
                        .orders()
                        .list(OrderQuery.builder()
                                .addAllIds(wanted)
                                .sort(new Sort("total"))
                                .build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sort");
        assertThatThrownBy(() -> played.legacy()
                        .orders()
                        .list(LegacyOrderQuery.builder()
                                .addAllIds(wanted)
                                .sortDir(SortDirection.ASCENDING)
                                .build()))
                .hasMessageContaining("sort");
        assertThat(played.vendor().journal().all()).isEmpty();
    }
}
