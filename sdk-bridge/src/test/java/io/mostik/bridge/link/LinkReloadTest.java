package io.mostik.bridge.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.bridge.BridgeStore;
import io.mostik.bridge.store.BridgeDatabase;
import io.mostik.bridge.store.Sql;
import io.mostik.bridge.trigger.BridgeEvent;
import io.mostik.bridge.trigger.Triggers;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkReloadTest {

    private static final String SIGNALS = LinkLab.SIGNALS;
    private static final String OTHER_FIELD = SIGNALS.replace("from: phone,", "from: mobile,");
    private static final String RENAMED = SIGNALS.replace("name: signals", "name: people");
    private static final Map<String, String> BOTH = Map.of("phone", "+36301112233", "mobile", "+36309998877");

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void givenWrongSet_whenSwapped_thenOldOneWorksOn(String store) {
        try (LinkLab lab = new LinkLab(BridgeStore.named(store), SIGNALS)) {
            LinkSet before = lab.links.current();

            List<LinkProblem> problems =
                    lab.links.swap(LinkFile.read(OTHER_FIELD.replace("do: test.add", "do: test.ad")));
            lab.tell("e-1", BOTH);

            assertThat(problems)
                    .singleElement()
                    .hasToString("line 2, links.signals.do: test.ad is not known; did you mean test.add?");
            assertThat(lab.links.current()).isSameAs(before);
            assertThat(phone(lab, lab.last("signals"))).isEqualTo("+36301112233");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void givenStoredEvent_whenSwapped_thenItGoesByNewLink(String store) {
        try (LinkLab lab = new LinkLab(BridgeStore.named(store), SIGNALS)) {
            lab.tell("e-1", BOTH);
            Run old = lab.last("signals");
            boolean isNew = lab.links
                    .events()
                    .accept(new BridgeEvent(
                            Triggers.SIGNAL,
                            "",
                            "e-2",
                            lab.time.now(),
                            old.event().data()));

            List<LinkProblem> problems = lab.links.swap(LinkFile.read(OTHER_FIELD));
            int handled = lab.links.runDue();

            Run run = lab.last("signals");
            assertThat(problems).isEmpty();
            assertThat(isNew).isTrue();
            assertThat(handled).isOne();
            assertThat(phone(lab, old)).isEqualTo("+36301112233");
            assertThat(phone(lab, run)).isEqualTo("+36309998877");
            assertThat(run.digest())
                    .isNotEqualTo(old.digest())
                    .isEqualTo(lab.links.current().find("signals").orElseThrow().digest());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void givenNewNameWithoutWas_whenSwapped_thenIsRefused(String store) {
        try (LinkLab lab = new LinkLab(BridgeStore.named(store), SIGNALS)) {
            lab.tell("e-1", BOTH);

            List<LinkProblem> without = lab.links.swap(LinkFile.read(RENAMED));
            List<LinkProblem> with = lab.links.swap(LinkFile.read(RENAMED.replace("  on:", "  was: signals\n  on:")));
            List<LinkProblem> again = lab.links.swap(LinkFile.read(RENAMED.replace("  on:", "  was: signals\n  on:")));
            lab.tell("e-1", BOTH);

            assertThat(without)
                    .singleElement()
                    .asString()
                    .startsWith("line 2, links.people: is signals under another name: say was: signals");
            assertThat(with).isEmpty();
            assertThat(again).isEmpty();
            assertThat(lab.links.history("people", Optional.empty(), 10))
                    .extracting(Run::key)
                    .containsExactly("e-1");
        }
    }

    @Test
    void givenEventUnderWay_whenSwapped_thenItEndsByItsSet() throws Exception {
        try (LinkLab lab = new LinkLab(BridgeStore.h2(), SIGNALS)) {
            RunningSet running = new RunningSet(
                    lab.bridge.database(),
                    LinkCheck.of(Triggers.known(), List.of(), lab.bridge.connections(), Map.of()));
            LinkSet first = LinkFile.read(SIGNALS);
            running.replace(first, lab.time.now());
            List<CompletableFuture<Void>> replaced = new ArrayList<>();

            running.with(during -> {
                replaced.add(CompletableFuture.runAsync(() -> running.replace(LinkSet.none(), lab.time.now())));
                assertThatThrownBy(() -> replaced.get(0).get(200, TimeUnit.MILLISECONDS))
                        .isInstanceOf(TimeoutException.class);
                assertThat(running.current()).isSameAs(first).isSameAs(during);
            });
            replaced.get(0).get(20, TimeUnit.SECONDS);

            assertThat(running.current().all()).isEmpty();
        }
    }

    @Test
    void givenFeed_whenLinkComesAndGoes_thenItIsReadOnlyMeanwhile() {
        String ready = ReadyLinks.text("order-to-shop").replace("every: 60s", "every: 3s");
        LinkSet set = LinkFile.read(ready);
        try (StoryLab lab = new StoryLab("missed-call-to-lead")) {
            lab.links.start();

            List<LinkProblem> problems = lab.links.swap(set);
            lab.workshop.seedOrder();
            long first = lab.bridge.intents().awaitEvent("link:order-to-shop", 0, Duration.ofSeconds(20));
            List<LinkProblem> gone = lab.links.swap(LinkSet.none());
            lab.workshop.seedOrder();
            long silent = lab.bridge.intents().awaitEvent("link:order-to-shop", first, Duration.ofSeconds(4));
            lab.links.poll("order-to-shop");
            List<LinkProblem> back = lab.links.swap(set);
            long second = lab.bridge.intents().awaitEvent("link:order-to-shop", first, Duration.ofSeconds(20));

            assertThat(problems).allMatch(LinkProblem::isWarning);
            assertThat(gone).isEmpty();
            assertThat(back).allMatch(LinkProblem::isWarning);
            assertThat(first).isPositive();
            assertThat(silent).isEqualTo(first);
            assertThat(second).isGreaterThan(first);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void givenShorterPause_whenPlannedAgain_thenIsDueBefore(String store) {
        try (LinkLab lab = new LinkLab(BridgeStore.named(store), SIGNALS)) {
            lab.bridge.every("feed:x", Duration.ofDays(1), () -> {});
            later(lab, Duration.ofDays(1));

            lab.bridge.every("feed:x", Duration.ofSeconds(30), () -> {});
            Instant soon = due(lab);
            lab.bridge.every("feed:x", Duration.ofHours(1), () -> {});

            assertThat(soon).isEqualTo(lab.time.now().plusSeconds(30));
            assertThat(due(lab)).isEqualTo(soon);
        }
    }

    private static String phone(LinkLab lab, Run run) {
        return lab.bridge
                .intents()
                .find(run.intent().orElseThrow())
                .orElseThrow()
                .fields()
                .text("phone");
    }

    private static void later(LinkLab lab, Duration pause) {
        BridgeDatabase database = lab.bridge.database();
        int changed = database.transaction(
                "plan",
                connection -> Sql.update(
                        connection,
                        "update scheduled_tasks set execution_time = ? where task_instance = 'feed:x'",
                        lab.time.now().plus(pause).atOffset(ZoneOffset.UTC)));
        assertThat(changed).isOne();
    }

    private static Instant due(LinkLab lab) {
        return lab.bridge
                .database()
                .read(
                        "look",
                        connection -> Sql.find(
                                connection,
                                "select execution_time from scheduled_tasks where task_instance = 'feed:x'",
                                row -> row.getObject(1, OffsetDateTime.class).toInstant()))
                .orElseThrow();
    }
}
