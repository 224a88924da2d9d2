package io.mostik.examples.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.browser.Chromium;
import io.mostik.core.browser.Tab;
import io.mostik.testing.program.MostikSim;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of {@code mostik-sim} in a real browser. */
@Tag("any-jdk")
class SimPageTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Chromium chromium;
    private MostikSim sim;
    private Tab page;

    @BeforeAll
    static void startBrowser() throws IOException {
        chromium = Chromium.start();
    }

    @AfterAll
    static void endBrowser() throws IOException {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void open() {
        sim = MostikSim.start("tbank", "vipex", "remonline", "--port", "0", "--clock", "frozen");
        page = chromium.open();
        page.size(1280, 1000);
        page.open(sim.uri());
        page.until("document.querySelector('#line').dataset.state === 'on'");
        page.choose("#language", "en");
    }

    @AfterEach
    void close() {
        page.close();
        sim.close();
    }

    @Test
    void givenRequests_whenTheyCome_thenPageShowsThemAndWhatIsHeld() throws Exception {
        post(
                "/tbank/faults",
                "{\"fault\":\"actThenDrop\",\"method\":\"POST\",\"path\":\"/api/v1/card/{ucid}/spend-limit\"}");
        bank("GET", "/api/v1/card/1100200301/limits", "");
        lost("/api/v1/card/1100200301/spend-limit", "{\"limitValue\":700,\"limitPeriod\":\"DAY\"}");
        bank("GET", "/api/v1/card/7/limits", "");

        page.untilShows("#journal", "dropped");
        page.untilShows("#journal", "422");
        page.untilShows("#holds", "700 / 700 DAY");
        assertThat(page.text("#keys")).contains("t.demo-token", "1100200301");
        assertThat(page.text("#snippet")).contains("curl -i");
        assertThat(page.problems()).isEmpty();
        page.picture("sim", "journal");
    }

    @Test
    void givenDials_whenUsed_thenVendorDoesSo() throws Exception {
        page.click("#hour");
        page.untilShows("#now", "2026-03-02 10:15:00");
        page.choose("#fault", "garbage");
        page.click("#fault-form button");
        page.untilShows("#waiting", "1");
        assertThat(bank("GET", "/api/v1/card/1100200301/limits", "")).contains("502 from a box");
        page.choose("#event", "pay");
        page.click("#event-form button");
        page.untilShows("#said", "ACCEPTED");
        page.untilShows("#holds", "4620.50 / 5000.00 DAY");
        assertThat(page.problems()).isEmpty();
        page.picture("sim", "dials");
    }

    @ParameterizedTest
    @CsvSource({"ru,Что пришло", "hu,Ami beérkezett", "pl,Co przyszło", "en,What came"})
    void givenLanguage_whenChosen_thenPageSpeaksIt(String language, String words) throws Exception {
        page.choose("#language", language);

        page.untilShows("#journal-title", words);
        assertThat(page.look("[...document.querySelectorAll('[data-word]')].every(each => each.textContent.length > 0"
                                + " && each.textContent !== each.dataset.word)")
                        .value())
                .contains(true);
    }

    @Test
    void givenOtherVendor_whenChosen_thenShowsItsOwn() {
        page.click("#vendors a[href='#remonline']");

        page.untilShows("#holds", "does not charge");
        page.untilShows("#addresses", "/v2");
        page.click("#tabs button:nth-child(2)");
        assertThat(page.text("#snippet")).startsWith("<?php");
    }

    @Test
    void givenTelephone_whenShown_thenNothingIsWiderThanIt() throws Exception {
        page.size(390, 844);

        page.until("document.documentElement.scrollWidth <= 390");
    }

    private void post(String path, String body) throws Exception {
        HTTP.send(
                HttpRequest.newBuilder(sim.uri().resolve("/control" + path))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.discarding());
    }

    private void lost(String path, String body) throws Exception {
        try {
            bank("POST", path, body);
        } catch (IOException expected) {
            return;
        }
        throw new AssertionError("an answer came");
    }

    private String bank(String method, String path, String body) throws Exception {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create(page.text("#addresses dd:nth-of-type(1)") + path))
                                .header("Authorization", "Bearer t.demo-token")
                                .header("Content-Type", "application/json")
                                .method(method, BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }
}
