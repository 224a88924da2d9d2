package io.mostik.datahub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mostik.core.StateStore;
import io.mostik.core.StateStoreException;
import io.mostik.core.test.MortalStore;
import io.mostik.core.test.MortalStore.Point;
import io.mostik.core.test.ProcessDeath;
import io.mostik.datahub.remonline.RemOnlineConnector;
import io.mostik.datahub.report.HubRecord;
import io.mostik.remonline.RemOnline;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Wherever a refresh breaks off, the table equals a full run after the next one, by whichever node. */
@Tag("any-jdk")
class RefreshFaultsTest {

    private static final Duration LEASE_AND_MORE = Duration.ofMinutes(3);

    /** What happens at a round trip to the store, while a node refreshes. */
    private enum Fault {
        DIES,
        STORE_FAILS,
        ANOTHER_NODE,
        SLEEPS
    }

    @TestFactory
    Stream<DynamicTest> givenFaultAtARoundTrip_whenRefreshed_thenAsAFullRun() {
        int trips = trips();
        return Stream.of(Fault.values())
                .flatMap(fault -> IntStream.rangeClosed(1, trips)
                        .boxed()
                        .flatMap(trip -> Stream.of(Point.before(trip), Point.after(trip)))
                        .map(point -> DynamicTest.dynamicTest(fault + " " + point, () -> breaksOff(fault, point))));
    }

    private static int trips() {
        try (Account account = new Account()) {
            MortalStore node = MortalStore.over(account.place.store);
            account.refresh(node);
            return node.trips();
        }
    }

    private static void breaksOff(Fault fault, Point point) {
        try (Account account = new Account()) {
            MortalStore node = MortalStore.over(account.place.store);
            switch (fault) {
                case DIES -> node.dieAt(point);
                case STORE_FAILS -> node.failAt(point);
                case ANOTHER_NODE -> node.at(point, () -> account.refresh(account.place.store));
                case SLEEPS ->
                    node.at(point, () -> {
                        account.place.vendor.clock().advance(LEASE_AND_MORE);
                        account.work();
                        account.refresh(account.place.store);
                    });
            }

            Throwable end = catchThrowable(() -> account.refresh(node));
            account.place.vendor.clock().advance(LEASE_AND_MORE);
            account.work();
            account.refresh(account.place.store);

            assertThat(end == null || end instanceof ProcessDeath || end instanceof StateStoreException)
                    .as("%s", end)
                    .isTrue();
            assertThat(account.table.records()).isEqualTo(account.fullRun());
        }
    }

    /** An account whose orders have changed since its table was filled. */
    private static final class Account implements AutoCloseable {

        private final HubEnv place = new HubEnv().withExample().configured(HubEnv.SETTINGS);
        private final MemoryTable table = new MemoryTable();
        private final SplittableRandom random = new SplittableRandom(7);

        Account() {
            place.hub.refresh(table);
            place.vendor.clock().advance(Duration.ofHours(1));
            work();
        }

        void work() {
            try (RemOnline client = place.client()) {
                Office office = new Office(client, random);
                for (int i = 0; i < 4; i++) {
                    office.edit();
                }
            }
        }

        /** A process that starts anew over this store, and refreshes once. */
        void refresh(StateStore store) {
            try (HubConnection node = HubConnection.builder(store, RemOnlineConnector.of(place::client))
                    .time(place.time)
                    .build()) {
                node.connect(place.key());
                RunSummary unused = node.refresh(table);
            }
        }

        List<HubRecord> fullRun() {
            try (HubConnection fresh = HubConnection.builder(
                            StateStore.inMemory(place.time), RemOnlineConnector.of(place::client))
                    .time(place.time)
                    .build()) {
                fresh.connect(place.key());
                fresh.configure(HubEnv.SETTINGS);
                return fresh.run().stream().toList();
            }
        }

        @Override
        public void close() {
            place.close();
        }
    }
}
