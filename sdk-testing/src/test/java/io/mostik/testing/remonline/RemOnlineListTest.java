package io.mostik.testing.remonline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RemOnlineListTest {

    final RemOnlineSimulator remonline = RemOnlineSimulator.startFrozen();
    final RemOnlineCaller caller = new RemOnlineCaller(remonline.uri(), Optional.of(remonline.apiKey()));

    @BeforeEach
    void unlimited() {
        remonline.unlimited();
    }

    @AfterEach
    void stop() {
        remonline.close();
    }

    @Test
    void givenMoreThanAPage_whenListed_thenFiftyAPageAndEmptyEnd() throws Exception {
        remonline.seedOrders(101);

        JsonNode last = caller.json("/v2/orders?page=3");

        assertThat(caller.json("/v2/orders").path("data")).hasSize(50);
        assertThat(last.path("data")).hasSize(1);
        assertThat(last.path("paging")).hasToString("{\"page\":3,\"total_pages\":3,\"count\":101}");
        assertThat(caller.json("/v2/orders?page=4").path("data")).isEmpty();
        assertThat(caller.get("/v2/orders?page=0").statusCode()).isEqualTo(400);
    }

    @Test
    void givenDeletedOrder_whenReadingOn_thenRowsAfterItHaveMovedUp() throws Exception {
        List<Long> seeded = remonline.seedOrders(51);
        List<Long> first = ids("/v2/orders?sort=id");

        remonline.deleteOrder(seeded.get(0));

        assertThat(first).doesNotContain(seeded.get(50));
        assertThat(ids("/v2/orders?sort=id&page=2")).isEmpty();
    }

    @Test
    void givenTenThousandOrders_whenReadThrough_thenEachComesOnce() throws Exception {
        List<Long> seeded = remonline.seedOrders(10_000);
        Set<Long> read = new HashSet<>();

        for (int page = 1; page <= 200; page++) {
            read.addAll(ids("/v2/orders?sort=modified_at&page=" + page));
        }

        assertThat(read).containsExactlyInAnyOrderElementsOf(seeded);
    }

    @Test
    void givenFilters_whenListed_thenTheyAreJoined() throws Exception {
        long other = remonline.seedPerson("Olha", "Koval", "+38 050 000 00 02");
        long first =
                remonline.seedOrder(order -> order.number("A-1").status(5100201).manager(7001));
        long second = remonline.seedOrder(
                order -> order.location(3302).type(412).client(other).set("due_date", "2026-03-09T10:00:00Z"));

        assertThat(ids("/v2/orders?ids=" + first + "&ids=" + second)).containsExactly(second, first);
        assertThat(ids("/v2/orders?numbers=A-1")).containsExactly(first);
        assertThat(ids("/v2/orders?statuses=5100201&statuses=5100202")).containsExactly(first);
        assertThat(ids("/v2/orders?branches=3302")).containsExactly(second);
        assertThat(ids("/v2/orders?types=412")).containsExactly(second);
        assertThat(ids("/v2/orders?managers=7001")).containsExactly(first);
        assertThat(ids("/v2/orders?clients_ids=" + other)).containsExactly(second);
        assertThat(ids("/v2/orders?client_names=koval")).containsExactly(second);
        assertThat(ids("/v2/orders?client_phones=%2B380500000002")).containsExactly(second);
        assertThat(ids("/v2/orders?due_date=2026-03-09T10:00:00Z")).containsExactly(second);
        assertThat(ids("/v2/orders?branches=3302&types=411")).isEmpty();
    }

    @Test
    void givenRanges_whenListed_thenIncludesBoundsAndOneIsLower() throws Exception {
        List<Long> ids = remonline.seedOrders(3);

        assertThat(ids("/v2/orders?created_at=2026-03-02T09:14:58Z")).containsExactly(ids.get(2), ids.get(1));
        assertThat(ids("/v2/orders?created_at=2026-03-02T09:14:57Z&created_at=2026-03-02T09:14:58Z"))
                .containsExactly(ids.get(1), ids.get(0));
        assertThat(caller.get("/v2/orders?created_at=2026-03-02T09:14:58.000Z").statusCode())
                .isEqualTo(400);
        assertThat(caller.get("/v2/orders?created_at=1772442898000").statusCode())
                .isEqualTo(400);
    }

    @Test
    void givenEdit_whenListedByModifiedAt_thenItMovesToTheEnd() throws Exception {
        List<Long> ids = remonline.seedOrders(3);
        remonline.clock().advance(Duration.ofMillis(1500));

        remonline.editOrder(ids.get(0), order -> order.set("resume", "seen"));

        assertThat(ids("/v2/orders?sort=modified_at")).containsExactly(ids.get(1), ids.get(2), ids.get(0));
        assertThat(ids("/v2/orders?sort=-modified_at&modified_at=2026-03-02T09:15:01Z"))
                .containsExactly(ids.get(0));
        remonline.editOrder(ids.get(0), order -> order.modifiedAt(Instant.EPOCH));
        assertThat(ids("/v2/orders?sort=modified_at").get(0)).isEqualTo(ids.get(0));
        assertThat(caller.get("/v2/orders?sort=number").statusCode()).isEqualTo(400);
    }

    @Test
    void givenOtherArrayStyle_whenFiltered_thenFilterIsIgnored() throws Exception {
        List<Long> ids = remonline.seedOrders(2);
        String brackets = "/v2/orders?ids%5B%5D=" + ids.get(0);

        assertThat(ids(brackets)).hasSize(2);
        assertThat(remonline.ignored()).containsExactly("GET /v2/orders ids[]");

        remonline.arrays(ArrayStyle.BRACKETS);
        assertThat(ids(brackets)).containsExactly(ids.get(0));
        assertThat(ids("/v2/orders?ids=" + ids.get(0))).hasSize(2);
    }

    private List<Long> ids(String pathAndQuery) throws Exception {
        List<Long> ids = new ArrayList<>();
        caller.json(pathAndQuery)
                .path("data")
                .forEach(row -> ids.add(row.path("id").asLong()));
        return ids;
    }
}
