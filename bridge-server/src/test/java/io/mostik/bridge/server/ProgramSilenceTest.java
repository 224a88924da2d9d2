package io.mostik.bridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.Person.Role;
import io.mostik.bridge.server.page.Asker;
import io.mostik.bridge.server.page.Question;
import io.mostik.core.browser.Chromium;
import io.mostik.core.browser.Tab;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A link that expects events and hears none, as page, metrics and doctor of the running program show it. */
class ProgramSilenceTest {

    private static final String LINK = """
        links:
        - name: calls-are-told
          on: vcc.user.created
          from: callcentre
          expect: {every: 24h}
          do: base.event
          map: {subject: "user {userid}"}
        """;
    private static final String METRIC = "mostik_bridge_silence_seconds{link=\"calls-are-told\"}";
    private static final Asker ASKER = new Asker("test", Role.VIEWER, "en");

    @TempDir
    Path folder;

    @Test
    void givenSilentSender_whenADayHasPassed_thenEverybodyIsToldUntilItSpeaks() {
        MovedTime time = new MovedTime();
        try (ProgramLab lab = new ProgramLab(folder).only("callcentre").links("calls", LINK)) {
            RunningBridge bridge = lab.run(time);
            assertThat(lab.page("/metrics")).doesNotContain(METRIC);
            assertThat(ask(bridge, "links")).doesNotContain("silentSince");

            time.move(Duration.ofHours(25));

            assertThat(lab.page("/metrics")).containsPattern("silence_seconds\\{link=\"calls-are-told\"} 9[0-9]{4}");
            assertThat(ask(bridge, "links")).contains("silentSince");
            assertThat(ask(bridge, "now")).contains("silent=1");
            assertThat(ask(bridge, "doctor")).contains("links.calls-are-told", "has heard none since");
            String user = "{\"new\":{\"userid\":5,\"username\":\"anna\"},\"old\":null,"
                    + "\"timestamp\":\"2026-11-29T10:00:00+01:00\"}";
            assertThat(lab.json("callcentre/user", ProgramLab.SECRET, user)).isEqualTo(200);
            assertThat(lab.ended("calls-are-told")).hasSize(1);
            assertThat(lab.page("/metrics")).doesNotContain(METRIC);
            assertThat(ask(bridge, "now")).contains("silent=0");
        }
    }

    private static String ask(RunningBridge bridge, String what) {
        return bridge.office()
                .answer(what, false, new Question(Map.of()), ASKER)
                .toString();
    }

    @Test
    void givenSilentSender_whenAPersonLooks_thenThePageSaysSo() throws IOException {
        MovedTime time = new MovedTime();
        try (ProgramLab lab = new ProgramLab(folder).only("callcentre").links("calls", LINK);
                Chromium chromium = Chromium.start()) {
            lab.run(time);
            time.move(Duration.ofHours(25));

            Tab page = chromium.open();
            page.open(lab.page());

            page.until("document.querySelector('#main').dataset.part === 'now'");
            page.untilShows("#main", "Links that hear nothing");
            page.click("#tabs [data-part=links]");
            page.until("document.querySelector('#main').dataset.part === 'links'");
            page.untilShows("#links", "nothing since");
            assertThat(page.text("#links")).contains("calls-are-told", "silent");
            assertThat(page.problems()).isEmpty();
        }
    }
}
