package io.mostik.datahub;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.datahub.report.HubRecord;
import io.mostik.datahub.sink.JdbcTable;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that ask for more columns of a table that is in use. */
class TableGrowthTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"orders", "orders.sqlite"})
    void givenTwoMoreColumns_whenRefreshed_thenAllRowsHaveThem(String file) {
        HubSettings more = HubSettings.builder()
                .from(HubEnv.SETTINGS)
                .addColumns("status", "total")
                .build();
        try (HubEnv place = new HubEnv().withExample().configured(HubEnv.SETTINGS)) {
            refreshed(place, HubEnv.SETTINGS, file);
            place.vendor.clock().advance(Duration.ofHours(1));
            long moved = place.vendor.seedOrder(seed -> seed.status(2).location(HubEnv.TVER));
            refreshed(place, HubEnv.SETTINGS, file);

            place.hub.configure(more);
            place.vendor.clock().advance(Duration.ofHours(1));
            place.vendor.editOrder(moved, seed -> seed.status(4));
            refreshed(place, more, file);

            try (JdbcTable table = JdbcTable.file(folder.resolve(file), "orders", more.allColumns())) {
                assertThat(table.records()).containsExactlyElementsOf(place.hub.run());
                assertThat(table.records()).hasSize(4).allSatisfy(TableGrowthTest::isFilled);
                assertThat(table.moves(moved)).hasSize(2);
            }
        }
    }

    private void refreshed(HubEnv place, HubSettings settings, String file) {
        try (JdbcTable table = JdbcTable.file(folder.resolve(file), "orders", settings.allColumns())) {
            RunSummary unused = place.hub.refresh(table);
        }
    }

    private static void isFilled(HubRecord order) {
        assertThat(order.status()).isPresent();
        assertThat(order.total()).isPresent();
    }
}
