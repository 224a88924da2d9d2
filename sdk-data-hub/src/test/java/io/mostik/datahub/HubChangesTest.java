package io.mostik.datahub;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.datahub.connector.StageMove;
import io.mostik.datahub.report.HubRecord;
import io.mostik.remonline.RemOnline;
import io.mostik.testing.AnswerMutation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** States in, states out. {@code -Dmostik.hub.sequences=1000 -Dmostik.seed=7} for a long or another campaign. */
class HubChangesTest {

    private static final int SEQUENCES = Integer.getInteger("mostik.hub.sequences", 3);
    private static final long SEED = Long.getLong("mostik.seed", 25);

    private final HubEnv place = new HubEnv().withExample().configured(HubEnv.SETTINGS);
    private final MemoryTable table = new MemoryTable();
    private Optional<String> state = Optional.empty();

    @AfterEach
    void close() {
        place.close();
    }

    private RunSummary read() {
        return place.hub.changes().orders(state, table, next -> state = Optional.of(next));
    }

    @Test
    void givenRandomEdits_whenReadByStates_thenTableIsThatOfFullRun() {
        SplittableRandom random = new SplittableRandom(SEED);
        try (RemOnline client = place.client()) {
            Office office = new Office(client, random);
            for (int sequence = 0; sequence < SEQUENCES; sequence++) {
                for (int edit = random.nextInt(6); edit >= 0; edit--) {
                    office.edit();
                }
                place.vendor.clock().advance(Duration.ofSeconds(random.nextInt(300)));

                read();

                assertThat(table.records())
                        .as("seed %d, sequence %d", SEED, sequence)
                        .containsExactlyElementsOf(place.hub.run());
            }
        }
    }

    @Test
    void givenUnreadableLines_whenReadAgain_thenTheCostComes() {
        place.vendor.clock().advance(Duration.ofHours(1));
        place.vendor.faults().answer(404).on("GET", "/v2/orders/{id}/items");

        read();
        long without =
                table.records().stream().filter(each -> each.cost().isEmpty()).count();
        RunSummary second = read();

        assertThat(without).isEqualTo(1);
        assertThat(second.read()).isEqualTo(1);
        assertThat(table.records()).noneMatch(each -> each.cost().isEmpty());
        assertThat(read().read()).isZero();
    }

    @Test
    void givenUnreadableOrder_whenReadAgain_thenItComes() {
        place.vendor.clock().advance(Duration.ofHours(1));
        long last = place.vendor.seedOrder(seed -> seed.status(2).location(HubEnv.TVER));
        place.vendor.clock().advance(Duration.ofHours(1));
        place.vendor
                .answers()
                .apply(AnswerMutation.MISSING_PROPERTY)
                .on("GET", "/v2/orders")
                .at("/data/0/id");

        RunSummary first = read();
        List<Long> without = table.records().stream().map(HubRecord::orderId).toList();
        read();

        assertThat(first.unreadable()).isEqualTo(1);
        assertThat(without).hasSize(3).contains(last);
        assertThat(table.records()).hasSize(4);
        assertThat(read().read()).isZero();
    }

    @Test
    void givenOtherSettings_whenRead_thenAllComeAgain() {
        place.vendor.clock().advance(Duration.ofHours(1));
        read();
        place.hub.configure(
                HubSettings.builder().from(HubEnv.SETTINGS).addColumns("status").build());

        assertThat(read().delivered()).isEqualTo(3);
        assertThat(table.records()).allMatch(each -> each.status().isPresent());
    }

    @Test
    void givenNoHistory_whenMovesAreRead_thenEachStateIsObserved() {
        List<StageMove> moves = new ArrayList<>();

        place.hub.changes().moves(Optional.empty(), moves::add, next -> {});

        assertThat(moves).hasSize(4).allMatch(StageMove::observed);
    }

    @Test
    void givenRuns_whenWritten_thenAreShort() {
        IdRanges ids = new IdRanges();
        for (long id : new long[] {5, 1, 2, 9, 3, 10, 4, 7}) {
            ids.add(id);
        }

        assertThat(ids).hasToString("1-5,7,9-10");
        assertThat(IdRanges.parse("1-5,7,9-10").stream()).containsExactly(1L, 2L, 3L, 4L, 5L, 7L, 9L, 10L);
        assertThat(IdRanges.parse("").has(1)).isFalse();
        assertThat(ids.has(6)).isFalse();
    }
}
