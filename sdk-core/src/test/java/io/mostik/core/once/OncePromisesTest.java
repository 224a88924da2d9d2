package io.mostik.core.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.core.StateStore.Entry;
import io.mostik.core.StateStoreException;
import io.mostik.core.TransportException;
import io.mostik.core.once.OnceResult.Done;
import io.mostik.core.once.OnceResult.How;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.MortalStore;
import io.mostik.core.test.MortalStore.Point;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** What a kind and its steps may ask of the engine: what is kept of a content, for how long, and what stops a write. */
@OnEveryStore
class OncePromisesTest {

    private static final SecretKey KEY = key("0123456789abcdef");
    private static final String ID = "anna@canary.example";

    private final ManualTime time = new ManualTime();
    private final StateStore store;
    private final List<String> sent = new ArrayList<>();
    private Supplier<Before<String, String>> before = Before::nothing;
    private Supplier<ReadBack<String>> shown = ReadBack::notApplied;
    private Runnable admitting = () -> {};
    private Runnable sending = () -> {};

    OncePromisesTest(EngineStore stores) {
        store = stores.empty(time);
    }

    private static SecretKey key(String text) {
        return new SecretKeySpec(text.getBytes(StandardCharsets.US_ASCII), "AES");
    }

    private static Kind.Builder<String, String, String> kind() {
        return Kind.builder("test/promise", String.class, String.class, String.class)
                .ids(IdPolicy.PERSONAL)
                .content(ContentPolicy.STORED)
                .lease(OnceLab.LEASE)
                .settling(OnceLab.SETTLING);
    }

    private OnceWrites<String, String, String> writes(
            StateStore connection, UnaryOperator<Kind.Builder<String, String, String>> settings) {
        return Once.over(connection, time).writes(settings.apply(kind()).build(), new Steps(connection));
    }

    private OnceWrites<String, String, String> writes(UnaryOperator<Kind.Builder<String, String, String>> settings) {
        return writes(MortalStore.over(store).clock(time), settings);
    }

    /** Steps with a side record that another may change at any time. */
    private final class Steps implements OnceSteps<String, String, String> {

        private final SideRecord<Integer> side;

        Steps(StateStore connection) {
            side = Records.of(connection, "test/side/", Integer.class).at("a");
        }

        @Override
        public List<SideRecord<?>> sideRecords(String asked) {
            return List.of(side);
        }

        @Override
        public void admit(String asked, WriteState state, SideRecords sides) {
            admitting.run();
        }

        @Override
        public Before<String, String> before(String asked) {
            return before.get();
        }

        @Override
        public Sent<String> send(String asked, Optional<String> known) {
            sending.run();
            sent.add(asked);
            return Sent.result(
                    "result of " + asked + known.map(" after "::concat).orElse(""));
        }

        @Override
        public ReadBack<String> readBack(String asked, Optional<String> known) {
            return shown.get();
        }

        @Override
        public void moved(Move<String, String, String> move, SideRecords sides) {
            sides.put(side, sides.get(side).orElse(0) + 1);
        }
    }

    private String everythingStored() {
        try (var entries = store.stream("")) {
            return entries.map(entry -> entry.key() + "=" + entry.value()).collect(Collectors.joining("\n"));
        }
    }

    private static SdkException failure(Outcome outcome) {
        return new TransportException("spoiled", FailureInfo.temporary("vendor.get", outcome, Phase.CONNECT), null);
    }

    @Test
    void givenSealedContent_whenLookingIntoStore_thenIsUnreadable() {
        before = () -> Before.state("canary-before");
        OnceWrites<String, String, String> writes = writes(kind -> kind.sealedWith(KEY));

        OnceResult<String> done = writes.perform(ID, "canary-content");

        assertThat(done).isEqualTo(new Done<>(Optional.of("result of canary-content after canary-before"), How.SENT));
        assertThat(writes.perform(ID, "canary-content"))
                .isEqualTo(new Done<>(Optional.of("result of canary-content after canary-before"), How.EARLIER));
        assertThat(everythingStored()).doesNotContain("canary");
    }

    @Test
    void givenSealedPlan_whenRunByAnotherKey_thenNothingIsSent() {
        writes(kind -> kind.sealedWith(KEY)).plan(ID, "canary-content");

        writes(kind -> kind.sealedWith(key("fedcba9876543210"))).runDue(3);
        assertThat(sent).isEmpty();

        time.advance(Duration.ofHours(1));
        writes(kind -> kind.sealedWith(KEY)).runDue(3);
        assertThat(sent).containsExactly("canary-content");
    }

    @Test
    void givenDigestedContent_whenKnown_thenComparedAndNotKept() {
        OnceWrites<String, String, String> writes = writes(kind -> kind.content(ContentPolicy.DIGESTED));
        writes.perform(ID, "500");

        assertThat(writes.asked(ID)).isEmpty();
        assertThatThrownBy(() -> writes.perform(ID, "501")).isInstanceOf(KeyReuseException.class);
        assertThatThrownBy(() -> writes.plan("b", "500")).isInstanceOf(IllegalStateException.class);
        assertThat(sent).containsExactly("500");
    }

    @Test
    void givenIgnoredContent_whenToldInOtherWords_thenOnce() {
        OnceWrites<String, String, String> writes = writes(kind -> kind.content(ContentPolicy.IGNORED));
        writes.perform(ID, "500");

        assertThat(writes.perform(ID, "five hundred")).isInstanceOf(Done.class);
        assertThat(sent).containsExactly("500");
    }

    @Test
    void givenPersonalId_whenOpen_thenItIsReadableNowhere() {
        OnceWrites<String, String, String> writes = writes(kind -> kind.content(ContentPolicy.DIGESTED));
        sending = () -> {
            throw failure(Outcome.UNKNOWN);
        };
        assertThatThrownBy(() -> writes.perform(ID, "500")).hasMessageNotContaining("canary");

        assertThat(everythingStored()).doesNotContain("canary");
        assertThat(writes.pending()).singleElement().asString().doesNotContain("canary");
    }

    @Test
    void givenLookBefore_whenItFails_thenNothingIsNotedOrSent() {
        before = () -> {
            throw failure(Outcome.NOT_SENT);
        };

        assertThatThrownBy(() -> writes(kind -> kind).perform(ID, "500")).isInstanceOf(SdkException.class);

        assertThat(sent).isEmpty();
        assertThat(everythingStored()).isEmpty();
    }

    @Test
    void givenWantedState_whenPerforming_thenNothingIsNotedOrSent() {
        before = () -> Before.nothingToDo("there");

        assertThat(writes(kind -> kind).perform(ID, "500")).isEqualTo(new Done<>(Optional.of("there"), How.SEEN));

        assertThat(sent).isEmpty();
        assertThat(everythingStored()).isEmpty();
    }

    @Test
    void givenPlanForWhatIsThere_whenRun_thenItIsDoneUnsent() {
        OnceWrites<String, String, String> writes = writes(kind -> kind);
        writes.plan(ID, "500");
        before = () -> Before.nothingToDo("there");

        writes.runDue(3);

        assertThat(writes.state(ID)).isEqualTo(WriteState.DONE);
        assertThat(sent).isEmpty();
    }

    @Test
    void givenWorkflowRefusal_whenPerforming_thenNotNotedOrSent() {
        admitting = () -> {
            throw new IllegalStateException("the card serves another order");
        };

        assertThatThrownBy(() -> writes(kind -> kind).perform(ID, "500")).hasMessageContaining("another order");

        assertThat(sent).isEmpty();
        assertThat(everythingStored()).isEmpty();
    }

    @Test
    void givenStoreDownBefore_whenPerforming_thenNothingIsSent() {
        for (Point point : List.of(Point.before(1), Point.after(1), Point.before(2), Point.after(2))) {
            MortalStore failing = MortalStore.over(store).clock(time).failAt(point);

            assertThatThrownBy(() -> writes(failing, kind -> kind).perform("at " + point, "500"))
                    .isInstanceOf(StateStoreException.class);
        }

        assertThat(sent).isEmpty();
    }

    @Test
    void givenStoreDownAfter_whenPerforming_thenCallerHearsTheTruth() {
        MortalStore failing = MortalStore.over(store).clock(time);
        sending = () -> failing.failAt(Point.before(failing.trips() + 1));

        OnceResult<String> told = writes(failing, kind -> kind).perform(ID, "500");

        assertThat(told).isEqualTo(new Done<>(Optional.of("result of 500"), How.SENT));
        time.advance(OnceLab.BEYOND);
        shown = () -> ReadBack.applied("seen");
        assertThat(writes(kind -> kind).perform(ID, "500")).isEqualTo(new Done<>(Optional.of("seen"), How.SEEN));
        assertThat(sent).hasSize(1);
    }

    @Test
    void givenContendedSideRecord_whenPerforming_thenBusyAndUnsent() {
        MortalStore busy = MortalStore.over(store).clock(time);
        Records<Integer> sides = Records.of(store, "test/side/", Integer.class);
        for (int trip = 2; trip <= 8; trip += 2) {
            busy.at(Point.before(trip), () -> sides.update("a", known -> known.orElse(0) + 1));
        }

        OnceResult<String> told = writes(busy, kind -> kind).perform(ID, "500");

        assertThat(told).isEqualTo(new OnceResult.InProgress<>(time.now().plusSeconds(1)));
        assertThat(sent).isEmpty();
        assertThat(writes(kind -> kind).perform(ID, "500")).isInstanceOf(Done.class);
    }

    @Test
    void givenBugAfterTheVendorActed_whenAskedAgain_thenReadBackFirst() {
        sending = () -> {
            sent.add("acted");
            throw new IllegalArgumentException("a bug");
        };
        assertThatThrownBy(() -> writes(kind -> kind).perform(ID, "500")).hasMessage("a bug");
        shown = () -> ReadBack.applied("seen");

        assertThat(writes(kind -> kind).perform(ID, "500")).isEqualTo(new Done<>(Optional.of("seen"), How.SEEN));
        assertThat(sent).containsExactly("acted");
    }

    @Test
    void givenTimeToKeep_whenItIsOver_thenDoneIsForgottenAndOpenIsNot() {
        OnceWrites<String, String, String> writes = writes(kind -> kind.keep(Duration.ofDays(30)));
        writes.perform("done", "500");
        sending = () -> {
            throw failure(Outcome.UNKNOWN);
        };
        assertThatThrownBy(() -> writes.perform("open", "500")).isInstanceOf(SdkException.class);

        time.advance(Duration.ofDays(29));
        assertThat(writes.state("done")).isEqualTo(WriteState.DONE);
        time.advance(Duration.ofDays(2));

        assertThat(writes.state("done")).isEqualTo(WriteState.NONE);
        assertThat(writes.state("open")).isEqualTo(WriteState.UNKNOWN);
        assertThat(writes.pending()).hasSize(1);
    }

    @Test
    void givenContentUntilDone_whenDone_thenOnlyTheIdIsKept() {
        OnceWrites<String, String, String> writes = writes(Kind.Builder::contentUntilDone);
        writes.plan(ID, "canary-content");
        writes.runDue(3);

        assertThat(writes.state(ID)).isEqualTo(WriteState.DONE);
        assertThat(store.stream("once/").map(Entry::value))
                .singleElement()
                .asString()
                .doesNotContain("\"asked\"");
        assertThat(writes.plan(ID, "canary-content")).isFalse();
    }

    @Test
    void givenMissingSetting_whenBuildingAKind_thenNamesIt() {
        Supplier<Kind.Builder<String, Void, String>> bare =
                () -> Kind.builder("test/bare", String.class, Void.class, String.class);

        assertThatThrownBy(() -> bare.get().build()).hasMessageContaining("ids");
        assertThatThrownBy(() -> bare.get().ids(IdPolicy.PLAIN).build()).hasMessageContaining("content");
        assertThatThrownBy(() -> bare.get()
                        .ids(IdPolicy.PLAIN)
                        .content(ContentPolicy.STORED)
                        .build())
                .hasMessageContaining("lease");
        assertThatThrownBy(() -> kind().content(ContentPolicy.SEALED).build()).hasMessageContaining("sealedWith");
    }
}
