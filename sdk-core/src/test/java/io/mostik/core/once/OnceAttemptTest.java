package io.mostik.core.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.StateStore;
import io.mostik.core.StateStoreException;
import io.mostik.core.TransportException;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.MortalStore;
import io.mostik.core.test.MortalStore.Point;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the holder of a write may do, and what is noted and logged when others move the same records meanwhile. */
class OnceAttemptTest {

    private static final Logger LOGGER = Logger.getLogger("io.mostik.once");
    private static final String ID = "order-1";

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private final MortalStore mine = MortalStore.over(store).clock(time);
    private final Records<Integer> sides = Records.of(store, "test/side/", Integer.class);
    private final List<String> sent = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private Runnable sending = () -> {};
    private final OnceWrites<String, Void, String> writes = node(mine, true);

    @BeforeEach
    void listen() {
        LOGGER.setFilter(line -> lines.add(MessageFormat.format(line.getMessage(), line.getParameters())) && false);
    }

    @AfterEach
    void endListening() {
        LOGGER.setFilter(null);
    }

    private OnceWrites<String, Void, String> node(StateStore connection, boolean isFirst) {
        SideRecord<Integer> side =
                Records.of(connection, "test/side/", Integer.class).at("a");
        return Once.over(connection, time).writes(OnceLab.kind().build(), new OnceSteps<String, Void, String>() {
            @Override
            public List<SideRecord<?>> sideRecords(String asked) {
                return List.of(side);
            }

            @Override
            public Sent<String> send(String asked, Optional<Void> before) {
                sent.add(asked);
                if (isFirst) {
                    sending.run();
                }
                return Sent.result(asked);
            }

            @Override
            public ReadBack<String> readBack(String asked, Optional<Void> before) {
                return ReadBack.notApplied();
            }

            @Override
            public void moved(Move<String, Void, String> move, SideRecords moved) {
                moved.put(side, moved.get(side).orElse(0) + 1);
            }
        });
    }

    private OnceWrites<String, Void, String> other() {
        return node(MortalStore.over(store).clock(time), false);
    }

    /** Another changes a side record before each of so many trips to the store. */
    private void disturb(int trips) {
        for (int trip = 1; trip <= trips; trip++) {
            mine.at(Point.before(mine.trips() + trip), () -> sides.update("a", known -> known.orElse(0) + 1));
        }
    }

    private static TransportException failure(Outcome outcome) {
        return new TransportException("spoiled", FailureInfo.temporary("vendor.get", outcome, Phase.CONNECT), null);
    }

    @Test
    void givenAttemptThatEnded_whenUsedAgain_thenRefused() {
        Attempt<String, Void, String> attempt = writes.begin(ID, "500");
        attempt.send();

        assertThatThrownBy(attempt::send).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> attempt.done(Sent.result("x"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> attempt.failed(failure(Outcome.UNKNOWN))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(attempt::release).isInstanceOf(IllegalStateException.class);
        assertThat(sent).containsExactly("500");
    }

    @Test
    void givenAttemptReleased_whenUsedAgain_thenRefused() {
        Attempt<String, Void, String> attempt = writes.begin(ID, "500");
        attempt.release();

        assertThatThrownBy(attempt::send).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(attempt::release).isInstanceOf(IllegalStateException.class);
        assertThat(writes.state(ID)).isEqualTo(WriteState.NONE);
        assertThat(sent).isEmpty();
    }

    @Test
    void givenPlan_whenReleased_thenIsDueAtOnce() {
        writes.plan(ID, "500");
        writes.begin(ID, "500").release();

        assertThat(writes.pending()).singleElement().satisfies(open -> {
            assertThat(open.state()).isEqualTo(WriteState.PLANNED);
            assertThat(open.next()).contains(time.now());
        });
        assertThat(writes.runDue(3)).isEqualTo(1);
        assertThat(writes.find(ID)).contains(new OnceResult.Done<>(Optional.of("500"), OnceResult.How.EARLIER));
    }

    @Test
    void givenOthersOnSideRecords_whenDone_thenNotedAllTheSame() {
        sending = () -> disturb(6);

        assertThat(writes.perform(ID, "500")).isInstanceOf(OnceResult.Done.class);

        assertThat(writes.state(ID)).isEqualTo(WriteState.DONE);
        assertThat(sides.find("a").orElseThrow().value()).isGreaterThan(2);
        assertThat(lines).isEmpty();
    }

    @Test
    void givenOthersOnSideRecordsForEver_whenDone_thenToldAndLogged() {
        sending = () -> disturb(300);

        assertThat(writes.perform(ID, "500")).isInstanceOf(OnceResult.Done.class);

        assertThat(lines).singleElement().asString().contains(ID, "others change its side records");
        assertThat(writes.state(ID)).isEqualTo(WriteState.SENDING);
    }

    @Test
    void givenStoreDown_whenDone_thenLoggedWithoutContent() {
        sending = () -> mine.failAt(Point.before(mine.trips() + 1));

        assertThat(writes.perform(ID, "canary")).isInstanceOf(OnceResult.Done.class);

        assertThat(lines)
                .singleElement()
                .asString()
                .contains(ID, "could not be noted")
                .doesNotContain("canary");
    }

    @Test
    void givenStoreDown_whenFailed_thenFailureCarriesIt() {
        sending = () -> {
            mine.failAt(Point.before(mine.trips() + 1));
            throw failure(Outcome.REJECTED);
        };

        assertThatThrownBy(() -> writes.perform(ID, "500")).satisfies(failure -> {
            assertThat(failure).isInstanceOf(TransportException.class);
            assertThat(failure.getSuppressed()).singleElement().isInstanceOf(StateStoreException.class);
        });
        assertThat(lines).singleElement().asString().contains("could not be noted");
    }

    @Test
    void givenSleeper_whenAnotherHasSent_thenFlaggedAndLogged() {
        List<OnceResult<String>> third = new ArrayList<>();
        sending = () -> {
            time.advance(OnceLab.BEYOND);
            Attempt<String, Void, String> second = other().begin(ID, "500");
            time.advance(OnceLab.BEYOND);
            other().perform(ID, "500");
            third.add(second.done(Sent.result("500")));
        };

        assertThat(writes.perform(ID, "500")).isEqualTo(new OnceResult.Unknown<>(true));

        assertThat(third).containsExactly(new OnceResult.Unknown<>(true));
        assertThat(lines).singleElement().asString().contains(ID, "may have happened twice");
        assertThat(other().resolve(ID, Optional.of("500"))).isTrue();
        assertThat(writes.pending()).isEmpty();
    }

    @Test
    void givenSleeper_whenOthersDisturbToo_thenFlagged() {
        sending = () -> {
            time.advance(OnceLab.BEYOND);
            other().perform(ID, "500");
            disturb(4);
        };

        assertThat(writes.perform(ID, "500")).isEqualTo(new OnceResult.Unknown<>(true));
        assertThat(writes.find(ID)).contains(new OnceResult.Unknown<>(true));
    }

    @Test
    void givenSleeper_whenAnotherGaveItBack_thenItsAnswerCounts() {
        sending = () -> {
            time.advance(OnceLab.BEYOND);
            other().begin(ID, "500").release();
        };

        assertThat(writes.perform(ID, "500")).isInstanceOf(OnceResult.Done.class);

        assertThat(writes.asked(ID)).contains("500");
        assertThat(writes.state(ID)).isEqualTo(WriteState.DONE);
        assertThat(lines).isEmpty();
    }

    @Test
    void givenDone_whenReportedAsDouble_thenAPersonResolves() {
        assertThat(writes.reportDuplicate(ID)).isFalse();
        writes.perform(ID, "500");
        disturb(3);

        assertThat(writes.reportDuplicate(ID)).isTrue();

        assertThat(lines).singleElement().asString().contains("may have happened twice");
        assertThat(writes.find(ID)).contains(new OnceResult.Unknown<>(true));
        assertThat(writes.reportDuplicate(ID)).isFalse();
    }

    @Test
    void givenDeadLetter_whenReplayedAmongOthers_thenIsSent() {
        writes.plan(ID, "500");
        sending = () -> {
            throw failure(Outcome.REJECTED);
        };
        writes.runDue(1);
        assertThat(writes.state(ID)).isEqualTo(WriteState.REFUSED);
        sending = () -> {};
        disturb(3);

        assertThat(writes.replay(ID)).isTrue();
        assertThat(writes.replay(ID)).isFalse();

        assertThat(writes.runDue(1)).isEqualTo(1);
        assertThat(writes.state(ID)).isEqualTo(WriteState.DONE);
    }

    @Test
    void givenUnknown_whenResolvedAmongOthers_thenItsState() {
        sending = () -> {
            throw failure(Outcome.UNKNOWN);
        };
        assertThatThrownBy(() -> writes.perform(ID, "500")).isInstanceOf(TransportException.class);
        disturb(3);

        assertThat(writes.resolve(ID, Optional.of("seen"))).isTrue();
        assertThat(writes.resolve(ID, Optional.of("again"))).isFalse();

        assertThat(writes.find(ID)).contains(new OnceResult.Done<>(Optional.of("seen"), OnceResult.How.RESOLVED));
    }

    @Test
    void givenListedWrite_whenSentSince_thenItsResolutionIsRefused() {
        sending = () -> {
            throw failure(Outcome.UNKNOWN);
        };
        assertThatThrownBy(() -> writes.perform(ID, "500")).isInstanceOf(TransportException.class);
        OpenWrite listed = writes.pending().findFirst().orElseThrow();
        time.advance(OnceLab.BEYOND);
        assertThatThrownBy(() -> writes.perform(ID, "500")).isInstanceOf(TransportException.class);
        Once once = Once.over(store, time);
        OnceWrites<String, Void, String> known =
                once.writes(OnceLab.kind().build(), OnceSteps.of(asked -> asked, asked -> ReadBack.notApplied()));

        assertThat(once.resolve(listed, false)).isFalse();
        assertThat(once.resolve(known.pending().findFirst().orElseThrow(), false))
                .isTrue();

        assertThat(known.state(ID)).isEqualTo(WriteState.NONE);
    }

    @Test
    void givenTransaction_whenPlannedIn_thenThatStoreHasIt() {
        StateStore transaction = StateStore.inMemory(time);

        assertThat(writes.in(transaction).plan(ID, "500")).isTrue();

        assertThat(transaction.stream("")).isNotEmpty();
        assertThat(store.stream("")).isEmpty();
        assertThat(writes).hasToString("OnceWrites[" + OnceLab.KIND + "]");
        assertThat(writes.begin(ID, "500")).hasToString("Attempt[" + OnceLab.KIND + "]");
    }

    @Test
    void givenAttempt_whenHalfItsLeaseIsOver_thenIsOldAndAtItsEndUnsent() {
        Attempt<String, Void, String> attempt = writes.begin(ID, "500");

        assertThat(attempt.isOld()).isFalse();
        time.advance(OnceLab.LEASE.dividedBy(2));
        assertThat(attempt.isOld()).isTrue();
        time.advance(Duration.ofMinutes(1));

        assertThat(attempt.send()).isEqualTo(new OnceResult.InProgress<>(time.now()));
        assertThat(sent).isEmpty();
    }
}
