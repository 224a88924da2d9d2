package io.mostik.examples.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.browser.Tab;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The desk's languages, what it shows of other systems, and its log, in a real browser. */
@Tag("any-jdk")
class CrmDeskTextsTest {

    private static final String NORA = "36301112233";

    @RegisterExtension
    static final DeskInBrowser OPEN = new DeskInBrowser();

    private Tab page;

    @BeforeEach
    void look() {
        page = OPEN.page();
    }

    @ParameterizedTest
    @CsvSource({
        "ru, Корпоративные карты, Входящий звонок, осталось, финансовый директор",
        "hu, Céges kártyák, Bejövő hívás, maradt, pénzügyi igazgató",
        "pl, Karty firmowe, Połączenie przychodzące, zostało, dyrektor finansowy",
    })
    void givenLanguage_whenChosen_thenAllIsInIt(String code, String cards, String call, String left, String role)
            throws IOException {
        page.choose("#language", code);
        page.until("document.documentElement.lang === '" + code + "'");
        OPEN.untilShown();

        OPEN.vendors().ring(NORA, "101");

        page.untilShows("#pops", "Kovács Nóra");
        assertThat(page.text("#pops")).containsIgnoringCase(call).contains(left);
        assertThat(page.text("#cards-title")).isEqualTo(cards);
        assertThat(page.text("#cards")).contains(left);
        assertThat(page.text("#person")).contains(role);
        assertThat(page.text("body"))
                .doesNotContain("Call", "Search", "Company", "Request", "left of", "{", "undefined");
        page.untilShows("#systems", "1");
        if (code.equals("hu")) {
            page.picture("language-hu");
        }
        assertThat(page.problems()).isEmpty();
    }

    @Test
    void givenAllLanguages_whenCompared_thenNoTextIsMissing() {
        String missing = page.look("""
            import('/texts.js').then(({ WORDS }) => Object.entries(WORDS).flatMap(([code, words]) =>
              Object.keys(WORDS.en).concat(Object.keys(words))
                .filter(key => !(key in words) || !(key in WORDS.en)).map(key => code + ' ' + key)).join(', '))""").text().orElse("nothing was looked at");

        assertThat(missing).isEmpty();
    }

    @Test
    void givenCaller_whenKnownElsewhere_thenAllSystemsAreShown() {
        OPEN.vendors().ring(NORA, "101");

        page.untilShows("#systems", "subscribed");
        assertThat(page.text("#systems-who")).isEqualTo("Kovács Nóra");
        assertThat(page.text("#systems"))
                .contains(
                        "RemOnline\u00a0· Orders", "1,450.00", "VCC Live\u00a0· Calls", "nora_op", "1:35", "2 Mar 2026")
                .doesNotContain("unsubscribed", "example.hu");
        assertThat(page.problems()).isEmpty();
    }

    @Test
    void givenSystemDown_whenLookedUp_thenTheOthersAreShown() {
        OPEN.vendors()
                .systems()
                .repairs()
                .faults()
                .answer(503)
                .on("GET", "/v2/orders")
                .times(9);

        page.click("#customers li[data-key='C-117'] [data-does='show']");

        page.untilShows("#systems", "No answer");
        assertThat(page.text("#systems")).contains("unsubscribed", "Nothing known");
        assertThat(page.problems()).isEmpty();
    }

    @Test
    void givenManyCalls_whenSearched_thenTheLogShowsThose() {
        for (int i = 0; i < 22; i++) {
            OPEN.vendors().ring(i == 0 ? NORA : "36705559" + (100 + i), "101");
        }
        OPEN.vendors().runDue();
        OPEN.clock().advance(Duration.ofMinutes(1));
        page.until("document.querySelectorAll('#log > li').length === 20");

        page.click("#log-more");
        page.until("document.querySelectorAll('#log > li').length === 22");
        page.type("#search", "danube nóra");

        page.until("document.querySelectorAll('#log > li').length === 1");
        assertThat(page.text("#log")).contains("Kovács Nóra");
        assertThat(page.problems()).isEmpty();
    }

    @Test
    void givenTelephoneScreen_whenMeasured_thenAllTargetsAreLarge() {
        page.size(390, 844);
        OPEN.vendors().ring(NORA, "101");
        page.untilShows("#pops", "Kovács Nóra");

        String small = page.look("""
            [...document.querySelectorAll('button, select, input')].filter(one => one.offsetParent !== null)
              .filter(one => one.getBoundingClientRect().height < 44 || one.getBoundingClientRect().width < 44)
              .map(one => one.id + one.className + ' ' + one.getBoundingClientRect().height).join(', ')""").text().orElse("?");

        assertThat(small).isEmpty();
        assertThat(page.look("document.documentElement.scrollWidth <= 390").isTrue())
                .isTrue();
    }
}
