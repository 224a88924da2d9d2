package io.mostik.bridge.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.bridge.BridgeStore;
import io.mostik.bridge.intent.Intent;
import io.mostik.bridge.intent.IntentState;
import io.mostik.bridge.store.StoredJson;
import io.mostik.bridge.trigger.BridgeEvent;
import io.mostik.core.StateStoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkRunsTest {

    private static final String SIGNALS = """
        links:
        - name: signals
          on: base.signal
          do: test.add
          to: callcentre
          when: [{field: kind, isNot: other}]
          map:
            phone: {from: phone, as: phone, region: HU, required: true}
            name: "{first} {last}"
            sum: {from: sum, as: money}
            field_city: {from: city, default: Budapest}
          onFailure: {tryFor: 2d, pauseAfter: 3}
        """;
    private static final String BOTH_WAYS = """
        links:
        - name: out
          on: vcc.disposition
          from: callcentre
          do: test.put
          to: letters
          map: {phone: {from: data.phone, as: phone}, field_city: "{data.city}"}
        - name: back
          on: sa.action
          from: letters
          do: test.add
          to: callcentre
          with: {name: from letters}
          map: {phone: {from: phone, as: phone}, field_town: "{town}"}
        """;
    private static final String AUDIENCE = """
        links:
        - name: subscribe
          on: mailchimp.subscriber
          from: newsletter
          do: test.add
          to: callcentre
          when: [{field: type, is: subscribe}]
          about: "{email}"
          map: {phone: {from: merges.PHONE, as: phone, required: true}}
        - name: unsubscribe
          on: mailchimp.subscriber
          from: newsletter
          do: test.add
          to: callcentre
          when:
          - {field: type, in: [unsubscribe, cleaned]}
          - {field: withdrawn.record, present: true}
          about: "{email}"
          withdraws: [subscribe]
          map: {phone: "{withdrawn.phone}", field_record: "{withdrawn.record}"}
        """;
    private static final Map<String, String> GOOD =
            Map.of("phone", "06 30 111 2233", "first", "Nóra", "last", "Kiss", "sum", "1 450,50");

    private LinkLab lab;

    @AfterEach
    void close() {
        if (lab != null) {
            lab.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void anEventBecomesOneIntentHoweverOftenItComes(String store) {
        lab = new LinkLab(BridgeStore.named(store), SIGNALS);

        lab.tell("e-1", GOOD);
        lab.tell("e-1", GOOD);

        Run run = lab.last("signals");
        Intent intent = lab.bridge.intents().find(run.intent().orElseThrow()).orElseThrow();
        assertThat(lab.links.history("signals", Optional.empty(), 10)).hasSize(1);
        assertThat(run.state()).isEqualTo(RunState.ACCEPTED);
        assertThat(intent.key().base()).isEqualTo("link:signals");
        assertThat(intent.key().document()).isEqualTo("e-1");
        assertThat(intent.connection()).isEqualTo("callcentre");
        assertThat(intent.validUntil()).contains(lab.time.now().plus(Duration.ofDays(2)));
        assertThat(intent.fields().asMap())
                .containsEntry("phone", "+36301112233")
                .containsEntry("name", "Nóra Kiss")
                .containsEntry("sum", "1450.50")
                .containsEntry("field_city", "Budapest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void twelveThreadsWithTheSameEventMakeOneRun(String store) {
        lab = new LinkLab(BridgeStore.named(store), SIGNALS);
        LinkSet set = lab.links.current();
        BridgeEvent event = new BridgeEvent("base.signal", "", "e-1", lab.time.now(), StoredJson.plain(GOOD));
        LinkRuns runs = runs();

        List<CompletableFuture<Boolean>> taken = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> runs.take(set, set.all().get(0), event)))
                .toList();

        assertThat(taken.stream().map(CompletableFuture::join)).containsOnlyOnce(true);
        assertThat(lab.bridge.intents().counts().byState()).containsEntry(IntentState.ACCEPTED, 1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void withoutItsIntentThereIsNoRun(String store) {
        lab = new LinkLab(BridgeStore.named(store), SIGNALS);
        BridgeStore.execute(lab.pool, "alter table mb_intent rename to mb_intent_gone");

        LinkRuns runs = runs();
        LinkSet set = lab.links.current();
        BridgeEvent event = new BridgeEvent("base.signal", "", "e-1", lab.time.now(), StoredJson.plain(GOOD));
        assertThatThrownBy(() -> runs.take(set, set.all().get(0), event)).isInstanceOf(StateStoreException.class);
        BridgeStore.execute(lab.pool, "alter table mb_intent_gone rename to mb_intent");

        assertThat(lab.links.history("signals", Optional.empty(), 10)).isEmpty();
        assertThat(runs.take(set, set.all().get(0), event)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void conditionsAndMissingFieldsAreStatesAndStopNoNeighbour(String store) {
        lab = new LinkLab(BridgeStore.named(store), SIGNALS);

        lab.tell("e-1", Map.of("kind", "other"));
        Run filtered = lab.last("signals");
        lab.tell("e-2", Map.of("first", "Nóra"));
        Run incomplete = lab.last("signals");
        lab.tell("e-3", Map.of("phone", "+36301112233", "sum", "1.450,50"));
        Run partly = lab.last("signals");

        assertThat(filtered.state()).isEqualTo(RunState.FILTERED);
        assertThat(filtered.notes()).containsExactly("kind isNot other");
        assertThat(incomplete.state()).isEqualTo(RunState.INCOMPLETE);
        assertThat(incomplete.notes()).contains("phone: absent", "phone: missing");
        assertThat(partly.state()).isEqualTo(RunState.ACCEPTED);
        assertThat(partly.notes()).contains("sum: unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void aLinkPausesAfterSoManyFailuresAndKeepsWhatComes(String store) {
        lab = new LinkLab(BridgeStore.named(store), SIGNALS);
        IntStream.range(0, 3).forEach(i -> lab.tell("bad-" + i, Map.of("first", "Nóra")));

        lab.tell("good", GOOD);
        Run kept = lab.last("signals");
        String why = lab.links.paused("signals").orElseThrow();
        boolean resumed = lab.links.resume("signals", "anna", "test");
        lab.tell("later", GOOD);

        assertThat(kept.state()).isEqualTo(RunState.WAITING);
        assertThat(why).isEqualTo("3 failures in a row");
        assertThat(resumed).isTrue();
        assertThat(lab.links.paused("signals")).isEmpty();
        assertThat(lab.links.find(kept.id()).orElseThrow().state()).isEqualTo(RunState.ACCEPTED);
        assertThat(lab.last("signals").state()).isEqualTo(RunState.ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void whatIsReplayedIsMappedByTodaysLinkAndOnlyIfItHasNotHappened(String store) {
        lab = new LinkLab(BridgeStore.named(store), SIGNALS);
        lab.tell("e-1", Map.of("telephone", "06301112233"));
        lab.tell("e-2", GOOD);
        String accepted = lab.last("signals").intent().orElseThrow();

        List<LinkProblem> problems = lab.links.swap(LinkFile.read(SIGNALS.replace("from: phone,", "from: telephone,")));
        int replayed = lab.links.replay("signals", RunState.INCOMPLETE, Instant.EPOCH);
        boolean again = lab.links.replay(lab.last("signals").id());

        assertThat(problems).isEmpty();
        assertThat(replayed).isEqualTo(1);
        assertThat(again).isFalse();
        assertThat(lab.last("signals").intent()).contains(accepted);
        assertThat(lab.links.history("signals", Optional.empty(), 10))
                .extracting(Run::state)
                .containsExactly(RunState.ACCEPTED, RunState.ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void anewIsANewKeyAndADecision(String store) {
        lab = new LinkLab(BridgeStore.named(store), SIGNALS);
        lab.tell("e-1", GOOD);

        Run anew = lab.links
                .replayAnew(lab.last("signals").id(), "O. Ivanova", "the record was deleted")
                .orElseThrow();
        Run third = lab.links.replayAnew(anew.id(), "O. Ivanova", "once more").orElseThrow();

        assertThat(anew.key()).isEqualTo("e-1#2");
        assertThat(third.key()).isEqualTo("e-1#3");
        assertThat(anew.state()).isEqualTo(RunState.ACCEPTED);
        assertThat(lab.bridge.decisions().list(0, 10)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void aWrongSetKeepsTheRunningOneAndSaysWhy(String store) {
        lab = new LinkLab(BridgeStore.named(store), SIGNALS);
        LinkSet before = lab.links.current();

        List<LinkProblem> problems = lab.links.swap(LinkFile.read(SIGNALS.replace("do: test.add", "do: test.ad")));

        assertThat(problems.get(0).reason()).contains("did you mean test.add?");
        assertThat(lab.links.current()).isSameAs(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void aNewNameKeepsHistoryAndKeys(String store) {
        lab = new LinkLab(BridgeStore.named(store), SIGNALS);
        lab.tell("e-1", GOOD);

        List<LinkProblem> unused =
                lab.links.swap(LinkFile.read(SIGNALS.replace("name: signals", "name: renamed\n  was: signals")));
        lab.tell("e-1", GOOD);
        lab.tell("e-2", GOOD);

        assertThat(lab.links.history("renamed", Optional.empty(), 10))
                .extracting(Run::key)
                .containsExactly("e-2", "e-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void dryRunShowsAllAndWritesNothing(String store) {
        lab = new LinkLab(BridgeStore.named(store), SIGNALS);
        BridgeEvent sample = new BridgeEvent(
                "base.signal", "", "e", Instant.EPOCH, StoredJson.plain(Map.of("phone", "+36301112233", "extra", "x")));

        DryRun dry = lab.links.dryRun("signals", sample);

        assertThat(dry.state()).isEqualTo(RunState.ACCEPTED);
        assertThat(dry.request().asMap()).containsEntry("phone", "+36301112233");
        assertThat(dry.mapped().origins()).containsEntry("phone", "{phone}").containsEntry("field_city", "default");
        assertThat(dry.unused()).containsExactly("extra");
        assertThat(lab.links.history("signals", Optional.empty(), 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void whatTheBridgeHasWrittenItselfIsAnEchoOnce(String store) {
        lab = new LinkLab(BridgeStore.named(store), SIGNALS);
        LinkSet both = LinkFile.read(BOTH_WAYS);
        Link out = both.find("out").orElseThrow();
        Link back = both.find("back").orElseThrow();
        LinkRuns runs = runs();

        runs.take(
                both,
                out,
                event(
                        "vcc.disposition",
                        "callcentre",
                        "1",
                        Map.of("data", Map.of("phone", "+36301112233", "city", "Pécs"))));
        runs.take(both, back, event("sa.action", "letters", "2", Map.of("phone", "+36301112233", "town", "Pécs")));
        Run echo = lab.last("back");
        runs.take(both, back, event("sa.action", "letters", "3", Map.of("phone", "+36301112233", "town", "Pécs")));
        Run second = lab.last("back");

        assertThat(echo.state()).isEqualTo(RunState.ECHO);
        assertThat(second.state()).isEqualTo(RunState.ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void oneOtherValueIsNewsAndNoEcho(String store) {
        lab = new LinkLab(BridgeStore.named(store), SIGNALS);
        LinkSet both = LinkFile.read(BOTH_WAYS);
        LinkRuns runs = runs();
        runs.take(
                both,
                both.find("out").orElseThrow(),
                event(
                        "vcc.disposition",
                        "callcentre",
                        "1",
                        Map.of("data", Map.of("phone", "+36301112233", "city", "Pécs"))));

        Link back = both.find("back").orElseThrow();
        runs.take(both, back, event("sa.action", "letters", "2", Map.of("phone", "+36301112233", "town", "Győr")));
        Run news = lab.last("back");
        lab.time.advance(Duration.ofDays(2));
        runs.take(both, back, event("sa.action", "letters", "3", Map.of("phone", "+36301112233", "town", "Pécs")));

        assertThat(news.state()).isEqualTo(RunState.ACCEPTED);
        assertThat(runs.echoes().nearMisses()).isEqualTo(1);
        assertThat(lab.last("back").state()).isEqualTo(RunState.ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void whoLeavesIsNotCalledThoughTheSubscriptionWaits(String store) {
        lab = new LinkLab(BridgeStore.named(store), AUDIENCE);
        Instant noon = lab.time.now();

        lab.tell(LinkLab.audience("subscribe", "nora@example.hu", noon));
        lab.tell(LinkLab.audience("unsubscribe", "Nora@example.hu", noon.plusSeconds(60)));

        assertThat(lab.links.history("subscribe", Optional.empty(), 10).get(1).state())
                .isEqualTo(RunState.CANCELLED);
        assertThat(lab.links.history("unsubscribe", Optional.empty(), 10).get(0).state())
                .isEqualTo(RunState.FILTERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void aWithdrawalIsTakenBackWithItsRun(String store) {
        lab = new LinkLab(BridgeStore.named(store), AUDIENCE);
        Instant noon = lab.time.now();
        lab.tell(LinkLab.audience("subscribe", "nora@example.hu", noon));
        BridgeStore.execute(lab.pool, "alter table mb_run add constraint no_end check (code <> 'link_nothing_done')");

        lab.tell(LinkLab.audience("unsubscribe", "nora@example.hu", noon.plusSeconds(60)));
        RunState meanwhile =
                lab.links.history("subscribe", Optional.empty(), 10).get(1).state();
        BridgeStore.execute(lab.pool, "alter table mb_run drop constraint no_end");
        lab.time.advance(Duration.ofMinutes(2));
        int handled = lab.links.runDue();

        assertThat(meanwhile).isEqualTo(RunState.ACCEPTED);
        assertThat(handled).isEqualTo(1);
        assertThat(lab.links.history("subscribe", Optional.empty(), 10))
                .extracting(Run::state)
                .containsExactly(RunState.FILTERED, RunState.CANCELLED);
        assertThat(lab.last("unsubscribe").code()).isEqualTo("link_nothing_done");
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void whoHasLeftIsNotCalledThoughTheSubscriptionComesLate(String store) {
        lab = new LinkLab(BridgeStore.named(store), AUDIENCE);
        Instant noon = lab.time.now();

        lab.tell(LinkLab.audience("unsubscribe", "nora@example.hu", noon));
        lab.tell(LinkLab.audience("subscribe", "nora@example.hu", noon));
        Run late = lab.last("subscribe");
        lab.tell(LinkLab.audience("subscribe", "nora@example.hu", noon.plusSeconds(1)));

        assertThat(late.state()).isEqualTo(RunState.FILTERED);
        assertThat(late.code()).isEqualTo("link_withdrawn");
        assertThat(lab.last("subscribe").state()).isEqualTo(RunState.ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void silenceIsNoticedAndWeekendsDoNotCount(String store) {
        lab = new LinkLab(
                BridgeStore.named(store),
                SIGNALS.replace("do: test", "expect: {every: 24h, on: workdays}\n  do: test"));

        lab.time.advance(Duration.ofHours(23));
        List<Silence> early = lab.links.silent();
        lab.time.advance(Duration.ofDays(7));
        List<Silence> late = lab.links.silent();
        lab.tell("e-1", GOOD);

        assertThat(early).isEmpty();
        assertThat(late).extracting(Silence::link).containsExactly("signals");
        assertThat(lab.links.silent()).isEmpty();
    }

    private LinkRuns runs() {
        return new LinkRuns(lab.bridge, lab.bridge.database(), LinkLab.BUDAPEST);
    }

    private BridgeEvent event(String trigger, String connection, String id, Map<String, ?> data) {
        return new BridgeEvent(trigger, connection, id, lab.time.now(), StoredJson.plain(data));
    }
}
