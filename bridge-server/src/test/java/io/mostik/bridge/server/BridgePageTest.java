package io.mostik.bridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.Bridge;
import io.mostik.bridge.Fields;
import io.mostik.bridge.intent.Intent;
import io.mostik.bridge.intent.IntentKey;
import io.mostik.bridge.intent.IntentRequest;
import io.mostik.bridge.intent.IntentState;
import io.mostik.bridge.store.Sql;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.browser.Chromium;
import io.mostik.core.browser.Tab;
import io.mostik.core.http.CallOptions;
import io.mostik.core.http.RetryPolicy;
import io.mostik.core.once.Inbox;
import io.mostik.core.once.Once;
import io.mostik.remonline.RemOnline;
import io.mostik.testing.remonline.RemOnlineSimulator;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page in a real browser, over simulated vendors. */
@Tag("any-jdk")
class BridgePageTest {

    private static final String STRANGER = "5f0b2c1e-3d4a-11ee-9c1d-0050569affff";

    private static Chromium chromium;
    private static Demo demo;

    private Tab page;

    @BeforeAll
    static void start() throws IOException {
        chromium = Chromium.start();
        demo = Demo.start(0, 0);
    }

    @AfterAll
    static void end() throws IOException {
        if (chromium != null) {
            chromium.close();
        }
        if (demo != null) {
            demo.close();
        }
    }

    @BeforeEach
    void open() {
        page = chromium.open();
        page.size(1280, 900);
        page.open(demo.page());
        page.until("document.querySelector('#main').dataset.part === 'now'");
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void givenUnknownOutcome_whenPersonDecides_thenVendorIsAskedFirstAndReasonIsKept() throws IOException {
        Intent intent = unknown();
        part("person");
        page.untilShows("#waiting", intent.key().document());
        page.picture("bridge", "person");

        page.click("#waiting tr[data-id='" + intent.id() + "'] [data-does=settle]");
        page.until("document.querySelector('#settle').open && !document.querySelector('#settle-send').disabled");
        assertThat(page.text("#before")).contains("unknown");
        assertThat(page.text("#now-read")).contains("unknown");
        page.picture("bridge", "settle");
        page.click("#settle-send");
        assertThat(intent(intent).state()).as("without choice and reason").isEqualTo(IntentState.UNKNOWN);
        page.click("#choices label:nth-of-type(2)");
        page.type("#reason", "the office has blocked it by hand");
        page.click("#settle-send");

        page.untilShows("#notice", "written down");
        assertThat(intent(intent).state()).isEqualTo(IntentState.REFUSED);
        part("decisions");
        page.untilShows("#decisions", "the office has blocked it by hand");
        page.click("[data-does=verify]");
        page.untilShows("#notice", "The chain of decisions is whole.");
        assertThat(page.problems()).isEmpty();
    }

    @Test
    void givenTwoPeople_whenBothDecide_thenFirstStandsAndSecondIsTold() {
        Intent intent = unknown();
        Tab other = chromium.open();
        other.open(demo.page());
        other.until("document.querySelector('#main').dataset.part === 'now'");
        for (Tab tab : List.of(page, other)) {
            tab.click("#tabs [data-part=person]");
            tab.click("#waiting tr[data-id='" + intent.id() + "'] [data-does=settle]");
            tab.until("document.querySelector('#settle').open && !document.querySelector('#settle-send').disabled");
        }

        decide(page, 1, "seen at the bank");
        page.untilShows("#notice", "written down");
        decide(other, 2, "not seen");

        other.untilShows("#settle-error", "somebody or something was first");
        assertThat(intent(intent).state()).isEqualTo(IntentState.DONE);
        other.close();
    }

    @Test
    void givenValues_whenShown_thenTheyAreMaskedAndLookingIsADecision() {
        Intent intent = unknown();
        page.look("location.hash = '#intent/" + intent.id() + "'");
        page.untilShows("#fields", "employee");
        assertThat(page.text("#main")).doesNotContain(STRANGER);

        page.click("[data-does=show-employee]");

        page.untilShows("#fields", STRANGER);
        assertThat(demo.bridge().bridge().decisions().list(0, 200))
                .anyMatch(decision -> decision.what().equals("show a value")
                        && decision.about().contains(intent.id()));
    }

    @Test
    void givenDocument_whenSearched_thenItIsFound() {
        Intent intent = unknown();
        part("documents");
        page.type("#search input", intent.key().document());
        page.press("Enter");

        page.untilShows("#found", intent.id());
    }

    @Test
    void givenLinks_whenReadAgain_thenItIsSaidAndWrittenDown() {
        part("links");

        page.click("[data-does=reload]");

        page.untilShows("#notice", "1 links run.");
        part("decisions");
        page.untilShows("#decisions", "links as before");
        assertThat(page.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en, Restored from a backup, knows more events", "ru, Восстановлено из копии, знает больше событий"})
    void givenHeld_whenReleased_thenWhoAndWhyAreKept(String language, String restored, String ahead) {
        Intent intent = unknown();
        Bridge bridge = demo.bridge().bridge();
        page.until("!document.querySelector('[data-does^=release]')");
        bridge.holdRestored("test", "a copy was put back");
        int held = bridge.database()
                .transaction(
                        "hold a base",
                        connection -> Sql.update(
                                connection,
                                "update mb_base set held_at = ?, held_after = last_event + 5, held_event = last_event"
                                        + " where base = ?",
                                bridge.time().now(),
                                intent.key().base()));
        page.choose("#language", language);
        page.untilShows("#main", restored);
        page.untilShows("#main", ahead);

        page.click("[data-does=release]");
        page.type("#decide-reason", "all bases have asked, " + language);
        page.click("#decide-send");
        assertThat(bridge.isHeld()).as("without from when").isTrue();
        from("2099-01-01T03:00");
        page.until("document.querySelector('#decide-error').textContent.includes('future')");
        from("2020-01-01T03:00");
        page.until("!document.querySelector('#decide').open && !document.querySelector('[data-does=release]')");
        page.click("[data-does=release-demo]");
        page.type("#decide-reason", "the base was asked, " + language);
        from("2020-01-01T03:00");
        page.until("!document.querySelector('[data-does^=release]')");

        assertThat(held).isOne();
        assertThat(bridge.isHeld()).isFalse();
        assertThat(bridge.heldBases()).isEmpty();
        assertThat(bridge.decisions().newest(2))
                .extracting(decision -> decision.reason().orElse(""))
                .containsExactly("the base was asked, " + language, "all bases have asked, " + language);
        assertThat(page.problems()).as("what is refused").allMatch(problem -> problem.endsWith("/api/release"));
    }

    private void from(String time) {
        page.look("document.querySelector('#decide-from').value = '" + time + "'");
        page.click("#decide-send");
    }

    @Test
    void givenDeadLetter_whenDismissed_thenReasonIsKeptAndItIsGone() {
        Once other = Once.over(demo.bridge().bridge().store());
        try (Inbox<String> letters =
                Inbox.builder(other, "bridge/signals", String::valueOf).open(event -> {})) {
            assertThat(letters.acceptUnreadable("spoilt", "no event", "tried too often"))
                    .isTrue();
        }
        part("inbox");

        page.click("#inbox tr[data-id='webhook/bridge/signals/spoilt'] [data-does=dismiss]");
        page.type("#decide-reason", "sent by mistake");
        page.click("#decide-send");

        page.untilShows("#notice", "written down");
        page.until("!document.querySelector(\"#inbox tr[data-id='webhook/bridge/signals/spoilt']\")");
        part("decisions");
        page.untilShows("#decisions", "sent by mistake");
        assertThat(page.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ru,Нужен человек", "en,Needs a person"})
    void givenLanguage_whenChosen_thenEveryPartSpeaksIt(String language, String words) {
        unknown();
        page.choose("#language", language);
        page.untilShows("#tabs", words);

        for (String part : List.of("now", "person", "documents", "links", "inbox", "decisions", "settings")) {
            part(part);
            String text = page.text("body");
            if (language.equals("ru") && !part.equals("decisions")) { // there people speak
                assertThat(text.replaceAll("[^a-zA-Z ]", " "))
                        .as(part)
                        .doesNotContainPattern("(?i)\\b(the|waiting|unknown|none|setting|needs|nothing)\\b");
            }
        }
        assertThat(page.problems()).isEmpty();
    }

    @Test
    void givenTelephone_whenShown_thenNothingIsWiderThanItAndTargetsAreLarge() throws IOException {
        unknown();
        page.size(360, 740);
        for (String part : List.of("now", "person", "documents", "links", "inbox", "decisions", "settings")) {
            part(part);
            page.until("document.documentElement.scrollWidth <= 360");
            assertThat(page.look("[...document.querySelectorAll('button, select, input, #tabs a')]"
                                    + ".filter(each => each.offsetParent !== null && each.type !== 'radio')"
                                    + ".map(each => each.getBoundingClientRect())"
                                    + ".every(box => box.height >= 44)")
                            .isTrue())
                    .as(part)
                    .isTrue();
        }
        page.picture("bridge", "telephone");
    }

    @Test
    void givenKeyboard_whenUsed_thenEverythingHasANameAndEscapeLeaves() {
        Intent intent = unknown();
        part("person");
        page.untilShows("#waiting", intent.id());
        assertThat(page.controls()).isNotEmpty().allMatch(control -> control.matches("(?s)\\w+: .+"));
        page.look("document.querySelector('#waiting [data-does=settle]').focus()");

        page.press("Enter");

        page.until("document.querySelector('#settle').open && !document.querySelector('#settle-send').disabled");
        page.press("Escape");
        page.until("!document.querySelector('#settle').open");
    }

    @Test
    void givenWrongKey_whenEntering_thenNobodyIsIn() {
        page.click("#leave");
        page.until("!document.querySelector('#login').hidden");
        page.type("#key", "somebody else's key");
        page.click("#login button");

        page.untilShows("#notice", "nobody's key");
        assertThat(page.look("document.querySelector('#tabs').hidden").isTrue()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "en, not used yet, works, The vendor does not answer since",
        "ru, ещё не использовалось, работает, Поставщик не отвечает с"
    })
    void givenConnection_whenCalled_thenLampTells(String language, String unused, String works, String silent)
            throws IOException {
        page.size(360, 740);
        page.choose("#language", language);
        page.untilShows("#connections tr[data-id=letters]", unused);
        call("shop");
        redraw();
        page.untilShows("#connections tr[data-id=shop]", works);
        demo.vendor(RemOnlineSimulator.class).faults().dropBeforeActing().times(9);

        call("shop");
        redraw();

        page.untilShows("#connections tr[data-id=shop]", silent);
        page.until("document.documentElement.scrollWidth <= 360");
        page.picture("bridge", "lamps-" + language);
        demo.vendor(RemOnlineSimulator.class).faults().off();
        call("shop");
        redraw();
        page.untilShows("#connections tr[data-id=shop]", works);
    }

    @Test
    void givenUnknownWithQueue_whenShown_thenSaysWhoWaits() throws IOException {
        Blocking.Pair pair = Blocking.open(demo.bridge().bridge());
        redraw();
        page.untilShows("#blocked", "1");
        page.until("document.querySelector('#blocked').closest('.alarm')");
        part("person");
        page.untilShows("#waiting tr[data-id='" + pair.unknown() + "']", "Holds up 1, the oldest since");
        assertThat(page.look("document.querySelector('#waiting tbody tr').dataset.id")
                        .text())
                .as("first of all")
                .contains(pair.unknown());
        page.picture("bridge", "blocked");

        page.look("location.hash = '#intent/" + pair.unknown() + "'");

        page.untilShows("#behind", pair.waiting());
        Blocking.end(demo.bridge().bridge(), pair);
    }

    private static void call(String connection) {
        quietly(() -> demo.bridge()
                .bridge()
                .connections()
                .client(connection, RemOnline.class)
                .with(CallOptions.builder().retry(RetryPolicy.none()).build())
                .orders()
                .statuses());
    }

    /** Makes a call that may find no vendor. */
    static void quietly(Supplier<?> call) {
        try {
            var unused = call.get();
        } catch (SdkException e) {
            assertThat(e.outcome()).isNotEqualTo(Outcome.REJECTED);
        }
    }

    private void redraw() {
        page.look("window.dispatchEvent(new Event('hashchange'))");
    }

    private static void decide(Tab tab, int choice, String reason) {
        tab.click("#choices label:nth-of-type(" + choice + ")");
        tab.type("#reason", reason);
        tab.click("#settle-send");
    }

    private void part(String name) {
        page.click("#tabs [data-part=" + name + "]");
        page.until("document.querySelector('#main').dataset.part === '" + name + "'");
    }

    private static Intent intent(Intent before) {
        return demo.bridge().bridge().intents().find(before.id()).orElseThrow();
    }

    /** Somebody leaves whose cards nobody has noted: only a person can know. */
    private static Intent unknown() {
        var intents = demo.bridge().bridge().intents();
        Intent intent = intents.accept(IntentRequest.of(
                        IntentKey.of("demo", "cards.dismiss", UUID.randomUUID().toString()),
                        "bank",
                        Fields.of("employee", STRANGER)))
                .intent();
        Intent settled = intents.await(intent.id(), Duration.ofSeconds(20));
        assertThat(settled.state()).isEqualTo(IntentState.UNKNOWN);
        return settled;
    }
}
