package io.mostik.salesautopilot.usage;

import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.http.Transport;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Counts every request that leaves, by calendar month, and knows what it costs. Counts before it sends, and takes back
 * what provably did not leave, so that a crash never makes the count too low. With a store that outlives the process and
 * that nodes share, the count does too. A store that fails makes calls fail with {@code NOT_SENT}. Thread-safe.
 *
 * <p>Cheap habits: read segments and the newest records instead of whole lists, update in batches, and keep lists, forms
 * and columns.
 */
public final class CostMeter {

    private static final Duration KEPT = Duration.ofDays(800);

    private final Settings settings;
    private final StateStore store;
    private final TimeSource time;

    /** Creates a meter; use the builder of the client. */
    public CostMeter(Settings settings, StateStore store, TimeSource time) {
        this.settings = Objects.requireNonNull(settings, "settings").copy();
        this.store = Objects.requireNonNull(store, "store");
        this.time = Objects.requireNonNull(time, "time");
    }

    /** Returns what left in the present month. */
    public Usage now() {
        return of(month());
    }

    /** Returns what left in a month; of the last two years. */
    public Usage of(YearMonth month) {
        Counters counters = read(month);
        long sent = counters.get(Counters.SENT);
        return new Usage(
                month,
                sent,
                counters.get(Counters.SUCCEEDED),
                counters.get(Counters.REPEATED),
                counters.byOperation(),
                settings.price.net(sent),
                settings.price.gross(sent));
    }

    /** Returns what the present month will come to if it goes on as it went so far. */
    public Forecast forecast() {
        YearMonth month = month();
        Instant now = time.now();
        long elapsed = Duration.between(start(month), now).toMillis();
        long whole = Duration.between(start(month), start(month.plusMonths(1))).toMillis();
        long sent = read(month).get(Counters.SENT);
        long calls = elapsed < 1
                ? sent
                : BigInteger.valueOf(sent)
                        .multiply(BigInteger.valueOf(whole))
                        .add(BigInteger.valueOf(elapsed - 1))
                        .divide(BigInteger.valueOf(elapsed))
                        .longValueExact();
        return new Forecast(month, calls, settings.price.net(calls), settings.price.gross(calls));
    }

    /** Returns a station that counts what passes; for the client. */
    public Transport transport(Transport next) {
        return new MeteringTransport(next, this);
    }

    YearMonth month() {
        return YearMonth.from(ZonedDateTime.ofInstant(time.now(), settings.zone));
    }

    /** Returns how long it is until the next month. */
    Duration untilNext(YearMonth month) {
        return Duration.between(time.now(), start(month.plusMonths(1)));
    }

    OptionalLong hardStop() {
        return settings.hardStop;
    }

    /** Counts one more, and returns whether there is room for it. */
    boolean reserve(YearMonth month, String operation, boolean repeat) {
        boolean[] room = {true};
        Counters after = change(month, counters -> {
            room[0] = settings.hardStop.isEmpty() || counters.get(Counters.SENT) < settings.hardStop.getAsLong();
            return room[0] ? count(counters, operation, repeat, 1) : counters;
        });
        if (room[0]) {
            warn(month, after.get(Counters.SENT));
        }
        return room[0];
    }

    /** Takes back one that did not leave. */
    void refund(YearMonth month, String operation, boolean repeat) {
        change(month, counters -> count(counters, operation, repeat, -1));
    }

    void succeeded(YearMonth month) {
        change(month, counters -> {
            counters.add(Counters.SUCCEEDED, 1);
            return counters;
        });
    }

    private static Counters count(Counters counters, String operation, boolean repeat, long more) {
        counters.add(Counters.SENT, more);
        counters.add(Counters.OPERATION + operation, more);
        counters.add(Counters.REPEATED, repeat ? more : 0);
        return counters;
    }

    private Counters read(YearMonth month) {
        return Counters.parse(
                store.find(key(month)).map(StateStore.Entry::value).orElse(""));
    }

    private Counters change(YearMonth month, UnaryOperator<Counters> changing) {
        while (true) {
            Optional<StateStore.Entry> entry = store.find(key(month));
            String before = entry.map(StateStore.Entry::value).orElse("");
            Counters counters = changing.apply(Counters.parse(before));
            long version = entry.map(StateStore.Entry::version).orElse(StateStore.ABSENT);
            String after = counters.toString();
            if (after.equals(before) || store.replace(key(month), after, version, Optional.of(KEPT))) {
                return counters;
            }
            Thread.onSpinWait();
        }
    }

    /** Each request adds one, so that each threshold is met exactly. */
    private void warn(YearMonth month, long sent) {
        if (settings.thresholds.contains(sent) && store.firstSeen(key(month) + "/warned/" + sent, KEPT)) {
            try {
                settings.warned.accept(new UsageWarning(month, sent));
            } catch (RuntimeException e) {
                log("whoever is told of the cost failed: " + e.getClass().getName());
            }
        }
    }

    private String key(YearMonth month) {
        return "salesautopilot/usage/" + settings.account + "/" + month;
    }

    private Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(settings.zone).toInstant();
    }

    static void log(String text) {
        System.getLogger("io.mostik.salesautopilot").log(System.Logger.Level.WARNING, text);
    }

    /** How the meter counts and when it speaks. */
    public static final class Settings {

        private static final int LONGEST_ACCOUNT = 100;

        private String account = "default";
        private ZoneId zone = ZoneId.of("Europe/Budapest");
        private PriceRule price = PriceRule.standard();
        private TreeSet<Long> thresholds = new TreeSet<>(java.util.List.of(800L, 1_000L));
        private Consumer<UsageWarning> warned =
                warning -> log(warning.threshold() + " calls to SalesAutopilot in " + warning.month());
        private OptionalLong hardStop = OptionalLong.empty();

        /** Creates the settings: Budapest time, the published price, warnings at 800 and 1,000 calls, no stop. */
        public Settings() {}

        /** Sets what stands for the account, where one store serves several; all its key pairs share the bill. */
        public Settings account(String name) {
            if (name.isBlank() || name.length() > LONGEST_ACCOUNT) {
                throw new IllegalArgumentException("account must have 1 to " + LONGEST_ACCOUNT + " characters");
            }
            account = name;
            return this;
        }

        /** Sets the zone in which months begin; Europe/Budapest by default, which is an assumption. */
        public Settings zone(ZoneId newZone) {
            zone = Objects.requireNonNull(newZone, "zone");
            return this;
        }

        /** Sets the price. */
        public Settings price(PriceRule rule) {
            price = Objects.requireNonNull(rule, "price");
            return this;
        }

        /** Sets at how many calls a month to warn, and whom, on the thread of the call; by default it is logged. */
        public Settings warnAt(Consumer<UsageWarning> whom, long... calls) {
            warned = Objects.requireNonNull(whom, "whom");
            thresholds = new TreeSet<>(java.util.Arrays.stream(calls).boxed().toList());
            return this;
        }

        /** Sets after how many calls a month nothing leaves any more: further ones fail with {@code NOT_SENT}. */
        public Settings hardStop(long calls) {
            if (calls < 0) {
                throw new IllegalArgumentException("hardStop must not be negative");
            }
            hardStop = OptionalLong.of(calls);
            return this;
        }

        private Settings copy() {
            Settings copy = new Settings();
            copy.account = account;
            copy.zone = zone;
            copy.price = price;
            copy.thresholds = new TreeSet<>(thresholds);
            copy.warned = warned;
            copy.hardStop = hardStop;
            return copy;
        }
    }
}
