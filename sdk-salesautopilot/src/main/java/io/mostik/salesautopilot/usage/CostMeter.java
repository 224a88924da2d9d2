package io.mostik.salesautopilot.usage;

import io.mostik.core.StateStore;
import io.mostik.core.StateStoreException;
import io.mostik.core.TimeSource;
import io.mostik.core.http.Transport;
import io.mostik.core.once.Records;
import io.mostik.core.once.Versioned;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Counts the requests of a {@link io.mostik.salesautopilot.SalesAutopilot} client by calendar month and calculates what they
 * cost, in forint. A request is counted before it is sent, and taken back if it provably did not leave, so that a crash
 * never makes the count too low. Over a store that nodes share they count together, and the months are those of the store's
 * clock. If the store fails, calls fail with {@code NOT_SENT}. Thread-safe.
 *
 * <pre>{@code
 * SalesAutopilot sales = SalesAutopilot.builder()
 *         .keyPair("user", password)
 *         .costMeter(CostMeter.builder(JdbcStateStore.create(dataSource)).budget(new BigDecimal(5_080)).build())
 *         .build();
 * Usage month = sales.usage().now();
 * }</pre>
 *
 * <p>To save calls: read segments and the newest records instead of whole lists, update in batches, and cache lists, forms
 * and columns.
 */
public final class CostMeter {

    private static final Duration KEPT = Duration.ofDays(800);

    /** After so long a node that has begun to tell of a threshold counts as dead. */
    private static final Duration ABANDONED = Duration.ofMinutes(5);

    private final Builder settings;
    private final StateStore store;
    private final AtomicReference<Optional<String>> account;
    private final Records<Counters> records;

    private CostMeter(Builder settings) {
        this.settings = settings;
        this.store = settings.store;
        this.account = new AtomicReference<>(settings.account);
        this.records = Records.of(store, "salesautopilot/calls/", Counters.class);
    }

    /**
     * Returns a meter with the default settings: Budapest time, the published price, a logged warning at 800 and 1,000 calls,
     * no stop.
     *
     * @param store where the counters are kept; shared by all nodes of the account
     */
    public static CostMeter over(StateStore store) {
        return builder(store).build();
    }

    /** Returns a meter with the default settings that counts in memory, as long as the process lasts. */
    public static CostMeter inMemory(TimeSource time) {
        return over(StateStore.inMemory(time));
    }

    /** Returns a builder of a meter over a store. */
    public static Builder builder(StateStore store) {
        return new Builder(store);
    }

    /**
     * Returns what left in the present month.
     *
     * @throws IllegalStateException if the meter has no name of the account, and was given to no client yet
     */
    public Usage now() {
        return of(month());
    }

    /** Returns what left in a month; of the last two years. */
    public Usage of(YearMonth month) {
        Counters counters = read(month);
        long sent = counters.sent();
        return new Usage(
                month,
                sent,
                counters.succeeded(),
                counters.repeated(),
                counters.byOperation(),
                counters.byWorkflow(),
                settings.price.net(sent),
                settings.price.gross(sent));
    }

    /** Returns what the present month will come to if it goes on as it went so far. */
    public Forecast forecast() {
        YearMonth month = month();
        Instant now = store.now();
        long elapsed = Duration.between(start(month), now).toMillis();
        long whole = Duration.between(start(month), start(month.plusMonths(1))).toMillis();
        long sent = read(month).sent();
        long calls = elapsed < 1
                ? sent
                : BigInteger.valueOf(sent)
                        .multiply(BigInteger.valueOf(whole))
                        .add(BigInteger.valueOf(elapsed - 1))
                        .divide(BigInteger.valueOf(elapsed))
                        .longValueExact();
        return new Forecast(month, calls, settings.price.net(calls), settings.price.gross(calls));
    }

    /** Returns what so many further calls would add to the bill of the present month, with VAT, in whole forint. */
    public BigDecimal grossOf(long calls) {
        long sent = read(month()).sent();
        return settings.price.gross(Math.addExact(sent, calls)).subtract(settings.price.gross(sent));
    }

    /**
     * Does some work, and counts the calls that this thread makes for it under the name of a workflow, in
     * {@link Usage#byWorkflow}. Of two names, one within the other, the outer one counts. The workflows of the SDK have names of
     * their own.
     */
    public static <T> T during(String workflow, Supplier<T> work) {
        return Cause.during(workflow, false, work);
    }

    /**
     * Does some work whose calls leave although the stop or the budget of the month is reached, such as a legal duty. They are
     * counted. Leaving a list and deleting a record are never stopped.
     */
    public static <T> T beyondStop(String workflow, Supplier<T> work) {
        return Cause.during(workflow, true, work);
    }

    /**
     * Returns this meter for the account of this name, if it was given none; used by the client, with its key pair. The first
     * client that a meter is given to names its account; one with another key pair counts for an account of its own.
     */
    public CostMeter orAccount(String name) {
        Optional<String> named = account.updateAndGet(known -> known.isPresent() ? known : Optional.of(name));
        boolean isMine =
                settings.account.isPresent() || named.filter(name::equals).isPresent();
        return isMine ? this : new CostMeter(settings.copy().account(name));
    }

    /** Returns a transport that counts the requests it passes on; used by the client. */
    public Transport transport(Transport next) {
        return new MeteringTransport(next, this);
    }

    YearMonth month() {
        return YearMonth.from(ZonedDateTime.ofInstant(store.now(), settings.zone));
    }

    /** Returns how long it is until the next month. */
    Duration untilNext(YearMonth month) {
        return Duration.between(store.now(), start(month.plusMonths(1)));
    }

    /** Returns after how many calls a month no more leave. */
    long stop() {
        return settings.stop();
    }

    /** Counts one more, and returns whether there is room for it. */
    boolean reserve(YearMonth month, String operation, Cause cause, boolean repeat) {
        long now = store.now().toEpochMilli();
        NavigableSet<Long> thresholds = settings.allThresholds();
        boolean[] counts = {false};
        List<Long> mine = new ArrayList<>();
        Counters unused = change(month, counters -> {
            mine.clear();
            counts[0] = cause.urgent() || counters.sent() < settings.stop();
            Counters counted = counts[0] ? counters.count(operation, cause.workflow(), repeat, 1) : counters;
            mine.addAll(counted.untold(thresholds, now - ABANDONED.toMillis()));
            return counted.telling(new TreeSet<>(mine), now);
        });
        mine.forEach(threshold -> tell(month, threshold));
        return counts[0];
    }

    /** Tells of a threshold. One whose listener failed, or whose node died, is told again by a later call. */
    private void tell(YearMonth month, long threshold) {
        try {
            settings.warned.accept(new UsageWarning(month, threshold));
        } catch (RuntimeException e) {
            log("the listener of cost warnings failed: " + e.getClass().getName());
            return;
        }
        try {
            Counters unused = change(month, counters -> counters.told(threshold));
        } catch (StateStoreException e) {
            log("a cost warning could not be noted, and will come again");
        }
    }

    /** Takes back one that did not leave. */
    void refund(YearMonth month, String operation, String workflow, boolean repeat) {
        Counters unused = change(month, counters -> counters.count(operation, workflow, repeat, -1));
    }

    void succeeded(YearMonth month) {
        change(month, Counters::countSuccess);
    }

    private Counters read(YearMonth month) {
        return records.find(id(month)).map(Versioned::value).orElse(Counters.NONE);
    }

    private Counters change(YearMonth month, UnaryOperator<Counters> changing) {
        return records.update(id(month), Optional.of(KEPT), known -> changing.apply(known.orElse(Counters.NONE)))
                .value();
    }

    private String id(YearMonth month) {
        return Objects.requireNonNull(account.get(), "account")
                        .orElseThrow(() -> new IllegalStateException(
                                "the meter has no account: set one, or give it to a client first"))
                + "/" + month;
    }

    private Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(settings.zone).toInstant();
    }

    static void log(String text) {
        System.getLogger("io.mostik.salesautopilot").log(System.Logger.Level.WARNING, text);
    }

    /** Collects the settings of a meter. */
    public static final class Builder {

        private static final int LONGEST_ACCOUNT = 100;
        private static final int FIFTH = 5;

        private final StateStore store;
        private Optional<String> account = Optional.empty();
        private ZoneId zone = ZoneId.of("Europe/Budapest");
        private PriceRule price = PriceRule.standard();
        private TreeSet<Long> thresholds = new TreeSet<>(List.of(800L, 1_000L));
        private Consumer<UsageWarning> warned =
                warning -> log(warning.threshold() + " calls to SalesAutopilot in " + warning.month());
        private OptionalLong hardStop = OptionalLong.empty();
        private Optional<BigDecimal> budget = Optional.empty();

        private Builder(StateStore store) {
            this.store = Objects.requireNonNull(store, "store");
        }

        /**
         * Sets the name of the account, where one store serves several; by default it is made of the user name of the client's key
         * pair. All key pairs of an account share one bill, so they should share one name.
         *
         * @param name 1 to 100 characters
         */
        public Builder account(String name) {
            if (name.isBlank() || name.length() > LONGEST_ACCOUNT) {
                throw new IllegalArgumentException("account must have 1 to " + LONGEST_ACCOUNT + " characters");
            }
            account = Optional.of(name);
            return this;
        }

        /** Sets the zone in which months begin; Europe/Budapest by default, which is an assumption. */
        public Builder zone(ZoneId newZone) {
            zone = Objects.requireNonNull(newZone, "zone");
            return this;
        }

        /** Sets the price; {@link PriceRule#standard} by default. */
        public Builder price(PriceRule rule) {
            price = Objects.requireNonNull(rule, "price");
            return this;
        }

        /**
         * Sets at how many calls a month to warn, and whom; by default 800 and 1,000, which is logged. Each threshold
         * is reported once a month by one of the nodes, on the thread of the call, also one that was passed before it
         * was set. If the listener throws, or its node dies, it is told again with a call some minutes later.
         */
        public Builder warnAt(Consumer<UsageWarning> listener, long... calls) {
            warned = Objects.requireNonNull(listener, "listener");
            thresholds = new TreeSet<>(Arrays.stream(calls).boxed().toList());
            return this;
        }

        /** Sets after how many calls a month further ones fail with {@code NOT_SENT}; never by default. */
        public Builder hardStop(long calls) {
            if (calls < 0) {
                throw new IllegalArgumentException("hardStop must not be negative");
            }
            hardStop = OptionalLong.of(calls);
            return this;
        }

        /**
         * Sets what a month may cost at most, with VAT: warns at 80 percent of the calls that it pays for and at the last one, and
         * stops there as {@link #hardStop} does. Leaving a list and deleting a record are never stopped. None by default.
         *
         * @param gross in forint; a budget below the first block still pays for the free calls
         */
        public Builder budget(BigDecimal gross) {
            if (gross.signum() < 0) {
                throw new IllegalArgumentException("budget must not be negative");
            }
            budget = Optional.of(gross);
            return this;
        }

        private long stop() {
            long paid = budget.map(price::callsWithin).orElse(Long.MAX_VALUE);
            return Math.min(paid, hardStop.orElse(Long.MAX_VALUE));
        }

        private NavigableSet<Long> allThresholds() {
            NavigableSet<Long> all = new TreeSet<>(thresholds);
            budget.map(price::callsWithin)
                    .filter(calls -> calls < Long.MAX_VALUE)
                    .ifPresent(calls -> {
                        all.add(calls - calls / FIFTH);
                        all.add(calls);
                    });
            return all;
        }

        /** Returns the meter. */
        public CostMeter build() {
            return new CostMeter(copy());
        }

        private Builder copy() {
            Builder copy = new Builder(store);
            copy.account = account;
            copy.zone = zone;
            copy.price = price;
            copy.thresholds = new TreeSet<>(thresholds);
            copy.warned = warned;
            copy.hardStop = hardStop;
            copy.budget = budget;
            return copy;
        }
    }
}
