package io.mostik.remonline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.Secret;
import io.mostik.core.http.RateLimit;
import io.mostik.core.test.VendorServer;
import io.mostik.remonline.common.TimeRange;
import io.mostik.remonline.orders.Order;
import io.mostik.remonline.orders.OrderQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The account has 450 orders. */
class PageSizeTest {

    private static final int ORDERS = 450;

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    private final List<String> limits = new ArrayList<>();

    private RemOnline.Builder client() {
        return RemOnline.builder()
                .apiKey(Secret.of("key-1"))
                .baseUri(vendor.uri())
                .http(http -> http.rateLimit(RateLimit.none()));
    }

    private MockResponse answer(RecordedRequest request, int rows, String paging) {
        limits.add(String.valueOf(request.getUrl().queryParameter("limit")));
        int page = Integer.parseInt(String.valueOf(request.getUrl().queryParameter("page")));
        String data = LongStream.rangeClosed((page - 1L) * rows + 1, Math.min((long) page * rows, ORDERS))
                .mapToObj(id -> "{\"id\":" + id + "}")
                .collect(Collectors.joining(",", "{\"data\":[", "]"));
        return new MockResponse(200, Headers.EMPTY, data + paging + "}");
    }

    private static String paging(String told, int rows) {
        int pages = (ORDERS + rows - 1) / rows;
        return switch (told) {
            case "pages" -> ",\"paging\":{\"total_pages\":" + pages + ",\"count\":450}";
            case "count" -> ",\"paging\":{\"count\":450}";
            default -> "";
        };
    }

    @ParameterizedTest
    @CsvSource({"200, pages", "200, count", "200, nothing", "50, pages", "50, count", "50, nothing", "120, count"})
    void givenPageSize_whenVendorHeedsOrIgnoresIt_thenAllRowsCome(int rows, String told) {
        vendor.dispatches(request -> answer(request, rows, paging(told, rows)));
        try (RemOnline remonline = client().pageSize(200).build()) {
            List<Order> all = remonline.orders().list(OrderQuery.all()).toList();

            assertThat(all).extracting(Order::id).hasSize(ORDERS).doesNotHaveDuplicates();
        }
        assertThat(limits).containsOnly("200");
    }

    @Test
    void givenPageSize_whenReadingChanges_thenIsSentToo() {
        vendor.dispatches(request -> {
            limits.add(String.valueOf(request.getUrl().queryParameter("limit")));
            return new MockResponse(200, Headers.EMPTY, "{\"data\":[]}");
        });
        try (RemOnline remonline = client().pageSize(100).build()) {
            assertThat(remonline
                            .orders()
                            .changed(TimeRange.since(Instant.EPOCH), 1)
                            .items())
                    .isEmpty();
        }
        assertThat(limits).containsOnly("100");
    }

    @Test
    void givenNoPageSize_whenListing_thenNoneIsSent() {
        vendor.dispatches(request -> answer(request, 50, paging("pages", 50)));
        try (RemOnline remonline = client().build()) {
            assertThat(remonline.orders().list(OrderQuery.all()).toList()).hasSize(ORDERS);
        }
        assertThat(limits).containsOnly("null");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 201})
    void givenOtherPageSize_whenBuilding_thenRefuses(int size) {
        assertThatThrownBy(() -> client().pageSize(size).build()).hasMessageContaining("pageSize");
    }
}
