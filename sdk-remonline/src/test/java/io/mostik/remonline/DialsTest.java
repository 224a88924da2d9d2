package io.mostik.remonline;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.SdkException;
import io.mostik.core.Secret;
import io.mostik.core.http.RateLimit;
import io.mostik.remonline.bookings.BookingQuery;
import io.mostik.remonline.bookings.NewBooking;
import io.mostik.remonline.common.ArrayStyle;
import io.mostik.remonline.contacts.ContactQuery;
import io.mostik.remonline.inquiries.LeadQuery;
import io.mostik.remonline.inquiries.NewLead;
import io.mostik.remonline.orders.NewOrder;
import io.mostik.remonline.orders.OrderQuery;
import io.mostik.testing.remonline.RemOnlineSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Lists over a vendor whose dials are turned: what a filter is written like, which filters have no effect, how many rows
 * a page has, what the key may see. Each list is right, or fails.
 */
class DialsTest {

    private static final List<String> FILTERS = List.of(
            "ids", "statuses", "branches", "types", "managers", "clients_ids", "created_at", "modified_at", "none");

    private final RemOnlineSimulator vendor = RemOnlineSimulator.startFrozen();
    private final Map<String, Function<RemOnline, Stream<Long>>> lists = new LinkedHashMap<>();
    private final Map<String, List<Long>> right = new LinkedHashMap<>();

    static Stream<Arguments> dials() {
        return FILTERS.stream()
                .flatMap(deaf -> Stream.of(ArrayStyle.values())
                        .flatMap(wanted ->
                                Stream.of(ArrayStyle.values()).map(sent -> Arguments.of(deaf, wanted, sent))));
    }

    @BeforeEach
    void fill() {
        vendor.unlimited();
        try (RemOnline remonline = client(ArrayStyle.REPEAT, Optional.empty())) {
            orders(remonline);
            estimates(remonline);
            bookings(remonline);
            people(remonline);
            leads(remonline);
        }
    }

    @AfterEach
    void close() {
        vendor.close();
    }

    private RemOnline client(ArrayStyle style, Optional<Integer> pageSize) {
        RemOnline.Builder builder = RemOnline.builder()
                .apiKey(Secret.of(vendor.apiKey()))
                .baseUri(vendor.v2Uri().toString())
                .arrayStyle(style)
                .http(http -> http.time(new VendorTime(vendor.clock())).rateLimit(RateLimit.none()));
        pageSize.ifPresent(builder::pageSize);
        return builder.build();
    }

    private Instant now() {
        return vendor.clock().now();
    }

    private void later() {
        vendor.clock().advance(Duration.ofHours(1));
    }

    private void list(String name, Function<RemOnline, Stream<Long>> list, Long... ids) {
        lists.put(name, list);
        right.put(name, List.of(ids));
    }

    /** 120 orders of one kind, then two that differ from them in everything, an hour later each. */
    private void orders(RemOnline remonline) {
        List<Long> all = vendor.seedOrders(120);
        later();
        long client = vendor.seedPerson("Olha", "K", "+380500000077");
        Instant from = now();
        long one = vendor.seedOrder(seed ->
                seed.status(5100203).location(3302).client(client).type(412).manager(7005));
        later();
        Instant to = now();
        List<Function<OrderQuery.Builder, OrderQuery.Builder>> filters = List.of(
                query -> query.addIds(one),
                query -> query.addStatuses(5100203),
                query -> query.addBranches(3302),
                query -> query.addTypes(412),
                query -> query.addManagers(7005),
                query -> query.addClientsIds(client),
                query -> query.createdBetween(from.minusSeconds(60), to),
                query -> query.modifiedBetween(from.minusSeconds(60), to));
        for (int i = 0; i < filters.size(); i++) {
            OrderQuery query = filters.get(i).apply(OrderQuery.builder()).build();
            list(
                    "orders by " + FILTERS.get(i),
                    api -> api.orders().list(query).stream().map(order -> order.id()),
                    one);
        }
        List<Long> every = new ArrayList<>(all);
        every.add(one);
        list(
                "all orders",
                api -> api.orders().list(OrderQuery.all()).stream().map(order -> order.id()),
                every.toArray(Long[]::new));
    }

    private void estimates(RemOnline remonline) {
        long one = estimate(remonline, 3301);
        later();
        long other = estimate(remonline, 3302);
        list(
                "estimates by ids",
                api -> api.estimates().list(OrderQuery.builder().addIds(one).build()).stream()
                        .map(row -> row.id()),
                one);
        list(
                "estimates by branches",
                api -> api
                        .estimates()
                        .list(OrderQuery.builder().addBranches(3302).build())
                        .stream()
                        .map(row -> row.id()),
                other);
    }

    private static long estimate(RemOnline remonline, long location) {
        return remonline
                .estimates()
                .create(NewOrder.builder()
                        .branchId(location)
                        .orderTypeId(411)
                        .clientId(88001)
                        .build())
                .id();
    }

    private void bookings(RemOnline remonline) {
        long one = booking(remonline, 7001);
        later();
        Instant from = now();
        long other = booking(remonline, 7005);
        list(
                "bookings by ids",
                api -> api.bookings().list(BookingQuery.builder().addIds(one).build()).stream()
                        .map(row -> row.id()),
                one);
        list(
                "bookings by modified_at",
                api -> api
                        .bookings()
                        .list(BookingQuery.builder().modifiedSince(from).build())
                        .stream()
                        .map(row -> row.id()),
                other);
    }

    private long booking(RemOnline remonline, long assignee) {
        return remonline
                .bookings()
                .create(NewBooking.builder()
                        .branchId(3301)
                        .assigneeId(assignee)
                        .clientId(88001)
                        .scheduledFor(now())
                        .scheduledTo(now().plusSeconds(3_600))
                        .build())
                .id();
    }

    private void people(RemOnline remonline) {
        later();
        Instant from = now();
        long one = vendor.seedPerson("Petro", "M", "+380500000078");
        list(
                "people by created_at",
                api -> api
                        .people()
                        .list(ContactQuery.builder().createdSince(from).build())
                        .stream()
                        .map(row -> row.id()),
                one);
    }

    private void leads(RemOnline remonline) {
        long one = lead(remonline);
        later();
        Instant from = now();
        long other = lead(remonline);
        list(
                "leads by ids",
                api -> api.leads().list(LeadQuery.builder().addIds(one).build()).stream()
                        .map(row -> row.id()),
                one);
        list(
                "leads by created_at",
                api -> api.leads().list(LeadQuery.builder().createdSince(from).build()).stream()
                        .map(row -> row.id()),
                other);
    }

    private static long lead(RemOnline remonline) {
        return remonline
                .leads()
                .create(NewLead.builder().leadtypeId(811).clientId(88001).build())
                .id();
    }

    /** Returns the names of the lists that failed; every other one is right. */
    private List<String> failing(RemOnline remonline) {
        List<String> failed = new ArrayList<>();
        lists.forEach((name, list) -> {
            try {
                assertThat(new TreeSet<>(list.apply(remonline).toList()))
                        .as(name)
                        .containsExactlyElementsOf(right.get(name));
            } catch (SdkException e) {
                failed.add(name);
            }
        });
        return failed;
    }

    @ParameterizedTest
    @MethodSource("dials")
    void givenAnyDial_whenListing_thenRightOrFailing(String deaf, ArrayStyle wanted, ArrayStyle sent) {
        vendor.ignore(deaf);
        vendor.arrays(io.mostik.testing.remonline.ArrayStyle.valueOf(wanted.name()));
        try (RemOnline remonline = client(sent, Optional.empty())) {
            List<String> failed = failing(remonline);

            assertThat(failed).doesNotContain("all orders");
            assertThat(failed.isEmpty()).isEqualTo(deaf.equals("none") && wanted == sent);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 51, 100, 200})
    void givenPageSizeOfTheVendor_whenListing_thenIsRight(int most) {
        vendor.heedPageSize(most);
        try (RemOnline all = client(ArrayStyle.REPEAT, Optional.of(200));
                RemOnline few = client(ArrayStyle.REPEAT, Optional.of(7));
                RemOnline plain = client(ArrayStyle.REPEAT, Optional.empty())) {
            assertThat(failing(all)).isEmpty();
            assertThat(failing(few)).isEmpty();
            assertThat(failing(plain)).isEmpty();
        }
    }

    @Test
    void givenKeyThatSeesLess_whenListing_thenIsRightForIt() {
        vendor.setup().allowLocations(3302L);
        try (RemOnline remonline = client(ArrayStyle.REPEAT, Optional.empty())) {
            assertThat(remonline.orders().list(OrderQuery.all()).toList()).hasSize(1);
        }
    }
}
