package io.mostik.remonline.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.StateStore;
import io.mostik.core.once.Feed;
import io.mostik.remonline.Played;
import io.mostik.remonline.inquiries.NewLead;
import io.mostik.remonline.legacy.LegacyClientUpdate;
import io.mostik.remonline.legacy.NewLegacyClient;
import io.mostik.remonline.orders.NewOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lists of the token generation come newest first: a feed may stand on no order. */
class LegacyFeedsTest {

    @RegisterExtension
    final Played played = new Played();

    private final List<Long> taken = new ArrayList<>();
    private LegacyFeeds feeds;

    @BeforeEach
    void open() {
        feeds = LegacyFeeds.of(played.legacy(), StateStore.inMemory(played.time()), played.time());
    }

    private void pass(Duration time) {
        played.vendor().clock().advance(time);
    }

    private long client(int number) {
        pass(Duration.ofMillis(700));
        return played.legacy()
                .clients()
                .create(NewLegacyClient.builder()
                        .firstName("Ann")
                        .addPhone("+38050000" + (1_000 + number))
                        .build())
                .id();
    }

    private long lead() {
        pass(Duration.ofMillis(700));
        return played.legacy()
                .leads()
                .create(NewLead.builder()
                        .leadtypeId(811)
                        .contactName("Ann")
                        .contactPhone("+3801")
                        .build())
                .id();
    }

    private long estimate() {
        pass(Duration.ofMillis(700));
        return played.remonline()
                .estimates()
                .create(NewOrder.builder()
                        .branchId(3301)
                        .orderTypeId(411)
                        .clientId(88001)
                        .build())
                .id();
    }

    private <T> int poll(Feed<T> feed, ToLongFunction<T> id) {
        return feed.poll(row -> taken.add(id.applyAsLong(row))).delivered();
    }

    @Test
    void givenClients_whenPolling_thenEachStateComesOnce() {
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            all.add(client(i));
        }
        int known = poll(feeds.clients("copy"), row -> row.id());
        pass(Duration.ofMinutes(5));
        played.legacy()
                .clients()
                .update(LegacyClientUpdate.builder().id(all.get(3)).notes("new").build());

        int changed = poll(feeds.clients("copy"), row -> row.id());

        assertThat(taken.subList(0, known)).doesNotHaveDuplicates().containsAll(all);
        assertThat(taken.subList(known, taken.size())).containsExactly(all.get(3));
        assertThat(changed).isEqualTo(1);
        assertThat(played.vendor().ignored()).isEmpty();
    }

    @Test
    void givenLeads_whenPolling_thenEachStateComesOnce() {
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            all.add(lead());
        }
        int known = poll(feeds.leads("copy"), row -> row.id());
        pass(Duration.ofMinutes(5));
        played.legacy().leads().setStatus(all.get(3), 832);

        int changed = poll(feeds.leads("copy"), row -> row.id());

        assertThat(known).isEqualTo(70);
        assertThat(taken.subList(0, known)).containsExactlyInAnyOrderElementsOf(all);
        assertThat(taken.subList(known, taken.size())).containsExactly(all.get(3));
        assertThat(changed).isEqualTo(1);
    }

    @Test
    void givenEstimates_whenPolling_thenEachComesOnce() {
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            all.add(estimate());
        }

        int first = poll(feeds.estimates("copy"), row -> row.id());
        int again = poll(feeds.estimates("copy"), row -> row.id());

        assertThat(first).isEqualTo(60);
        assertThat(taken).containsExactlyInAnyOrderElementsOf(all);
        assertThat(again).isZero();
    }

    @Test
    void givenBothGenerations_whenPolling_thenPositionsAreTheirOwn() {
        long order = played.vendor().seedOrder();
        StateStore store = StateStore.inMemory(played.time());

        int old = LegacyFeeds.of(played.legacy(), store, played.time())
                .orders("copy")
                .poll(row -> taken.add(row.id()))
                .delivered();
        int current = RemOnlineFeeds.of(played.remonline(), store, played.time())
                .orders("copy")
                .poll(row -> taken.add(row.id()))
                .delivered();

        assertThat(List.of(old, current)).containsExactly(1, 1);
        assertThat(taken).containsExactly(order, order);
    }
}
