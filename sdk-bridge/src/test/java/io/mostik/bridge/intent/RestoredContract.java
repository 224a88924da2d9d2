package io.mostik.bridge.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.bridge.BridgeStore;
import io.mostik.bridge.Fields;
import io.mostik.bridge.Held;
import io.mostik.bridge.Keep;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.action.ActionSpec;
import io.mostik.bridge.store.HighWater;
import io.mostik.bridge.store.Hold;
import io.mostik.core.Effect;
import io.mostik.core.once.ContentPolicy;
import io.mostik.core.once.IdPolicy;
import io.mostik.core.once.Kind;
import io.mostik.core.once.Once;
import io.mostik.core.once.OnceResult;
import io.mostik.core.once.OnceSteps;
import io.mostik.core.once.OnceWrites;
import io.mostik.core.once.ReadBack;
import io.mostik.core.test.ManualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the journal does after it was put back from a copy, on whatever database. */
abstract class RestoredContract {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration SETTLED = Duration.ofMinutes(3);
    private static final Duration VALID = Duration.ofMinutes(30);

    private final ManualTime time = new ManualTime();
    private final List<String> books = new ArrayList<>();
    private boolean isTelling = true;

    @TempDir
    Path folder;

    private JdbcConnectionPool pool;
    private JournalLab lab;

    abstract BridgeStore store();

    @BeforeEach
    void open() {
        pool = store().pool();
        lab = new JournalLab(pool, time, once -> List.of(new Writes(once)));
    }

    @AfterEach
    void close() {
        Optional.ofNullable(pool).ifPresent(JdbcConnectionPool::dispose);
    }

    /** Acts once under the intent's id, and reads back by the document, if the vendor tells. */
    private final class Writes implements Action {

        private final OnceWrites<String, Void, Boolean> writes;

        Writes(Once once) {
            writes = once.writes(
                    Kind.builder("test/act", String.class, Void.class, Boolean.class)
                            .ids(IdPolicy.PLAIN)
                            .content(ContentPolicy.STORED)
                            .lease(LEASE)
                            .settling(LEASE)
                            .build(),
                    OnceSteps.of(books::add, this::look));
        }

        private ReadBack<Boolean> look(String document) {
            if (!isTelling) {
                return ReadBack.unknown();
            }
            return books.contains(document) ? ReadBack.applied(true) : ReadBack.notApplied();
        }

        @Override
        public ActionSpec spec() {
            return new ActionSpec(
                    "test.act", "Acts.", Effect.ONCE, "", Optional.of(VALID), true, List.of(), List.of(), "");
        }

        @Override
        public ActionResult attempt(ActionCall call) {
            OnceResult<Boolean> result = writes.perform(call.id(), call.document());
            if (result instanceof OnceResult.Done<Boolean>) {
                return ActionResult.done("acted");
            }
            return result instanceof OnceResult.Unknown<Boolean>
                    ? ActionResult.unknown("outcome_unknown")
                    : ActionResult.begun("vendor_asked", Duration.ZERO);
        }
    }

    private Instant putBack(CopyOfTables copy) {
        Instant from = time.now();
        copy.putBack();
        hold().hold("admin", "restored", true);
        lab.engine.acceptInDoubt(true);
        return from;
    }

    private void release(Instant from) {
        hold().release(
                        "admin",
                        "all bases have asked",
                        Optional.of(from),
                        connection -> lab.engine.doubt(connection, from));
        lab.engine.acceptInDoubt(false);
    }

    private Hold hold() {
        return new Hold(lab.database, lab.decisions);
    }

    private IntentState state(Intent intent) {
        return lab.find(intent).state();
    }

    @Test
    void givenSentSinceTheCopy_whenReleased_thenIsFoundDoneAndNotSent() {
        Intent known = lab.accept("d-known", "1");
        CopyOfTables copy = CopyOfTables.of(lab.database);
        Intent lost = lab.accept("d-lost", "2");
        lab.ringDue();
        assertThat(books).containsExactly("d-known", "d-lost");

        Instant from = putBack(copy);
        assertThat(lab.intents.find(lost.id())).isEmpty();
        Intent again = lab.accept("d-lost", "2");
        release(from);
        lab.ringDue();

        assertThat(state(known)).isEqualTo(IntentState.DONE);
        assertThat(state(again)).isEqualTo(IntentState.DONE);
        assertThat(books).containsExactly("d-known", "d-lost");
        assertThat(lab.once.pending()).isEmpty();
    }

    @Test
    void givenNotSentBefore_whenSettled_thenIsSentOnce() {
        CopyOfTables copy = CopyOfTables.of(lab.database);
        Instant from = putBack(copy);
        Intent intent = lab.accept("d-new", "1");
        release(from);

        lab.ringDue();
        Intent looking = lab.find(intent);
        assertThat(books).isEmpty();
        lab.after(SETTLED);

        assertThat(looking.state()).isEqualTo(IntentState.WORKING);
        assertThat(state(intent)).isEqualTo(IntentState.DONE);
        assertThat(books).containsExactly("d-new");
    }

    @Test
    void givenNotSentBefore_whenItsTimeIsOver_thenIsRefusedUnsent() {
        Intent intent = lab.accept("d-old", "1");
        Instant from = putBack(CopyOfTables.of(lab.database));
        time.advance(VALID.plusMinutes(1));
        release(from);

        lab.ringDue();
        Intent looking = lab.find(intent);
        lab.after(SETTLED);

        assertThat(looking.state()).as("nobody knows yet").isEqualTo(IntentState.WORKING);
        assertThat(lab.find(intent).code()).isEqualTo("too_late");
        assertThat(books).isEmpty();
    }

    @Test
    void givenTooLateBeforeTheCopy_whenReleased_thenIsRefusedUnasked() {
        Intent intent = lab.accept("d-old", "1");
        time.advance(VALID.plusMinutes(1));
        release(putBack(CopyOfTables.of(lab.database)));
        isTelling = false;

        lab.ringDue();

        assertThat(lab.find(intent).code()).isEqualTo("too_late");
    }

    @Test
    void givenVendorThatDoesNotTell_whenReleased_thenAPersonDecides() {
        CopyOfTables copy = CopyOfTables.of(lab.database);
        isTelling = false;
        Instant from = putBack(copy);
        Intent one = lab.accept("d-1", "1");
        Intent two = lab.accept("d-2", "2");
        release(from);
        lab.ringDue();
        lab.after(Duration.ofHours(3));
        IntentState before = state(one);
        assertThat(books).isEmpty();

        Intent unused = lab.intents.resolve(one.id(), Resolution.sendAgain("admin", "the vendor was asked"));
        Intent unusedToo = lab.intents.resolve(two.id(), Resolution.happened(Fields.none(), "admin", "seen"));
        lab.ringDue();

        assertThat(before).isEqualTo(IntentState.UNKNOWN);
        assertThat(state(one)).isEqualTo(IntentState.DONE);
        assertThat(state(two)).isEqualTo(IntentState.DONE);
        assertThat(books).containsExactly("d-1");
    }

    @Test
    void givenBeginningInTheCopy_whenReleased_thenIsReadBack() {
        Intent intent = lab.accept("d-1", "1");
        isTelling = false;
        OnceWrites<String, Void, Boolean> dying = new Writes(Once.over(lab.once.store(), time)).writes;
        var unused = dying.begin(intent.id(), "d-1");
        CopyOfTables copy = CopyOfTables.of(lab.database);
        books.add("d-1");
        isTelling = true;

        release(putBack(copy));
        lab.after(SETTLED);

        assertThat(state(intent)).isEqualTo(IntentState.DONE);
        assertThat(books).containsExactly("d-1");
    }

    @Test
    void givenEventOlderThanTheRelease_whenItComesAgain_thenIsReadBackFirst() {
        release(putBack(CopyOfTables.of(lab.database)));
        Instant before = time.now().minusSeconds(1);
        time.advance(Duration.ofSeconds(1));
        books.add("d-old");

        Intent old =
                lab.intents.accept(JournalLab.request("d-old", "1"), before).intent();
        Intent young = lab.intents
                .accept(JournalLab.request("d-young", "2"), time.now())
                .intent();
        lab.ringDue();

        assertThat(state(old)).isEqualTo(IntentState.DONE);
        assertThat(state(young)).isEqualTo(IntentState.DONE);
        assertThat(books).containsExactly("d-old", "d-young");
    }

    @Test
    void givenRestored_whenReleasedWithoutFrom_thenRefused() {
        Instant from = putBack(CopyOfTables.of(lab.database));
        Optional<Instant> later = Optional.of(from.plusSeconds(1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> hold().release("admin", "why not", Optional.empty(), connection -> {}))
                .withMessageContaining("from when");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hold().release("admin", "why not", later, connection -> {}))
                .withMessageContaining("future");
        assertThat(hold().find()).map(Held::isRestored).contains(true);
    }

    @Test
    void givenBaseAheadOfTheJournal_whenReleased_thenItsIntentsAreReadBackAndItsNumbersGoOn() {
        Intent first = lab.accept("d-1", "1");
        lab.ringDue();
        Intent known = lab.accept("d-2", "2");
        CopyOfTables copy = CopyOfTables.of(lab.database);
        lab.ringDue();
        long seen = lab.intents.lastEvent("zup");
        copy.putBack();
        time.advance(Duration.ofSeconds(1));

        lab.intents.behind("zup", seen);
        Intent other = lab.intents
                .accept(new IntentRequest(
                        IntentKey.of("shop", "test.act", "d-shop"), "north", Fields.of("card", "9"), Optional.empty()))
                .intent();
        lab.ringDue();
        Intent waiting = lab.find(known);
        List<Held> held = lab.engine.heldBases();
        assertThatThrownBy(() -> lab.engine.releaseBase(
                        "zup", "admin", "too early", time.now().plusSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        lab.engine.releaseBase("zup", "admin", "it was restored", time.now());
        lab.ringDue();
        Instant before = time.now().minusSeconds(1);
        books.add("d-late");
        Intent late =
                lab.intents.accept(JournalLab.request("d-late", "8"), before).intent();
        lab.ringDue();

        assertThat(state(late)).isEqualTo(IntentState.DONE);
        assertThat(waiting.code()).isEqualTo("base_held");
        assertThat(held).extracting(Held::base).containsExactly("zup");
        assertThat(state(other)).isEqualTo(IntentState.DONE);
        assertThat(state(known)).isEqualTo(IntentState.DONE);
        assertThat(books).containsExactly("d-1", "d-2", "d-shop", "d-late");
        assertThat(lab.engine.heldBases()).isEmpty();
        assertThat(lab.decisions.list(0, 10)).singleElement().satisfies(decision -> {
            assertThat(decision.what()).isEqualTo("release a base");
            assertThat(decision.reason()).contains("it was restored");
        });
        assertThat(lab.intents.events("zup", seen, 10)).extracting(Intent::id).containsExactly(known.id(), late.id());
        assertThat(lab.find(first).event()).isLessThan(seen);
        assertThatThrownBy(() -> lab.engine.releaseBase("zup", "admin", "twice", time.now()))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void givenImpossibleNumber_whenReleased_thenNumbersStayPossible() {
        Intent intent = lab.accept("d-1", "1");
        lab.ringDue();

        lab.intents.behind("zup", Long.MAX_VALUE);
        lab.engine.releaseBase("zup", "admin", "a mistake of the base", time.now());

        assertThat(lab.intents.lastEvent("zup"))
                .isBetween(lab.find(intent).event(), time.now().toEpochMilli() + 1);
    }

    @Test
    void givenMarkBesideTheStore_whenTheJournalIsOlder_thenItIsNoticedUntilReleased() {
        HighWater mark = mark();
        assertThat(mark.look()).isEmpty();
        CopyOfTables copy = CopyOfTables.of(lab.database);
        Intent unused = lab.accept("d-1", "1");
        time.advance(Duration.ofSeconds(5));
        assertThat(mark.look()).as("written one look later").isEmpty();
        assertThat(mark.look()).isEmpty();

        copy.putBack();
        Optional<String> running = mark.look();
        mark.close();
        Optional<String> started = mark().look();
        time.advance(Duration.ofMinutes(1));
        release(putBack(copy));

        assertThat(running).hasValueSatisfying(why -> assertThat(why).contains("copy"));
        assertThat(started).isPresent();
        assertThat(mark().look()).isEmpty();
    }

    @Test
    void givenMark_whenOnlyEventsAreLacking_thenItIsNoticed() {
        Intent unused = lab.accept("d-1", "1");
        CopyOfTables copy = CopyOfTables.of(lab.database);
        lab.ringDue();
        mark().close();

        copy.putBack();

        assertThat(mark().look()).isPresent();
    }

    @Test
    void givenMark_whenIntentsAreForgotten_thenNothingIsNoticed() {
        Intent unused = lab.accept("d-1", "1");
        lab.ringDue();
        HighWater mark = mark();
        mark.close();
        time.advance(Keep.usual().keys().plusDays(1));
        lab.engine.retention().run();
        assertThat(lab.intents.list(IntentQuery.all())).isEmpty();

        assertThat(mark().look()).isEmpty();
    }

    @Test
    void givenMark_whenTheJournalIsAnother_thenItIsNoticed() {
        mark().close();
        BridgeStore.execute(pool, "update mb_schema_version set journal = 'OTHER'");

        assertThat(mark().look()).hasValueSatisfying(why -> assertThat(why).contains("OTHER"));
    }

    private HighWater mark() {
        return new HighWater(lab.database, folder.resolve("mostik-bridge.mark"), time, Keep.usual());
    }
}
