package io.mostik.bridge.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.store.StoredJson;
import io.mostik.bridge.trigger.BridgeEvent;
import io.mostik.testing.FaultInjector;
import io.mostik.testing.Simulator;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ready links whose target fails on the way: once at most at the vendor, a true state, and nobody called who has left. */
@Tag("any-jdk")
class ReadyLinksFaultsTest {

    private static final long PROJECT = 134;
    private static final Duration SHORT = Duration.ofSeconds(1);

    @Test
    void whoHasLeftIsNeverCalledWhateverHappenedToTheRecord() {
        try (StoryLab lab = new StoryLab("newsletter-to-calls")) {
            faults().forEach((name, fault) -> {
                lab.vcc.server().faults().off();
                int before = lab.vcc.records(PROJECT).size();
                fault.accept(lab.vcc.server().faults());
                lab.form("newsletter/subscriber", audience("subscribe", name, "10:00:00"));
                Run called = settled(lab, "newsletter-to-calls");
                lab.form("newsletter/subscriber", audience("unsubscribe", name, "10:01:00"));
                Run left = settled(lab, "unsubscribed-not-called");
                int added = lab.vcc.records(PROJECT).size() - before;
                boolean isClosed = added > 0
                        && lab.vcc
                                .dispositions(PROJECT, lab.vcc.records(PROJECT).get(before))
                                .contains(12L);

                assertThat(added).as(name).isLessThanOrEqualTo(1);
                boolean isOpenToPeople =
                        left.state() == RunState.WAITING && left.code().equals("link_waits_for_other");
                assertThat(added == 0 || isClosed || isOpenToPeople)
                        .as("%s: %s, then %s", name, called.state(), left)
                        .isTrue();
                Run now = lab.links.find(called.id()).orElseThrow();
                assertThat(now.state() == RunState.CANCELLED || now.state() == RunState.REFUSED ? added : 0)
                        .as(name)
                        .isZero();
            });
        }
    }

    @Test
    void targetsAreWrittenOnceAtMostWhateverFails() {
        try (StoryLab lab = new StoryLab("missed-call-to-lead")) {
            faults().forEach((name, fault) -> {
                Map<String, String> call =
                        Map.of("missed", "true", "caller_kind", "public", "caller", phone(name), "started", "2026");
                Run unused = told(lab, lab.workshop, fault, new Event("missed-call-to-lead", name, call));
            });
            for (String name : faults().keySet()) {
                assertThat(lab.workshop.leads())
                        .as(name)
                        .filteredOn(lead -> lead.toString().contains(phone(name).substring(1)))
                        .hasSizeLessThanOrEqualTo(1);
            }
        }
        try (StoryLab lab = new StoryLab("disposition-to-newsletter")) {
            faults().forEach((name, fault) -> {
                Map<String, ?> said =
                        Map.of("dispositionid", 11, "data", Map.of("email", name + "@example.hu", "name", "N"));
                Run unused = told(lab, lab.letters, fault, new Event("disposition-to-newsletter", name, said));
            });
            assertThat(lab.letters.timesFired(SalesAutopilotSimulator.SIGN_UP_FORM))
                    .isLessThanOrEqualTo(faults().size());
        }
    }

    /** What happened, for a link. */
    private record Event(String link, String id, Map<String, ?> data) {}

    private static Run told(StoryLab lab, Simulator target, Consumer<FaultInjector> fault, Event told) {
        target.server().faults().off();
        fault.accept(target.server().faults());
        Link known = lab.links.current().find(told.link()).orElseThrow();
        boolean unused = lab.links
                .events()
                .accept(new BridgeEvent(
                        known.source().trigger(),
                        known.source().connection(),
                        told.id(),
                        Instant.EPOCH,
                        StoredJson.plain(told.data())));
        return settled(lab, told.link());
    }

    /** A failure is tried again after ten seconds; what the first try has shown is enough here. */
    private static Run settled(StoryLab lab, String link) {
        int unused = lab.links.runDue();
        lab.links.takeWaiting();
        Run newest = lab.links.history(link, Optional.empty(), 1).get(0);
        newest.intent().ifPresent(id -> {
            var settled = lab.bridge.intents().await(id, SHORT);
        });
        Run run = lab.links.find(newest.id()).orElseThrow();
        assertThat(run.state()).isNotEqualTo(RunState.DEAD);
        return run;
    }

    private static Map<String, Consumer<FaultInjector>> faults() {
        Map<String, Consumer<FaultInjector>> faults = new LinkedHashMap<>();
        faults.put("none", injector -> {});
        faults.put("status-500", injector -> injector.answer(500));
        faults.put("status-429", injector -> injector.answer(429));
        faults.put("status-401", injector -> injector.answer(401));
        faults.put("garbage", injector -> injector.garbage());
        faults.put("not-http", injector -> injector.notHttp());
        faults.put("drop-before", injector -> injector.dropBeforeActing());
        faults.put("reset-before", injector -> injector.resetBeforeActing());
        faults.put("drop-after", injector -> injector.actThenDrop());
        faults.put("reset-after", injector -> injector.actThenReset());
        faults.put("status-502-after", injector -> injector.actThenAnswer(502));
        faults.put("cut-body", injector -> injector.cutBody());
        return faults;
    }

    private static String phone(String name) {
        return "+3630" + (1_110_000 + Math.floorMod(name.hashCode(), 9_999));
    }

    private static String audience(String type, String name, String at) {
        return "type=" + type + "&fired_at=2026-11-29+" + at + "&data[email]=" + name
                + "%40example.hu&data[merges][FNAME]=N&data[merges][PHONE]=06+30+111+2233";
    }
}
