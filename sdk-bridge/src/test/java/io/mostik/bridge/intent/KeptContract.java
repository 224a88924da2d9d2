package io.mostik.bridge.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.bridge.BridgeStore;
import io.mostik.bridge.Fields;
import io.mostik.bridge.TestAction;
import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.decision.Decision;
import io.mostik.bridge.store.PersonIndex;
import io.mostik.core.Secret;
import io.mostik.core.test.ManualTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the journal keeps, for how long, and what it forgets, on whatever database. */
abstract class KeptContract {

    private final ManualTime time = new ManualTime();
    private Function<ActionCall, ActionResult> behaviour = call -> ActionResult.done("limit_set");
    private final TestAction action = TestAction.of(call -> behaviour.apply(call));
    private JdbcConnectionPool pool;
    private JournalLab lab;

    abstract BridgeStore store();

    @BeforeEach
    void open() {
        pool = store().pool();
        lab = new JournalLab(pool, time, once -> List.of(action));
    }

    @AfterEach
    void close() {
        Optional.ofNullable(pool).ifPresent(JdbcConnectionPool::dispose); // none where the database is missing
    }

    @Test
    void givenEndedIntents_whenTheirTimeIsOver_thenTheyAreForgottenInTwoSteps() {
        Intent intent = lab.accept("d-1", "7");
        lab.ringDue();
        behaviour = call -> ActionResult.unknown("outcome_unknown");
        Intent unknown = lab.accept("d-3", "7");
        lab.ringDue();
        lab.decisions.append("O. Ivanova", "happened", "intent 1", "seen at the bank");
        Intent open = lab.accept("d-2", "7");
        time.advance(Duration.ofDays(91));
        lab.engine.retention().run();
        assertThat(lab.find(intent).fields()).isEqualTo(Fields.none());
        assertThat(lab.find(open).fields().find("sum")).isPresent();
        assertThat(lab.find(unknown).state()).isEqualTo(IntentState.UNKNOWN);
        assertThat(lab.find(unknown).fields().find("sum")).isPresent();
        assertThat(lab.intents.accept(JournalLab.request("d-1", "7")).earlier()).isTrue();
        assertThatThrownBy(() -> lab.accept("d-1", "8")).isInstanceOf(OtherContentException.class);

        time.advance(Duration.ofDays(5 * 365));
        lab.engine.retention().run();

        assertThat(lab.intents.find(intent.id())).isEmpty();
        assertThat(lab.intents.find(open.id())).isPresent();
        assertThat(lab.intents.find(unknown.id())).isPresent();
        assertThat(lab.decisions.list(0, 10)).extracting(Decision::what).containsExactly("forget decisions");
    }

    @Test
    void givenPersonInAnIntent_whenItsFieldsAreForgotten_thenIsNotFoundAnyMore() {
        PersonIndex index = new PersonIndex(Secret.of("pepper-of-a-test"));
        lab.engine.index(index, connection -> Optional.empty());
        Intent unused = lab.accept("d-1", "nora@example.hu");
        String hash = index.hash(PersonIndex.email("nora@example.hu").orElseThrow());
        lab.ringDue();
        lab.engine.retention().run();
        int before = lab.database
                .read("find", c -> PersonIndex.refs(c, PersonIndex.INTENT, hash))
                .size();

        time.advance(Duration.ofDays(91));
        lab.engine.retention().run();

        assertThat(before).isEqualTo(1);
        assertThat(lab.database.<List<String>>read("find", c -> PersonIndex.refs(c, PersonIndex.INTENT, hash)))
                .isEmpty();
    }

    @Test
    void givenDecisions_whenOneIsChangedLater_thenTheChainSaysWhich() {
        for (int i = 1; i <= 3; i++) {
            lab.decisions.append("O. Ivanova", "happened", "intent " + i, "seen at the bank");
        }
        assertThat(lab.decisions.firstBroken()).isEmpty();
        assertThat(lab.decisions.eraseReason(1)).isTrue();
        assertThat(lab.decisions.firstBroken()).isEmpty();

        BridgeStore.execute(pool, "update mb_decision set who = 'somebody else' where number = 2");

        assertThat(lab.decisions.firstBroken()).hasValue(2);
    }
}
