package io.mostik.datahub.remonline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.DecodingException;
import io.mostik.core.Secret;
import io.mostik.core.http.CallOptions;
import io.mostik.core.http.RetryPolicy;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import io.mostik.datahub.connector.FilterField;
import io.mostik.datahub.connector.PushedFilter;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.common.Sort;
import io.mostik.remonline.orders.OrderQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RemOnlineOrdersTest {

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    private RemOnline client;

    @BeforeEach
    void connect() {
        client = RemOnline.builder()
                .apiKey(Secret.of("test-key"))
                .baseUri(vendor.uri() + "/v2")
                .http(http -> http.time(new ManualTime()).retry(RetryPolicy.none()))
                .build();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void givenPushedFilter_whenAsked_thenASecondWiderAndById() {
        Instant from = Instant.parse("2026-03-01T22:00:00Z");
        Instant to = Instant.parse("2026-03-02T22:00:00Z");
        PushedFilter filter = new PushedFilter(
                Map.of(FilterField.LOCATION, Set.of("3302", "3301"), FilterField.STATUS, Set.of("5100205")),
                Map.of(FilterField.CREATED_AT, new PushedFilter.Times(from, to)));

        OrderQuery query = RemOnlineOrders.query(filter);

        assertThat(query)
                .isEqualTo(OrderQuery.builder()
                        .addBranches(3301, 3302)
                        .addStatuses(5100205)
                        .createdBetween(from.minusSeconds(1), to.plusSeconds(1))
                        .sort(Sort.ID)
                        .build());
    }

    @Test
    void givenLongList_whenAsked_thenTheVendorIsNot() {
        Set<String> many = LongStream.range(0, 51).mapToObj(Long::toString).collect(Collectors.toSet());

        OrderQuery query = RemOnlineOrders.query(new PushedFilter(Map.of(FilterField.MANAGER, many), Map.of()));

        assertThat(query).isEqualTo(OrderQuery.builder().sort(Sort.ID).build());
    }

    @Test
    void givenOptionsOfTheApplication_whenListing_thenTheyAreKept() {
        vendor.answers(200, "{\"data\":[{\"id\":1},{\"id\":\"odd\"}]}");
        List<Integer> told = new ArrayList<>();
        AtomicInteger counted = new AtomicInteger();
        RemOnline own = client.with(CallOptions.builder()
                .putExtraQuery("lang", "ru")
                .skippingUnreadable(rows -> told.add(rows.count()))
                .build());

        new RemOnlineOrders(own).list(PushedFilter.NONE, counted::addAndGet).forEach(order -> {});

        assertThat(vendor.received().target()).contains("lang=ru");
        assertThat(told).containsExactly(1);
        assertThat(counted).hasValue(1);
    }

    @Test
    void givenApplicationThatSkips_whenReadingLines_thenNoneIsLeftOut() {
        vendor.answers(200, "[{\"id\":1,\"quantity\":1,\"price\":2},{\"id\":\"odd\"}]");
        RemOnline own =
                client.with(CallOptions.builder().skippingUnreadable(rows -> {}).build());

        assertThatThrownBy(() -> new RemOnlineOrders(own).lines(5)).isInstanceOf(DecodingException.class);
    }
}
