package io.mostik.datahub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mostik.core.StateStore;
import io.mostik.datahub.calc.Calculation;
import io.mostik.datahub.remonline.RemOnlineConnector;
import io.mostik.datahub.report.HubRecord;
import io.mostik.datahub.report.HubReport;
import io.mostik.datahub.report.ReportQuery;
import io.mostik.remonline.RemOnline;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * After any edits and deletions, told by a webhook or found by a sweep, a table that two nodes refresh equals a full run by somebody who starts anew, also where edits come within the
 * second of the refresh before, and where the table fails in between. {@code -Dmostik.sequences=1000 -Dmostik.seed=7} for a long or
 * another campaign.
 */
class RefreshCampaignTest {

    private static final int SEQUENCES = Integer.getInteger("mostik.sequences", 60);
    private static final long SEED = Long.getLong("mostik.seed", 20_260_302L);
    private static final int SEQUENCES_A_PLACE = 12;
    private static final HubSettings SETTINGS = HubSettings.builder()
            .from(HubEnv.SETTINGS)
            .calculation(Calculation.of("{order.cost} + {custom.f7010001}", "{order.partsTotal} * 94% + {order.total}"))
            .build();

    private final SplittableRandom random = new SplittableRandom(SEED);
    private HubEnv place = new HubEnv();
    private HubConnection other = place.connection();
    private MemoryTable table = new MemoryTable();
    private boolean missedWebhook;
    private int edits;
    private int deletions;
    private int failures;

    @AfterEach
    void close() {
        other.close();
        place.close();
    }

    @Test
    void givenRandomEdits_whenRefreshed_thenTheTableEqualsAFullRun() {
        int compared = 0;
        for (int sequence = 0; sequence < SEQUENCES; sequence++) {
            if (sequence % SEQUENCES_A_PLACE == 0) {
                begin();
            }
            work();

            refresh();
            if (missedWebhook) {
                sweep();
            }

            List<HubRecord> full = fullRun();
            assertThat(table.records())
                    .as("seed %d, sequence %d", SEED, sequence)
                    .isEqualTo(full);
            assertThat(report(table.records())).isEqualTo(report(full));
            compared += full.size();
        }

        assertThat(compared).isPositive();
        System.out.println("refresh campaign: seed " + SEED + ", " + SEQUENCES + " sequences, " + edits + " edits, "
                + deletions + " deletions, "
                + failures + " failures of the table, " + compared + " records compared");
    }

    private void begin() {
        close();
        place = new HubEnv();
        place.configured(SETTINGS);
        other = place.connection();
        other.connect(place.key());
        table = new MemoryTable();
        try (RemOnline client = place.client()) {
            Office office = new Office(client, random);
            for (int i = 0; i < 4; i++) {
                office.create();
            }
        }
    }

    private void work() {
        try (RemOnline client = place.client()) {
            Office office = new Office(client, random);
            for (int count = 1 + random.nextInt(6); count > 0; count--) {
                if (random.nextInt(8) == 0) {
                    delete(office.ids());
                } else {
                    office.edit();
                    edits++;
                }
                if (random.nextInt(3) == 0) {
                    place.vendor.clock().advance(Duration.ofMillis(random.nextInt(90_000)));
                }
            }
        }
    }

    private void delete(List<Long> ids) {
        if (ids.size() > 2) {
            long order = ids.get(random.nextInt(ids.size()));
            place.vendor.deleteOrder(order);
            deletions++;
            if (random.nextBoolean()) {
                node().lookAgain(order);
            } else {
                missedWebhook = true;
            }
        }
    }

    private void sweep() {
        missedWebhook = false;
        OptionalLong unused = node().sweep(
                        table, table.records().stream().map(HubRecord::orderId).toList());
    }

    private HubConnection node() {
        return random.nextBoolean() ? place.hub : other;
    }

    private void refresh() {
        if (random.nextInt(6) == 0) {
            catchThrowable(() -> node().refresh(new FailingTable(random.nextInt(3))));
            failures++;
        }
        assertThat(node().refresh(table).isBusy()).isFalse();
    }

    /** Somebody who has neither table nor memory of lines. */
    private List<HubRecord> fullRun() {
        try (HubConnection fresh = HubConnection.builder(
                        StateStore.inMemory(place.time), RemOnlineConnector.of(place::client))
                .time(place.time)
                .build()) {
            fresh.connect(place.key());
            fresh.configure(SETTINGS);
            return fresh.run().stream().toList();
        }
    }

    private static String report(List<HubRecord> records) {
        return HubReport.of(records, HubEnv.MAPPING, ReportQuery.all()).table();
    }

    /** Takes some changes, then fails. */
    private final class FailingTable implements HubTable {

        private int left;

        FailingTable(int left) {
            this.left = left;
        }

        @Override
        public void put(HubRecord order) {
            fail();
            table.put(order);
        }

        @Override
        public void remove(long orderId) {
            fail();
            table.remove(orderId);
        }

        private void fail() {
            left--;
            if (left < 0) {
                throw new IllegalStateException("the table is full");
            }
        }
    }
}
