package io.mostik.datahub.remonline;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.datahub.connector.FilterField;
import io.mostik.datahub.connector.PushedFilter;
import io.mostik.remonline.orders.OrderQuery;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RemOnlineOrdersTest {

    @Test
    void givenPushedFilter_whenAsked_thenASecondWiderAndById() {
        Instant from = Instant.parse("2026-03-01T22:00:00Z");
        Instant to = Instant.parse("2026-03-02T22:00:00Z");
        PushedFilter filter = new PushedFilter(
                Map.of(FilterField.LOCATION, Set.of(3302L, 3301L), FilterField.STATUS, Set.of(5100205L)),
                Map.of(FilterField.CREATED_AT, new PushedFilter.Times(from, to)));

        OrderQuery query = RemOnlineOrders.query(filter);

        assertThat(query)
                .isEqualTo(OrderQuery.builder()
                        .addBranches(3301, 3302)
                        .addStatuses(5100205)
                        .addCreatedAt(from.minusSeconds(1), to.plusSeconds(1))
                        .sort("id")
                        .build());
    }

    @Test
    void givenLongList_whenAsked_thenTheVendorIsNot() {
        Set<Long> many = LongStream.range(0, 51).boxed().collect(Collectors.toSet());

        OrderQuery query = RemOnlineOrders.query(new PushedFilter(Map.of(FilterField.MANAGER, many), Map.of()));

        assertThat(query).isEqualTo(OrderQuery.builder().sort("id").build());
    }
}
