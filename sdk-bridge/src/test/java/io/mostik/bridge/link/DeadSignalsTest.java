package io.mostik.bridge.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.BridgeStore;
import io.mostik.bridge.trigger.BridgeEvent;
import io.mostik.core.once.OpenWrite;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signals that could not be taken over however often it was tried. */
class DeadSignalsTest {

    private static final int MORE_THAN_ALL_TRIES = 20;

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void givenSignalThatAlwaysFails_whenReplayed_thenIsTakenOver(String store) {
        try (LinkLab lab = new LinkLab(BridgeStore.named(store), LinkLab.SIGNALS)) {
            BridgeStore.execute(lab.pool, "alter table mb_intent rename to mb_intent_gone");
            lab.tell("e-1", Map.of("phone", "+36301112233"));
            for (int i = 0; i < MORE_THAN_ALL_TRIES; i++) {
                lab.time.advance(Duration.ofHours(2));
                int handled = lab.links.runDue();
                assertThat(handled).isZero();
            }
            BridgeStore.execute(lab.pool, "alter table mb_intent_gone rename to mb_intent");
            int dueByItself = lab.links.runDue();

            OpenWrite dead = first(lab.links.inboxes().deadLetters()).orElseThrow();
            List<BridgeEvent> events = lab.links.inboxes().read(dead);
            DryRun dry = lab.links.dryRun("signals", events.get(0));
            boolean replayed = lab.links.inboxes().replay(dead);
            int handled = lab.links.runDue();

            assertThat(dueByItself).isZero();
            assertThat(dead.kind()).isEqualTo("webhook/bridge/signals");
            assertThat(events).extracting(BridgeEvent::id).containsExactly("e-1");
            assertThat(dry.request().asMap()).containsEntry("phone", "+36301112233");
            assertThat(replayed).isTrue();
            assertThat(handled).isOne();
            assertThat(first(lab.links.inboxes().pending())).isEmpty();
            assertThat(lab.links.inboxes().read(dead)).isEmpty();
            assertThat(lab.links.history("signals", Optional.empty(), 10))
                    .extracting(Run::state)
                    .containsExactly(RunState.ACCEPTED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void givenDeadSignals_whenHooksHaveNone_thenOthersAreLeft(String store) {
        try (LinkLab lab = new LinkLab(BridgeStore.named(store), LinkLab.SIGNALS)) {
            boolean isNew = lab.links.events().accept(LinkLab.audience("subscribe", "nora@example.hu", lab.time.now()));

            OpenWrite waiting = first(lab.links.inboxes().pending()).orElseThrow();

            assertThat(isNew).isTrue();
            assertThat(first(lab.links.inboxes().deadLetters())).isEmpty();
            assertThat(lab.links.inboxes().replay(waiting))
                    .as("is no dead letter")
                    .isFalse();
        }
    }

    private static Optional<OpenWrite> first(Stream<OpenWrite> items) {
        try (items) {
            return items.findFirst();
        }
    }
}
