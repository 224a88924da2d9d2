package io.mostik.bridge.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.bridge.BridgeStore;
import io.mostik.bridge.Keep;
import io.mostik.bridge.decision.Decision;
import io.mostik.core.StateStoreException;
import io.mostik.core.once.Inbox;
import io.mostik.core.once.Once;
import io.mostik.core.once.OpenWrite;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What failed stays until a person dismisses it. */
class DismissalsTest {

    private static final int MORE_THAN_A_STEP = 250;
    private static final Map<String, String> GOOD = Map.of("phone", "+36301112233");
    private static final Keep SHORT =
            new Keep(Duration.ofDays(10), Duration.ofDays(10), Duration.ofDays(100), Duration.ofDays(900));

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void givenFailedRun_whenDismissed_thenIsNoFailureAndWrittenDown(String store) {
        try (LinkLab lab = new LinkLab(BridgeStore.named(store), LinkLab.SIGNALS)) {
            lab.tell("e-1", GOOD);
            Run good = lab.last("signals");
            lab.tell("e-2", Map.of("phone", "x"));
            Run bad = lab.last("signals");

            assertThatIllegalArgumentException().isThrownBy(() -> lab.links.dismiss(bad.id(), "Nóra", " "));
            Run kept = lab.last("signals");
            boolean unfit = lab.links.dismiss(good.id(), "Nóra", "a test number");
            boolean first = lab.links.dismiss(bad.id(), "Nóra", "a test number");
            boolean again = lab.links.dismiss(bad.id(), "Pál", "a test number");

            assertThat(kept.state()).isEqualTo(RunState.INCOMPLETE);
            assertThat(List.of(unfit, first, again)).containsExactly(false, true, false);
            Run dismissed = lab.links.find(bad.id()).orElseThrow();
            assertThat(dismissed.state()).isEqualTo(RunState.CANCELLED);
            assertThat(dismissed.code()).isEqualTo("link_dismissed");
            assertThat(lab.bridge.decisions().list(0, 10)).singleElement().satisfies(decision -> {
                assertThat(decision.who()).isEqualTo("Nóra");
                assertThat(decision.about()).isEqualTo(bad.id());
                assertThat(decision.reason()).contains("a test number");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void givenOldRuns_whenForgotten_thenOnlyWhatFailedStays(String store) {
        try (LinkLab lab = new LinkLab(BridgeStore.named(store), LinkLab.SIGNALS)) {
            lab.links.keep(SHORT);
            lab.tell("e-1", Map.of("phone", "x"));
            Run bad = lab.last("signals");
            int many = store.equals("H2") ? MORE_THAN_A_STEP : 10;
            for (int i = 0; i < many; i++) {
                lab.tell("e-good-" + i, GOOD);
            }
            lab.time.advance(Duration.ofDays(50));
            lab.tell("e-new", GOOD);
            lab.links.forget();
            List<Run> told = told(lab);
            lab.time.advance(Duration.ofDays(60));
            lab.links.forget();
            List<Run> left = all(lab);

            boolean unused = lab.links.dismiss(bad.id(), "Nóra", "too old");
            lab.links.forget();

            assertThat(told).extracting(Run::key).containsExactly("e-new", "e-1");
            assertThat(left).extracting(Run::key).containsExactly("e-new", "e-1");
            assertThat(all(lab)).extracting(Run::key).containsExactly("e-new");
        }
    }

    @Test
    void givenDeadSignal_whenDismissed_thenIsGoneAndNotTakenAgain() {
        try (LinkLab lab = new LinkLab(BridgeStore.h2(), LinkLab.SIGNALS)) {
            letter(lab, "e-1");
            letter(lab, "e-2");
            OpenWrite dead = dead(lab).get(0);

            assertThatIllegalArgumentException().isThrownBy(() -> lab.links.dismiss(dead, "Nóra", ""));
            boolean first = lab.links.dismiss(dead, "Nóra", "sent by mistake");
            boolean again = lab.links.dismiss(dead, "Pál", "sent by mistake");
            lab.tell("e-1", GOOD);
            lab.tell("e-2", GOOD);

            assertThat(first).isTrue();
            assertThat(again).isFalse();
            assertThat(dead(lab))
                    .extracting(OpenWrite::ref)
                    .doesNotContain(dead.ref())
                    .hasSize(1);
            assertThat(all(lab)).isEmpty();
            assertThat(lab.bridge.decisions().list(0, 10))
                    .extracting(Decision::about)
                    .contains("webhook/bridge/signals/" + dead.ref());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "H2, mb_decision, who <> 'Nóra'",
        "H2, mostik_state, state_value not like '%RESOLVED%'",
        "PostgreSQL, mb_decision, who <> 'Nóra'",
        "PostgreSQL, mostik_state, state_value not like '%RESOLVED%'"
    })
    void givenFailingStep_whenDeadSignalIsDismissed_thenAllStays(String store, String table, String allowed) {
        try (LinkLab lab = new LinkLab(BridgeStore.named(store), LinkLab.SIGNALS)) {
            letter(lab, "e-1");
            OpenWrite dead = dead(lab).get(0);
            BridgeStore.execute(lab.pool, "alter table " + table + " add constraint no_more check (" + allowed + ")");

            assertThatThrownBy(() -> lab.links.dismiss(dead, "Nóra", "sent by mistake"))
                    .isInstanceOf(StateStoreException.class);

            assertThat(dead(lab)).extracting(OpenWrite::ref).containsExactly(dead.ref());
            assertThat(lab.bridge.decisions().list(0, 10)).isEmpty();
            BridgeStore.execute(lab.pool, "alter table " + table + " drop constraint no_more");
            assertThat(lab.links.dismiss(dead, "Nóra", "sent by mistake")).isTrue();
            assertThat(dead(lab)).isEmpty();
            assertThat(lab.bridge.decisions().list(0, 10)).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "H2, mb_decision, who <> 'Nóra'",
        "H2, mb_run, intent is null or event_key not like '%#%'",
        "PostgreSQL, mb_decision, who <> 'Nóra'",
        "PostgreSQL, mb_run, intent is null or event_key not like '%#%'"
    })
    void givenFailingStep_whenRunIsTakenAnew_thenNeitherIsKept(String store, String table, String allowed) {
        try (LinkLab lab = new LinkLab(BridgeStore.named(store), LinkLab.SIGNALS)) {
            lab.tell("e-1", GOOD);
            Run run = lab.last("signals");
            BridgeStore.execute(lab.pool, "alter table " + table + " add constraint no_more check (" + allowed + ")");

            assertThatThrownBy(() -> lab.links.replayAnew(run.id(), "Nóra", "it was lost"))
                    .isInstanceOf(StateStoreException.class);

            assertThat(all(lab)).extracting(Run::key).containsExactly("e-1");
            assertThat(lab.bridge.decisions().list(0, 10)).isEmpty();
            BridgeStore.execute(lab.pool, "alter table " + table + " drop constraint no_more");
            assertThat(lab.links.replayAnew(run.id(), "Nóra", "it was lost")).isPresent();
            assertThat(lab.bridge.decisions().list(0, 10)).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void givenFailuresBehindOthers_whenListed_thenTheyAreFound(String store) {
        try (LinkLab lab = new LinkLab(BridgeStore.named(store), LinkLab.SIGNALS)) {
            lab.tell("e-1", Map.of("phone", "x"));
            lab.tell("e-2", Map.of("phone", "x"));
            lab.tell("e-3", GOOD);

            List<Run> last = lab.links.failed("signals", 1);
            boolean isDismissed = lab.links.dismiss(last.get(0).id(), "Nóra", "a test number");

            assertThat(last).extracting(Run::key).containsExactly("e-2");
            assertThat(isDismissed).isTrue();
            assertThat(lab.links.failed("signals", 9)).extracting(Run::key).containsExactly("e-1");
            assertThat(lab.links.failed("others", 9)).isEmpty();
        }
    }

    private static void letter(LinkLab lab, String id) {
        try (Inbox<String> inbox = Inbox.builder(
                        Once.over(lab.bridge.store(), lab.time), "bridge/signals", String::valueOf)
                .open(event -> {})) {
            assertThat(inbox.acceptUnreadable("base.signal//" + id, "no event", "tried too often"))
                    .isTrue();
        }
    }

    private static List<OpenWrite> dead(LinkLab lab) {
        try (Stream<OpenWrite> dead = lab.links.inboxes().deadLetters()) {
            return dead.toList();
        }
    }

    private static List<Run> told(LinkLab lab) {
        return all(lab).stream()
                .filter(run -> !run.event().data().names().isEmpty())
                .toList();
    }

    private static List<Run> all(LinkLab lab) {
        return lab.links.history("signals", Optional.empty(), 500);
    }
}
