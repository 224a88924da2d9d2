package io.mostik.datahub;

import static io.mostik.testing.AnswerMutation.EMPTY_ARRAY;
import static io.mostik.testing.AnswerMutation.EMPTY_OBJECT;
import static io.mostik.testing.AnswerMutation.LOWER_CASE_KEYS;
import static io.mostik.testing.AnswerMutation.MISSING_PROPERTY;
import static io.mostik.testing.AnswerMutation.NULL_VALUE;
import static io.mostik.testing.AnswerMutation.TEXT_AS_NUMBER;
import static io.mostik.testing.AnswerMutation.UNKNOWN_WORD;
import static io.mostik.testing.AnswerMutation.UPPER_CASE_KEYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mostik.core.SdkException;
import io.mostik.datahub.report.HubRecord;
import io.mostik.testing.AnswerMutation;
import io.mostik.testing.FaultInjector;
import io.mostik.testing.Simulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * While a vendor fails or answers oddly a refresh fails with a typed exception, says what it left out, or is right; after
 * the next one the table equals a full run. {@code -Dmostik.hub.dials=50} for more places of each mutation.
 */
@Tag("any-jdk")
class RefreshDialsTest {

    private static final int SEEDS = Integer.getInteger("mostik.hub.dials", 1);
    private static final int ROWS = 5;
    private static final int ALWAYS = 100_000;
    private static final Duration DEADLINE = Duration.ofMillis(250);
    private static final Duration LOOKS_BACK_NO_MORE = Duration.ofHours(1);

    /** More than half of the span within which a feed looks back. */
    private static final Duration BETWEEN = Duration.ofSeconds(100);

    /** Those that may put a readable value in the place of the right one, which nobody can know. */
    private static final Set<AnswerMutation> LIES = EnumSet.of(
            NULL_VALUE,
            MISSING_PROPERTY,
            EMPTY_OBJECT,
            EMPTY_ARRAY,
            TEXT_AS_NUMBER,
            UNKNOWN_WORD,
            LOWER_CASE_KEYS,
            UPPER_CASE_KEYS);

    /** Those of which every place is interesting, also in the frame around the rows. */
    private static final Set<AnswerMutation> FRAME = EnumSet.of(
            NULL_VALUE, MISSING_PROPERTY, EMPTY_OBJECT, EMPTY_ARRAY, AnswerMutation.NUMBER_AS_TEXT, TEXT_AS_NUMBER);

    /** Those that need more than a page of rows. */
    private static final Set<AnswerMutation> PAGING = EnumSet.of(AnswerMutation.NO_PAGING, AnswerMutation.WRONG_COUNTS);

    @Test
    void givenDialAtRemOnline_whenRefreshed_thenAsAFullRun() {
        assertThat(campaign(DialledPlace::remOnline)).isEmpty();
    }

    @Test
    void givenDialAtBitrix24_whenRefreshed_thenAsAFullRun() {
        assertThat(campaign(DialledPlace::bitrix24)).isEmpty();
    }

    @Test
    void givenNoAnswerAtRemOnline_whenRefreshed_thenAsAFullRun() {
        assertThat(stalls(DialledPlace::remOnline)).isEmpty();
    }

    @Test
    void givenNoAnswerAtBitrix24_whenRefreshed_thenAsAFullRun() {
        assertThat(stalls(DialledPlace::bitrix24)).isEmpty();
    }

    /** Returns what went wrong at a vendor that stops to answer, at each request of a refresh. */
    private static List<String> stalls(Supplier<DialledPlace> places) {
        List<String> wrong = new ArrayList<>();
        try (Account account = new Account(places.get());
                HubConnection impatient = account.place.impatient(DEADLINE)) {
            noAnswers().forEach((name, fault) -> {
                int answered = 0;
                while (!account.play(impatient, name + " after " + answered, 3, false, stops(fault, answered), wrong)) {
                    answered++;
                }
                assertThat(answered).as("requests of a refresh").isGreaterThan(1);
            });
        }
        return wrong;
    }

    private static Consumer<Simulator> stops(Function<FaultInjector, FaultInjector.Setting> fault, int answered) {
        return vendor -> {
            if (answered > 0) {
                vendor.faults().delay(Duration.ZERO).times(answered);
            }
            fault.apply(vendor.faults()).times(ALWAYS);
        };
    }

    private static Map<String, Function<FaultInjector, FaultInjector.Setting>> noAnswers() {
        Map<String, Function<FaultInjector, FaultInjector.Setting>> faults = new LinkedHashMap<>();
        faults.put("stall", FaultInjector::stall);
        faults.put("actThenStall", FaultInjector::actThenStall);
        faults.put("stallThenActLater", each -> each.stallThenActLater(Duration.ofSeconds(1)));
        faults.put("slowBody", each -> each.slowBody(DEADLINE));
        return faults;
    }

    /** Returns what went wrong under which dial. */
    private static List<String> campaign(Supplier<DialledPlace> places) {
        List<String> wrong = new ArrayList<>();
        try (Account account = new Account(places.get())) {
            faults().forEach((name, fault) -> {
                account.play(
                        name, 3, false, vendor -> fault.apply(vendor.faults()).times(ALWAYS), wrong);
                account.play(name + " once", 3, false, vendor -> fault.apply(vendor.faults()), wrong);
            });
            for (AnswerMutation mutation : AnswerMutation.values()) {
                int edits = PAGING.contains(mutation) ? DialledPlace.ORDERS : 3;
                for (int seed = 0; seed < SEEDS; seed++) {
                    int by = seed;
                    account.play(
                            mutation + " " + by,
                            edits,
                            LIES.contains(mutation),
                            vendor -> vendor.answers().apply(mutation).always().seed(by),
                            wrong);
                }
            }
            // Bitrix24 counts nothing: an empty list is its way to say that nothing was found.
            for (AnswerMutation mutation : FRAME) {
                for (String property : account.place.frame()) {
                    account.play(
                            mutation + " of " + property,
                            3,
                            mutation == EMPTY_ARRAY && property.equals("items"),
                            vendor -> vendor.answers()
                                    .apply(mutation)
                                    .always()
                                    .on(account.place.verb(), account.place.list())
                                    .property(property),
                            wrong);
                }
            }
            for (int row = 0; row < ROWS; row++) {
                String id = account.place.rows() + row + "/id";
                account.play(
                        "no " + id,
                        3,
                        false,
                        vendor -> vendor.answers()
                                .apply(MISSING_PROPERTY)
                                .always()
                                .on(account.place.verb(), account.place.list())
                                .at(id),
                        wrong);
            }
        }
        return wrong;
    }

    private static Map<String, Function<FaultInjector, FaultInjector.Setting>> faults() {
        Map<String, Function<FaultInjector, FaultInjector.Setting>> faults = new LinkedHashMap<>();
        faults.put("answer 200", each -> each.answer(200));
        faults.put("answer 404", each -> each.answer(404));
        faults.put("answer 503", each -> each.answer(503));
        faults.put("garbage", FaultInjector::garbage);
        faults.put("notHttp", FaultInjector::notHttp);
        faults.put("dropBeforeActing", FaultInjector::dropBeforeActing);
        faults.put("resetBeforeActing", FaultInjector::resetBeforeActing);
        faults.put("actThenDrop", FaultInjector::actThenDrop);
        faults.put("actThenReset", FaultInjector::actThenReset);
        faults.put("actThenAnswer", each -> each.actThenAnswer(500));
        faults.put("cutBody", FaultInjector::cutBody);
        faults.put("slowBody", each -> each.slowBody(Duration.ZERO));
        faults.put("actLater", each -> each.actLater(Duration.ofSeconds(1)));
        faults.put("delay", each -> each.delay(Duration.ofMillis(1)));
        return faults;
    }

    /** An account whose table is filled. */
    private static final class Account implements AutoCloseable {

        private final DialledPlace place;
        private final SplittableRandom random = new SplittableRandom(25);
        private MemoryTable table = new MemoryTable();
        private int edited;

        Account(DialledPlace place) {
            this.place = place;
            place.vendor().clock().advance(LOOKS_BACK_NO_MORE);
            place.hub().refresh(table);
        }

        void play(String name, int edits, boolean lies, Consumer<Simulator> dial, List<String> wrong) {
            boolean unused = play(place.hub(), name, edits, lies, dial, wrong);
        }

        /** Returns whether the refresh under the dial came to its end. */
        boolean play(
                HubConnection node,
                String name,
                int edits,
                boolean lies,
                Consumer<Simulator> dial,
                List<String> wrong) {
            for (int i = 0; i < edits; i++) {
                edit(place.ids().get((edited + i) % DialledPlace.ORDERS));
                place.vendor().clock().advance(BETWEEN);
            }
            edited += edits;
            place.vendor().clock().advance(LOOKS_BACK_NO_MORE);

            dial.accept(place.vendor());
            boolean[] told = new boolean[1];
            Throwable end = catchThrowable(() -> told[0] = node.refresh(table).unreadable() > 0);
            place.vendor().answers().off();
            place.vendor().faults().off();
            List<HubRecord> full = full();
            if (end != null && !(end instanceof SdkException)) {
                wrong.add(name + ": ended with " + end);
            }
            if (end == null && !told[0] && !lies && !table.records().equals(full)) {
                wrong.add(name + ": wrong, and did not tell");
            }
            if (table.records().size() != full.size()) {
                wrong.add(name + ": lost rows");
            }

            place.hub().refresh(table);
            if (lies) {
                full.stream().filter(this::differs).forEach(each -> edit(each.orderId()));
                place.hub().refresh(table);
                full = full();
            }
            long differ = full.stream().filter(this::differs).count();
            if (differ > 0) {
                wrong.add(name + ": " + differ + " wrong for good, after " + ending(end, told[0]));
            }
            restart(full);
            return end == null;
        }

        private List<HubRecord> full() {
            return place.hub().run().stream().toList();
        }

        private void edit(long id) {
            place.edit(id, random.nextInt(1000));
        }

        private boolean differs(HubRecord record) {
            return !table.records().contains(record);
        }

        private static String ending(@Nullable Throwable end, boolean told) {
            return end == null ? "a refresh that " + (told ? "told" : "did not tell") : end.toString();
        }

        /** So that one dial does not spoil the next. */
        private void restart(List<HubRecord> full) {
            table = new MemoryTable();
            full.forEach(table::put);
        }

        @Override
        public void close() {
            place.close();
        }
    }
}
