package io.mostik.bridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.Fields;
import io.mostik.bridge.intent.Intent;
import io.mostik.bridge.intent.IntentKey;
import io.mostik.bridge.intent.IntentRequest;
import io.mostik.core.browser.Chromium;
import io.mostik.core.browser.Tab;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every view of the page against {@link PageRules}, and the way of the focus. */
@Tag("any-jdk")
class PageRulesTest {

    private static final List<String> PARTS =
            List.of("now", "person", "documents", "links", "inbox", "decisions", "settings");

    private static Chromium chromium;
    private static Demo demo;
    private static Intent unknown;

    private Tab page;

    @BeforeAll
    static void start() throws IOException {
        chromium = Chromium.start();
        demo = Demo.start(0, 0);
        var intents = demo.bridge().bridge().intents();
        Intent intent = intents.accept(IntentRequest.of(
                        IntentKey.of("demo", "cards.dismiss", UUID.randomUUID().toString()),
                        "bank",
                        Fields.of("employee", UUID.randomUUID().toString())))
                .intent();
        unknown = intents.await(intent.id(), Duration.ofSeconds(20));
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

    @ParameterizedTest
    @CsvSource({"light, 1280, en", "dark, 1280, ru", "light, 360, ru", "dark, 360, en"})
    void givenView_whenShown_thenKeepsTheRules(String colours, int width, String language) {
        page.scheme(colours);
        page.size(width, 740);
        page.choose("#language", language);
        page.until("document.documentElement.lang === '" + language + "'");
        List<String> broken = new ArrayList<>();

        for (String part : PARTS) {
            view(part);
            broken.addAll(named(part));
        }
        view("links/leavers-lose-cards");
        broken.addAll(named("runs"));
        view("intent/" + unknown.id());
        page.untilShows("#fields", "employee");
        broken.addAll(named("intent"));
        view("person");
        page.click("#waiting [data-does=settle]");
        page.until("document.querySelector('#settle').open && !document.querySelector('#settle-send').disabled");
        broken.addAll(named("settle"));
        page.press("Escape");
        demo.bridge().bridge().hold("test", "to see the form");
        view("now");
        page.until("document.querySelector('[data-does=release]')");
        page.click("[data-does=release]");
        page.until("document.querySelector('#decide').open");
        broken.addAll(named("decide"));
        page.press("Escape");
        demo.bridge().bridge().release("test", "the form was seen");
        page.click("#leave");
        page.until("!document.querySelector('#login').hidden");
        broken.addAll(named("login"));

        assertThat(broken).isEmpty();
    }

    @Test
    void givenKeyboard_whenTabbed_thenOrderIsThatOfThePage() {
        view("person");
        page.untilShows("#waiting", unknown.id());
        page.look("document.activeElement.blur(); document.body.focus();"
                + " window.way = [...document.querySelectorAll('a[href], button, input, select')]"
                + ".filter((node) => node.checkVisibility() && !node.disabled)");
        int steps = page.look("window.way.length").number().orElseThrow().intValue();

        for (int i = 0; i < steps; i++) {
            page.press("Tab");
            assertThat(page.look("window.way.indexOf(document.activeElement)")
                            .number()
                            .orElseThrow()
                            .intValue())
                    .as("step %d", i)
                    .isEqualTo(i);
            assertThat(page.look("(() => { const style = getComputedStyle(document.activeElement);"
                                    + " const box = document.activeElement.getBoundingClientRect();"
                                    + " return parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none'"
                                    + " && box.top >= 0 && box.bottom <= innerHeight; })()")
                            .isTrue())
                    .as("step %d is seen", i)
                    .isTrue();
        }
    }

    @Test
    void givenSkipLink_whenFollowed_thenFocusIsOnThePage() {
        page.look("document.activeElement.blur()");
        page.press("Tab");
        assertThat(page.look("document.activeElement.className").text()).contains("skip");

        page.press("Enter");

        page.until("document.activeElement === document.querySelector('#main')");
        assertThat(page.look("document.querySelector('#main').dataset.part").text())
                .contains("now");
    }

    @Test
    void givenFocus_whenReadAgain_thenItStays() {
        view("person");
        page.untilShows("#waiting", unknown.id());
        page.look("(() => { window.old = document.querySelector('#waiting [data-does=settle]'); window.old.focus();"
                + " })()");

        page.look("window.dispatchEvent(new Event('hashchange'))");

        page.until("!document.contains(window.old) && document.activeElement.dataset.does === 'settle'"
                + " && document.activeElement.closest('tr').dataset.id === '" + unknown.id() + "'");
    }

    private void view(String hash) {
        page.look("location.hash = '#" + hash + "'");
        String part = hash.split("/", 2)[0];
        page.until("document.querySelector('#main').dataset.part === '" + part + "'");
        if (hash.contains("/")) {
            page.until("document.querySelector('#main').dataset.place === '" + hash + "'");
        }
    }

    private List<String> named(String view) {
        return PageRules.broken(page).stream()
                .map(broken -> view + ": " + broken)
                .toList();
    }
}
