package io.mostik.bridge.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.bridge.BridgeStore;
import io.mostik.bridge.DyingDatabase;
import io.mostik.bridge.Fields;
import io.mostik.bridge.TestAction;
import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.store.PersonIndex;
import io.mostik.core.Secret;
import io.mostik.core.test.ManualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What needs no turn may be one statement, and keeps to the same as what is several. */
abstract class WithoutSubjectContract {

    private final ManualTime time = new ManualTime();
    private Function<ActionCall, ActionResult> behaviour = call -> ActionResult.done("done");
    private final TestAction action = TestAction.of(call -> behaviour.apply(call));
    private JdbcConnectionPool pool;
    private DyingDatabase counted;
    private JournalLab lab;

    abstract BridgeStore store();

    /** Returns how many statements and commits accepting takes, once its base is counted. */
    abstract int stepsToAccept();

    /** Returns how many statements and commits noting the end of an attempt takes. */
    abstract int stepsToEnd();

    @BeforeEach
    void open() {
        pool = store().pool();
        counted = new DyingDatabase(pool, Integer.MAX_VALUE, true);
        lab = new JournalLab(counted, time, once -> List.of(action));
    }

    @AfterEach
    void close() {
        Optional.ofNullable(pool).ifPresent(JdbcConnectionPool::dispose); // none where the database is missing
    }

    @Test
    void givenSeveral_whenAccepted_thenEachRingsAndIsToldInOrder() {
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            asked.add(accept("d-" + i).id());
        }
        int rang = lab.ringDue();

        List<Intent> told = lab.intents.events("zup", 0, 10);
        long first = told.get(0).event();
        assertThat(rang).isEqualTo(5);
        assertThat(told).extracting(Intent::id).containsExactlyElementsOf(asked);
        assertThat(told).extracting(Intent::event).containsExactly(first, first + 1, first + 2, first + 3, first + 4);
        assertThat(lab.intents.lastEvent("zup")).isEqualTo(first + 4);
    }

    @Test
    void givenCountedBase_whenAcceptedAndEnded_thenTakesFewSteps() {
        Intent unusedFirst = accept("d-1");
        int before = counted.steps();
        Intent unused = accept("d-2");
        assertThat(counted.steps() - before).isEqualTo(stepsToAccept());

        int[] atEnd = new int[1];
        behaviour = call -> {
            atEnd[0] = counted.steps();
            return ActionResult.done("done");
        };
        List<String> due = lab.due();
        lab.ring(due.get(0));
        lab.ring(due.get(1));
        assertThat(counted.steps() - atEnd[0]).isEqualTo(stepsToEnd());
    }

    @Test
    void givenSameKey_whenAcceptedAgain_thenIsTheEarlierOneOrRefused() {
        Intent unusedOther = accept("d-0");
        Intent intent = accept("d-1");

        Acceptance again = lab.intents.accept(request("d-1", "10"));

        assertThat(again.earlier()).isTrue();
        assertThat(again.intent().id()).isEqualTo(intent.id());
        assertThatThrownBy(() -> lab.intents.accept(request("d-1", "11"))).isInstanceOf(OtherContentException.class);
        assertThat(lab.ringDue()).isEqualTo(2);
    }

    @Test
    void givenBaseAtItsLimit_whenOneMore_thenIsRefusedAndNeverRings() {
        for (int i = 0; i < OpenLimits.MOST; i++) {
            Intent unused = accept("d-" + i);
        }

        assertThatThrownBy(() -> accept("d-more")).isInstanceOf(TooManyOpenException.class);

        assertThat(lab.intents.find(IntentKey.of("zup", "test.act", "d-more"))).isEmpty();
        assertThat(lab.due()).hasSize(OpenLimits.MOST);
    }

    @Test
    void givenOvertakenAttempt_whenItEnds_thenTakesNoNumber() {
        Intent intent = accept("d-1");
        String alarm = lab.due().get(0);
        behaviour = call -> {
            behaviour = again -> ActionResult.done("second");
            lab.ring(alarm);
            return ActionResult.refused("first");
        };

        lab.ring(alarm);

        assertThat(lab.find(intent).code()).isEqualTo("second");
        assertThat(lab.intents.lastEvent("zup")).isEqualTo(lab.find(intent).event());
    }

    @Test
    void givenPerson_whenAccepted_thenIsFound() {
        PersonIndex index = new PersonIndex(Secret.of("pepper"));
        lab.engine.index(index, connection -> Optional.empty());
        Intent unused = accept("d-1");

        Intent intent = lab.intents
                .accept(IntentRequest.of(
                        IntentKey.of("zup", "test.act", "d-2"), "", Fields.of("email", "anna@example.org")))
                .intent();

        List<String> found = lab.database.read(
                "find a person",
                connection -> PersonIndex.refs(
                        connection,
                        PersonIndex.INTENT,
                        index.hash(PersonIndex.email("anna@example.org").orElseThrow())));
        assertThat(found).containsExactly(intent.id());
    }

    JournalLab lab() {
        return lab;
    }

    JdbcConnectionPool database() {
        return pool;
    }

    Intent accept(String document) {
        return lab.intents.accept(request(document, "10")).intent();
    }

    private static IntentRequest request(String document, String sum) {
        return IntentRequest.of(IntentKey.of("zup", "test.act", document), "", Fields.of("sum", sum));
    }
}
