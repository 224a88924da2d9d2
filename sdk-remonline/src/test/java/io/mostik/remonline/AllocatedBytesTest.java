package io.mostik.remonline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import io.mostik.core.Secret;
import io.mostik.core.http.ApiResponse;
import io.mostik.core.http.RateLimit;
import io.mostik.remonline.orders.NewOrder;
import io.mostik.remonline.orders.Order;
import io.mostik.remonline.orders.OrderQuery;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a call allocates on its thread, from the call of the method to the typed answer, without the wire. The bounds are what was
 * measured, by the first compiler, and 15 % more: whoever adds to it knows why, and moves them.
 */
class AllocatedBytesTest {

    private static final int WARM = 700;
    private static final int ROUNDS = 20;
    private static final int ROWS = 50;

    private static final String ORDER = """
        {"id": 1000, "number": "B-01000", "status": {"id": 5100200, "name": "New", "color": "#808080"},
         "status_overdue": false, "created_at": "2026-03-02T09:14:05Z", "created_by_id": 7001,
         "modified_at": "2026-03-03T15:40:11Z", "done_at": null, "closed_at": null, "closed_by_id": null,
         "branch_id": 3301, "order_type": {"id": 411, "name": "Paid repair"}, "manager_id": 7001,
         "assignee_id": 7005, "asset": {"id": 910022, "uid": "SN-4401-22", "title": "Phone 12 mini, black",
         "group": "Phones", "brand": "Pear", "model": "12 mini", "state": "used", "warehouse_id": null,
         "cost": null, "owner_id": 88001, "custom_fields": {}},
         "client": {"id": 88001, "is_organization": false, "name": "Anna Example", "first_name": "Anna",
         "email": "anna@example.com", "phone": ["+361234567", "+367654321"], "address": "12 Sample Street",
         "custom_fields": {"f7010002": "prefers e-mail"}},
         "payer": null, "scheduled_for": "2026-03-04T08:00:00Z", "scheduled_to": "2026-03-04T09:30:00Z",
         "resource": null, "malfunction": "Does not charge", "manager_notes": "Call first", "address": "",
         "estimated_price": "15,000 - 20,000", "due_date": "2026-03-06T16:00:00Z", "overdue": false,
         "discount_sum": 500.00, "payed": 7500.50, "urgent": true, "custom_fields": {"f7010001": "shelf 4",
         "f7010003": 12}, "ad_campaign_id": 620, "total": 18450.00}
        """;
    private static final String PAGE = "{\"data\": ["
            + IntStream.range(0, ROWS)
                    .mapToObj(row -> ORDER.replace("\"id\": 1000,", "\"id\": " + (1000 + row) + ","))
                    .collect(Collectors.joining(","))
            + "], \"paging\": {\"page\": 1, \"total_pages\": 200, \"count\": 10000}}";
    private static final NewOrder NEW = NewOrder.builder()
            .branchId(3301)
            .orderTypeId(411)
            .clientId(88001)
            .malfunction("Does not charge")
            .build();

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @BeforeEach
    void check() {
        assumeThat(threads.isThreadAllocatedMemorySupported() && threads.isThreadAllocatedMemoryEnabled())
                .as("this Java counts what a thread allocates")
                .isTrue();
    }

    @Test
    void givenOneOrder_whenRead_thenBytesAreBounded() {
        RemOnline remonline = answering(ORDER);
        assertThat(bytes(WARM, () -> assertThatNumberIs(remonline.orders().get(1000), "B-01000")))
                .isLessThan(10_650);
    }

    @Test
    void givenPageOfFifty_whenRead_thenBytesAreBounded() {
        RemOnline remonline = answering(PAGE);
        OrderQuery all = OrderQuery.builder().build();
        assertThat(bytes(
                        WARM / ROWS * 2,
                        () -> assertThatSizeIs(
                                remonline
                                        .orders()
                                        .list(all)
                                        .pages()
                                        .iterator()
                                        .next()
                                        .items(),
                                ROWS)))
                .isLessThan(381_300);
    }

    @Test
    void givenNewOrder_whenCreated_thenBytesAreBounded() {
        RemOnline remonline = answering("{\"id\": 41}");
        assertThat(bytes(WARM, () -> remonline.orders().create(NEW))).isLessThan(3_920);
    }

    private static void assertThatNumberIs(Order order, String number) {
        if (!order.number().orElse("").equals(number)) {
            throw new AssertionError("another order");
        }
    }

    private static void assertThatSizeIs(List<Order> rows, int size) {
        if (rows.size() != size) {
            throw new AssertionError("another page");
        }
    }

    /** The least of some rounds: now and then the JVM itself allocates on a thread, as when it links something. */
    private long bytes(int warm, Runnable call) {
        for (int i = 0; i < warm; i++) {
            call.run();
        }
        long least = Long.MAX_VALUE;
        long thread = Thread.currentThread().getId();
        for (int i = 0; i < ROUNDS; i++) {
            long before = threads.getThreadAllocatedBytes(thread);
            call.run();
            least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
        }
        return least;
    }

    private static RemOnline answering(String body) {
        ApiResponse answer = ApiResponse.of(200, body.getBytes(StandardCharsets.UTF_8));
        return RemOnline.builder()
                .apiKey(Secret.of("key-1"))
                .http(http -> http.transport(request -> answer).rateLimit(RateLimit.none()))
                .build();
    }
}
