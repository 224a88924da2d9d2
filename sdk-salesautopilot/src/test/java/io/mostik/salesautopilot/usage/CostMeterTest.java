package io.mostik.salesautopilot.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.StateStoreException;
import io.mostik.core.TransportException;
import io.mostik.core.test.MortalStore;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.VendorTest;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.internal.Digests;
import io.mostik.salesautopilot.usage.PriceRule.Rounding;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CostMeterTest extends VendorTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @Test
    void givenRepeatsAndOtherVerbs_whenCalling_thenCountsWhatLeft() {
        vendor.answers(500).answers(405).answers(200, "7").answers(200, "[]").answers(401);

        sales.subscribers(LIST).count();
        sales.lists().list();
        catchThrowableOfType(SdkException.class, () -> sales.lists().list());

        Usage usage = sales.usage().now();
        assertThat(usage.month()).isEqualTo(MARCH);
        assertThat(usage.sent()).isEqualTo(vendor.count()).isEqualTo(5);
        assertThat(usage.succeeded()).isEqualTo(2);
        assertThat(usage.repeated()).isEqualTo(2);
        assertThat(usage.byOperation()).containsEntry("subscribers.count", 3L).containsEntry("lists.list", 2L);
        assertThat(usage.net()).isZero();
    }

    @Test
    void givenNobodyListens_whenCalling_thenCountsNothing() {
        try (SalesAutopilot unreachable =
                builder().baseUri("http://127.0.0.1:1").build()) {
            catchThrowableOfType(SdkException.class, () -> unreachable.lists().list());

            assertThat(unreachable.usage().now().sent()).isZero();
            assertThat(unreachable.usage().now().byOperation()).isEmpty();
        }
    }

    @Test
    void givenAnswerThatIsDropped_whenCalling_thenCountsIt() {
        vendor.dropsAnswer();

        catchThrowableOfType(SdkException.class, () -> sales.products().updateBySku("x", change()));

        assertThat(sales.usage().now().sent()).isEqualTo(1);
    }

    @Test
    void givenSharedStore_whenOtherClientsCall_thenTheCountIsOne() {
        vendor.answers(200, "1").answers(200, "1");
        sales.subscribers(LIST).count();
        try (SalesAutopilot other = builder().build()) {
            other.subscribers(LIST).count();

            assertThat(other.usage().now().sent()).isEqualTo(2);
        }
        assertThat(sales.usage().of(MARCH).sent()).isEqualTo(2);
    }

    @Test
    void givenEndOfMonthInBudapest_whenCalling_thenCountsForTheNext() {
        vendor.answers(200, "1").answers(200, "1");
        time.set(Instant.parse("2026-03-31T21:59:59Z"));
        sales.subscribers(LIST).count();
        time.set(Instant.parse("2026-03-31T22:00:00Z"));
        sales.subscribers(LIST).count();

        assertThat(sales.usage().of(MARCH).sent()).isEqualTo(1);
        assertThat(sales.usage().of(MARCH.plusMonths(1)).sent()).isEqualTo(1);
    }

    @Test
    void givenManyNodes_whenThresholdsAreReached_thenWarnsOnce() {
        List<UsageWarning> warnings = new ArrayList<>();
        try (SalesAutopilot one = warning(warnings);
                SalesAutopilot other = warning(warnings)) {
            for (int i = 0; i < 3; i++) {
                vendor.answers(200, "1").answers(200, "1");
                one.subscribers(LIST).count();
                other.subscribers(LIST).count();
            }
        }

        assertThat(warnings).containsExactly(new UsageWarning(MARCH, 2), new UsageWarning(MARCH, 5));
    }

    @Test
    void givenThresholdPassedBefore_whenItIsSet_thenWarnsOnce() {
        List<UsageWarning> warnings = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            vendor.answers(200, "1");
        }
        for (int i = 0; i < 3; i++) {
            sales.subscribers(LIST).count();
        }
        try (SalesAutopilot late = warning(warnings)) {
            late.subscribers(LIST).count();
            late.subscribers(LIST).count();
        }

        assertThat(warnings).containsExactly(new UsageWarning(MARCH, 2), new UsageWarning(MARCH, 5));
    }

    @Test
    void givenHardStop_whenItIsReached_thenNothingLeaves() {
        vendor.answers(200, "1").answers(200, "1");
        try (SalesAutopilot stopped = builder()
                .costMeter(CostMeter.builder(store).hardStop(2).build())
                .build()) {
            stopped.subscribers(LIST).count();
            stopped.subscribers(LIST).count();

            TransportException failure = catchThrowableOfType(
                    TransportException.class, () -> stopped.subscribers(LIST).count());

            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(failure)
                    .hasMessageContaining("limit of 2 calls in 2026-03")
                    .hasMessageContaining("Nothing was sent: the message names")
                    .hasMessageNotContaining("http.deadline");
            assertThat(failure.retryAfter())
                    .contains(Duration.between(time.now(), Instant.parse("2026-03-31T22:00:00Z")));
            assertThat(stopped.usage().now().sent()).isEqualTo(2);
        }
        assertThat(vendor.count()).isEqualTo(2);
    }

    @Test
    void givenPartOfTheMonth_whenForetelling_thenGoesOnAsItWent() {
        for (int i = 0; i < 3; i++) {
            vendor.answers(200, "1");
            sales.subscribers(LIST).count();
        }
        time.set(Instant.parse("2026-03-11T07:00:00Z"));

        // 10 days and 8 hours of a month of 31 days less the hour of summer time
        assertThat(sales.usage().forecast().calls()).isEqualTo((3 * 743 + 247) / 248);
        assertThat(sales.usage().forecast().gross()).isZero();
    }

    @Test
    void givenBusyMonth_whenForetelling_thenPricesIt() {
        store.put(
                "salesautopilot/calls/" + account() + "/2026-03",
                "{\"sent\":60000,\"succeeded\":0,\"repeated\":0,\"byOperation\":{},\"warned\":[]}");
        time.set(Instant.parse("2026-03-16T10:30:00Z"));
        try (SalesAutopilot proRata = builder()
                .costMeter(CostMeter.builder(store)
                        .price(PriceRule.standard().withRounding(Rounding.PRO_RATA))
                        .build())
                .build()) {
            assertThat(proRata.usage().forecast().calls()).isEqualTo(120_000);
            assertThat(proRata.usage().forecast().net()).isEqualByComparingTo("2380");
        }
        assertThat(sales.usage().forecast().gross()).isEqualByComparingTo("5080");
    }

    @Test
    void givenStoreThatFails_whenCalling_thenSendsNothing() {
        try (SalesAutopilot broken =
                builder().costMeter(CostMeter.over(new BrokenStore())).build()) {
            assertThatThrownBy(() -> broken.subscribers(LIST).count())
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            failure -> assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT));
        }
        assertThat(vendor.count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void givenStoreThatFailsAtATrip_whenWriting_thenSaysWhatHappened(int trip) {
        vendor.answers(200, "1");
        MortalStore failing = MortalStore.over(store).failAt(MortalStore.Point.before(trip));
        try (SalesAutopilot client =
                builder().costMeter(CostMeter.over(failing)).build()) {
            Throwable failure = catchThrowable(() -> client.products().updateBySku("x", change()));

            assertThat(failure == null).isEqualTo(vendor.count() == 1);
            if (failure instanceof SdkException known) {
                assertThat(known.outcome()).isEqualTo(Outcome.NOT_SENT);
            }
        }
        assertThat(store.find("salesautopilot/calls/" + account() + "/2026-03").isPresent())
                .isEqualTo(vendor.count() == 1);
    }

    @Test
    void givenTwoKeyPairs_whenCounting_thenEachHasItsOwn() {
        vendor.answers(200, "1").answers(200, "1").answers(200, "1");
        sales.subscribers(LIST).count();
        try (SalesAutopilot other = builder().keyPair("another", Secret.of("p")).build()) {
            other.subscribers(LIST).count();
            other.subscribers(LIST).count();

            assertThat(other.usage().now().sent()).isEqualTo(2);
        }
        assertThat(sales.usage().now().sent()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 1000", "2539, 1000", "2540, 101000", "5080, 201000"})
    void givenBudget_whenAskedForCalls_thenPaysForSoMany(int gross, long calls) {
        assertThat(PriceRule.standard().callsWithin(new BigDecimal(gross))).isEqualTo(calls);
        assertThat(PriceRule.standard().gross(calls)).isLessThanOrEqualTo(new BigDecimal(gross));
        assertThat(PriceRule.standard().gross(calls + 1)).isGreaterThan(new BigDecimal(gross));
    }

    @Test
    void givenBudget_whenItIsSpent_thenWarnsStopsAndLetsLeave() {
        List<UsageWarning> warnings = new ArrayList<>();
        vendor.answers(200, "1").answers(200, "1").answers(200, "1").answers(200, "1");
        store.put(
                "salesautopilot/calls/" + account() + "/2026-03",
                "{\"sent\":100998,\"succeeded\":0,\"repeated\":0,\"byOperation\":{},\"warned\":[]}");
        try (SalesAutopilot thrifty = builder()
                .costMeter(CostMeter.builder(store)
                        .warnAt(warnings::add)
                        .budget(new BigDecimal(2_540))
                        .build())
                .build()) {
            thrifty.subscribers(LIST).count();
            thrifty.subscribers(LIST).count();

            assertThatThrownBy(() -> thrifty.subscribers(LIST).count()).hasMessageContaining("limit of 101000 calls");
            assertThat(thrifty.subscribers(LIST).unsubscribeEmail("kata@example.hu"))
                    .isTrue();
            assertThat(thrifty.subscribers(LIST).delete(RecordId.of(7))).isTrue();
            assertThat(thrifty.usage().now().sent()).isEqualTo(101_002);
        }
        assertThat(warnings).containsExactly(new UsageWarning(MARCH, 80_800), new UsageWarning(MARCH, 101_000));
    }

    @Test
    void givenListenerThatFails_whenCallingLater_thenIsToldAgain() {
        List<UsageWarning> warnings = new ArrayList<>();
        boolean[] fails = {true};
        for (int i = 0; i < 4; i++) {
            vendor.answers(200, "1");
        }
        try (SalesAutopilot one = builder()
                .costMeter(CostMeter.builder(store)
                        .warnAt(
                                warning -> {
                                    if (fails[0]) {
                                        throw new IllegalStateException("no mail today");
                                    }
                                    warnings.add(warning);
                                },
                                1)
                        .build())
                .build()) {
            one.subscribers(LIST).count();
            fails[0] = false;
            one.subscribers(LIST).count();
            assertThat(warnings).isEmpty();
            time.advance(Duration.ofMinutes(6));
            one.subscribers(LIST).count();
            one.subscribers(LIST).count();
        }

        assertThat(warnings).containsExactly(new UsageWarning(MARCH, 1));
    }

    @Test
    void givenNamedWork_whenCalling_thenTellsItsCost() {
        vendor.answers(200, "1").answers(200, "1").answers(200, "1");
        sales.subscribers(LIST).count();
        CostMeter.during(
                "crm",
                () -> CostMeter.during("inner", () -> sales.subscribers(LIST).count()));
        CostMeter.during("crm", () -> sales.subscribers(LIST).count());

        assertThat(sales.usage().now().byWorkflow()).containsExactly(Map.entry("crm", 2L));
        assertThat(new Usage(MARCH, 3, 3, 0, Map.of(), Map.of("crm", 2L), BigDecimal.TEN, new BigDecimal(2_540))
                        .grossOf("crm"))
                .isEqualByComparingTo("1693");
    }

    /** Returns the name that the client's user gives the account. */
    private static String account() {
        return "key-" + Digests.of("key-user").substring(0, 16);
    }

    private SalesAutopilot warning(List<UsageWarning> warnings) {
        return builder()
                .costMeter(CostMeter.builder(store).warnAt(warnings::add, 2, 5).build())
                .build();
    }

    private static io.mostik.salesautopilot.products.ProductUpdate change() {
        return io.mostik.salesautopilot.products.ProductUpdate.builder()
                .name("n")
                .build();
    }

    /** A store whose database is gone. */
    private static final class BrokenStore implements StateStore {

        @Override
        public Optional<Entry> find(String key) {
            throw new StateStoreException("gone", new java.sql.SQLException("gone"));
        }

        @Override
        public List<Entry> list(String prefix, String after, int atMost) {
            return List.of();
        }

        @Override
        public OptionalLong commit(List<Change> changes) {
            return OptionalLong.empty();
        }

        @Override
        public Instant now() {
            throw new StateStoreException("gone", new java.sql.SQLException("gone"));
        }
    }
}
