package io.mostik.salesautopilot.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.core.StateStoreException;
import io.mostik.core.TransportException;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.VendorTest;
import io.mostik.salesautopilot.usage.PriceRule.Rounding;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

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
    void givenThresholds_whenTheyAreReached_thenWarnsOnceAmongAllNodes() {
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
    void givenHardStop_whenItIsReached_thenNothingLeaves() {
        vendor.answers(200, "1").answers(200, "1");
        try (SalesAutopilot stopped =
                builder().usage(usage -> usage.hardStop(2)).build()) {
            stopped.subscribers(LIST).count();
            stopped.subscribers(LIST).count();

            TransportException failure = catchThrowableOfType(
                    TransportException.class, () -> stopped.subscribers(LIST).count());

            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(failure).hasMessageContaining("limit of 2 calls in 2026-03");
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
        store.put("salesautopilot/usage/default/2026-03", "sent=60000");
        time.set(Instant.parse("2026-03-16T10:30:00Z"));
        try (SalesAutopilot proRata = builder()
                .usage(usage -> usage.price(PriceRule.standard().withRounding(Rounding.PRO_RATA)))
                .build()) {
            assertThat(proRata.usage().forecast().calls()).isEqualTo(120_000);
            assertThat(proRata.usage().forecast().net()).isEqualByComparingTo("2380");
        }
        assertThat(sales.usage().forecast().gross()).isEqualByComparingTo("5080");
    }

    @Test
    void givenStoreThatFails_whenCalling_thenSendsNothing() {
        try (SalesAutopilot broken = builder().stateStore(new BrokenStore()).build()) {
            assertThatThrownBy(() -> broken.subscribers(LIST).count())
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            failure -> assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT));
        }
        assertThat(vendor.count()).isZero();
    }

    private SalesAutopilot warning(List<UsageWarning> warnings) {
        return builder().usage(usage -> usage.warnAt(warnings::add, 2, 5)).build();
    }

    private static io.mostik.salesautopilot.products.ProductChange change() {
        return io.mostik.salesautopilot.products.ProductChange.builder()
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
            return Instant.EPOCH;
        }
    }
}
