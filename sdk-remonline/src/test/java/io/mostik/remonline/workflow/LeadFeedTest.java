package io.mostik.remonline.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.StateStore;
import io.mostik.core.once.Feed;
import io.mostik.remonline.Played;
import io.mostik.remonline.inquiries.Inquiry;
import io.mostik.remonline.inquiries.NewLead;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Leads are listed newest first, at the unversioned address, in milliseconds. */
class LeadFeedTest {

    @RegisterExtension
    final Played played = new Played();

    private final List<Long> taken = new ArrayList<>();

    private long lead() {
        played.vendor().clock().advance(Duration.ofMillis(700));
        return played.remonline()
                .leads()
                .create(NewLead.builder()
                        .leadtypeId(811)
                        .contactName("Ann")
                        .contactPhone("+3801")
                        .build())
                .id();
    }

    private int poll(Feed<Inquiry> feed) {
        return feed.poll(lead -> taken.add(lead.id())).delivered();
    }

    @Test
    void givenLeads_whenPolling_thenEachStateComesOnce() {
        StateStore store = StateStore.inMemory(played.time());
        Feed<Inquiry> feed =
                RemOnlineFeeds.of(played.remonline(), store, played.time()).leads("copy");
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            all.add(lead());
        }

        int first = poll(feed);
        played.vendor().clock().advance(Duration.ofMinutes(5));
        played.remonline().leads().setStatus(all.get(3), 832);
        int second = poll(feed);

        assertThat(first).isEqualTo(130);
        assertThat(taken.subList(0, 130)).containsExactlyInAnyOrderElementsOf(all);
        assertThat(second).isEqualTo(1);
        assertThat(taken.get(130)).isEqualTo(all.get(3));
        assertThat(poll(feed)).isZero();
        assertThat(played.vendor().ignored()).isEmpty();
    }
}
