package io.mostik.remonline.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.SdkException;
import io.mostik.core.Secret;
import io.mostik.core.http.RateLimit;
import io.mostik.core.json.Json;
import io.mostik.core.test.VendorServer;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.webhooks.EventName;
import io.mostik.remonline.webhooks.RemOnlineEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The copy holds orders 1 to 120. */
class OrderSweepTest {

    private static final List<Long> HELD =
            LongStream.rangeClosed(1, 120).boxed().toList();

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    private final Set<Long> there = new TreeSet<>(HELD);
    private final Set<Long> unlisted = new TreeSet<>();
    private final List<Long> told = new ArrayList<>();
    private final List<String> single = new ArrayList<>();
    private int answerToMissing = 404;
    private RemOnline remonline;

    @BeforeEach
    void connect() {
        vendor.dispatches(this::answer);
        remonline = RemOnline.builder()
                .apiKey(Secret.of("key-1"))
                .baseUri(vendor.uri())
                .http(http -> http.rateLimit(RateLimit.none()))
                .build();
    }

    @AfterEach
    void close() {
        remonline.close();
    }

    private MockResponse answer(RecordedRequest request) {
        HttpUrl url = request.getUrl();
        if (url.encodedPath().equals("/orders")) {
            String rows = url.queryParameterValues("ids").stream()
                    .map(Long::valueOf)
                    .filter(id -> there.contains(id) && !unlisted.contains(id))
                    .map(id -> "{\"id\":" + id + "}")
                    .collect(Collectors.joining(",", "{\"data\":[", "],\"paging\":{\"page\":1,\"total_pages\":1}}"));
            return new MockResponse(200, Headers.EMPTY, rows);
        }
        long id = Long.parseLong(url.pathSegments().get(1));
        single.add(url.encodedPath());
        return there.contains(id)
                ? new MockResponse(200, Headers.EMPTY, "{\"id\":" + id + "}")
                : new MockResponse(answerToMissing, Headers.EMPTY, "");
    }

    private long sweep() {
        return OrderSweep.of(remonline).sweep(HELD, told::add);
    }

    @Test
    void givenDeletedOrders_whenSweeping_thenTellsEachOnce() {
        there.removeAll(Set.of(1L, 50L, 51L, 120L));

        assertThat(sweep()).isEqualTo(4);

        assertThat(told).containsExactly(1L, 50L, 51L, 120L);
        assertThat(vendor.count()).isEqualTo(3 + 4);
    }

    @Test
    void givenNothingDeleted_whenSweeping_thenAsksOnceForFifty() {
        assertThat(sweep()).isZero();

        assertThat(told).isEmpty();
        assertThat(vendor.count()).isEqualTo(3);
    }

    @Test
    void givenOrderMissingInListOnly_whenSweeping_thenIsNotTold() {
        unlisted.addAll(Set.of(7L, 70L));

        assertThat(sweep()).isZero();

        assertThat(told).isEmpty();
        assertThat(single).containsExactly("/orders/7", "/orders/70");
    }

    @Test
    void givenOtherAnswer_whenSweeping_thenFailsAndTellsNothing() {
        there.remove(7L);
        answerToMissing = 403;

        assertThatThrownBy(this::sweep).isInstanceOf(SdkException.class);

        assertThat(told).isEmpty();
    }

    @Test
    void givenDeletionEvent_whenOrderHasGone_thenTellsItsId() {
        there.remove(7L);
        OrderSweep sweep = OrderSweep.of(remonline);

        assertThat(sweep.gone(event(EventName.ORDER_DELETED, 7))).hasValue(7);
        assertThat(sweep.gone(event(EventName.ORDER_DELETED, 8))).isEmpty();
        assertThat(sweep.gone(event(EventName.LEAD_DELETED, 7))).isEmpty();
        assertThat(sweep.gone(event(EventName.ORDER_CREATED, 7))).isEmpty();
    }

    private static RemOnlineEvent event(EventName name, long id) {
        return RemOnlineEvent.builder()
                .id("e")
                .eventName(name)
                .context(Json.of(Map.of("object_id", id, "object_type", "order")))
                .build();
    }
}
