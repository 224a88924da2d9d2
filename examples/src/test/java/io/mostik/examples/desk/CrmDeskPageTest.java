package io.mostik.examples.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.browser.Tab;
import io.mostik.testing.tbank.CardStatus;
import io.mostik.testing.tbank.TBankSimulator;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The desk in a real browser: real clicks, typed input, and what a person would see. */
@Tag("any-jdk")
class CrmDeskPageTest {

    private static final long CARD = TBankSimulator.VIRTUAL_CARD;
    private static final String NORA = "36301112233";
    private static final String CALL_NORA = "#customers li[data-key='C-104'] [data-does='call']";
    private static final String SPEND = "/api/v1/card/{ucid}/spend-limit";
    private static final String CARD_LINE = "#cards li[data-key='" + CARD + "'] ";

    @RegisterExtension
    static final DeskInBrowser OPEN = new DeskInBrowser();

    private Tab page;
    private DemoVendors vendors;

    @BeforeEach
    void look() {
        page = OPEN.page();
        vendors = OPEN.vendors();
    }

    @Test
    void givenCustomer_whenSheCalls_thenHerCardPopsUpUntilCallIsOver() throws IOException {
        vendors.ring("36204445566", "101");
        later(Duration.ofMinutes(1));
        page.untilShows("#log", "Play");
        page.until("document.querySelector('#pops').children.length === 0");
        page.click("#log [data-does='play']");
        page.until("document.querySelector('#audio').duration > 1");
        page.choose("#caller", "C-104");

        page.click("#ring button");

        page.untilShows("#pops", "Kovács Nóra");
        assertThat(page.text("#pops"))
                .contains("Danube Media Kft.", "Spring campaign", "Anna Nagy", "2200 70•• •••• 1137, ₽31,749.60 left")
                .doesNotContain("111");
        assertThat(page.text("#announcer")).isEqualTo("Incoming call: Kovács Nóra, Danube Media Kft.");
        page.picture("incoming-call");
        later(Duration.ofMinutes(1));
        page.until("document.querySelector('#pops').children.length === 0");
        assertThat(page.problems()).isEmpty();
    }

    @Test
    void givenPopUp_whenPressingEscape_thenItGoesAndTypingStays() {
        page.type("#number", "06 1 555");
        vendors.ring("anonymous", "101");
        page.untilShows("#pops", "Unknown caller");

        page.press("Escape");

        page.until("document.querySelector('#pops').children.length === 0");
        assertThat(page.look("document.activeElement.id + ' ' + document.activeElement.value")
                        .text())
                .hasValue("number 06 1 555");
        assertThat(page.problems()).isEmpty();
    }

    @Test
    void givenPageAway_whenACallComes_thenItIsShownOncePageIsBack() {
        OPEN.desk().events().close();
        page.until("document.querySelector('#line').dataset.state === 'waiting'");

        vendors.ring(NORA, "101");

        page.untilShows("#pops", "Kovács Nóra");
        assertThat(page.problems()).isEmpty();
    }

    @Test
    void givenCustomer_whenCallIsClickedTwice_thenThePhoneRingsOnce() {
        page.doubleClick(CALL_NORA);

        page.untilShows("#outgoing", "Calling Kovács Nóra");
        later(Duration.ofMinutes(1));
        page.untilShows("#log", "Kovács Nóra");
        assertThat(vendors.pbx().dials("101", NORA)).isEqualTo(1);
        assertThat(page.problems()).isEmpty();
    }

    @Test
    void givenCallThatEnded_whenPlayIsClicked_thenItsRecordingIsHeard() {
        page.type("#number", "06 30 111 2233");
        page.press("Enter");
        page.untilShows("#outgoing", "Calling");
        later(Duration.ofMinutes(1));
        page.untilShows("#log", "· 0:14");

        page.click("#log [data-does='play']");

        page.until("(a => a.readyState >= 2 && a.duration > 0 && (a.currentTime > 0 || a.ended))"
                + "(document.querySelector('#audio'))");
        assertThat(page.text("#player-title")).isEqualTo("Kovács Nóra at 10:15");
        assertThat(vendors.pbx().dials("101", NORA)).isEqualTo(1);
        assertThat(page.problems()).isEmpty();
    }

    @Test
    void givenManager_whenNewLimitIsApproved_thenItChangesOnce() throws IOException {
        askForLimit("30000", "Fewer banners in April");
        page.untilShows("#requests", "waits for a decision");
        page.until("document.querySelector(\"#requests [data-does='approve']\") === null");
        assertThat(vendors.bank().journal().count("POST", SPEND)).isZero();

        page.choose("#person", "zsuzsa");
        page.until("document.querySelectorAll('#cards > li').length === 3");
        page.picture("approval");
        page.doubleClick("#requests [data-does='approve']");

        page.untilShows("#requests", "done");
        page.untilShows(CARD_LINE, "₽30,000 a month");
        assertThat(vendors.bank().card(CARD).spendLimit().value()).isEqualByComparingTo("30000");
        assertThat(vendors.bank().journal().count("POST", SPEND)).isEqualTo(1);
        assertThat(page.problems()).isEmpty();
    }

    @Test
    void givenManager_whenReissueIsApproved_thenOneNewCardIsMade() {
        page.click(CARD_LINE + "[data-does='reissue']");
        page.type("#reason", "Number was seen in a leak");
        page.click("#ask-send");
        page.untilShows("#requests", "A new card in place of this one");
        assertThat(vendors.bank().timesReissued(CARD)).isZero();

        page.choose("#person", "zsuzsa");
        page.until("document.querySelectorAll('#cards > li').length === 3");
        page.doubleClick("#requests [data-does='approve']");
        page.untilShows("#requests", "at the bank");
        later(Duration.ofSeconds(10));

        page.untilShows("#requests", "done");
        page.until("document.querySelector(\"" + CARD_LINE + "\") === null"
                + " && document.querySelectorAll('#cards > li').length === 3");
        assertThat(vendors.bank().timesReissued(CARD)).isEqualTo(1);
        assertThat(vendors.bank().card(CARD).status()).isEqualTo(CardStatus.CLOSED);
        assertThat(page.problems()).isEmpty();
    }

    @Test
    void givenWordsThatLookLikeMarkup_whenShown_thenTheyAreWords() {
        String markup = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>";

        askForLimit("100", markup);
        vendors.ring("79161234567", "101");

        page.untilShows("#requests", markup);
        page.untilShows("#pops", "North Wind <Import & Export>");
        assertThat(page.look("document.title").text()).hasValue("CRM desk");
        assertThat(page.look("document.querySelectorAll('img').length").number())
                .hasValueSatisfying(images -> assertThat(images).isEqualByComparingTo("1"));
        assertThat(page.problems()).isEmpty();
    }

    @Test
    void givenPhoneScreen_whenAllIsShown_thenItFitsAndHasNames() throws IOException {
        page.size(390, 844);
        vendors.ring("36204445566", "101");
        later(Duration.ofMinutes(1));
        page.untilShows("#log [data-does='play']", "");
        askForLimit("30000", "Fewer banners in April");
        page.untilShows("#requests", "waits for a decision");
        page.click("#log [data-does='play']");
        page.until("document.querySelector('#audio').duration > 1");
        page.look("document.querySelector('#notice').hidden = true");
        page.look("scrollTo(0, 0)");

        vendors.ring(NORA, "101");

        page.untilShows("#pops", "Kovács Nóra");
        assertThat(page.look("document.documentElement.scrollWidth <= 390").isTrue())
                .isTrue();
        assertThat(page.controls()).isNotEmpty().noneMatch(control -> control.endsWith(": "));
        page.picture("narrow");
        assertThat(page.problems()).isEmpty();
    }

    @Test
    void givenKeyboardAlone_whenAskingForALimit_thenFocusComesBack() {
        page.look("document.querySelector(\"" + CARD_LINE + "[data-does='limit']\").focus()");
        page.press("Enter");
        page.until("document.querySelector('#ask').open && document.activeElement.id === 'value'");
        page.press("Escape");
        page.until("!document.querySelector('#ask').open && document.activeElement.dataset.does === 'limit'");
        page.press("Enter");
        page.until("document.querySelector('#ask').open");
        page.look("document.querySelector('#value').focus()");

        page.type("#value", "30000,50");
        page.press("Tab");
        page.press("Tab");
        page.type("#reason", "Fewer banners");
        page.press("Enter");

        page.untilShows("#requests", "₽30,000.50");
        assertThat(page.problems()).isEmpty();
    }

    private void later(Duration step) {
        vendors.runDue();
        OPEN.clock().advance(step);
    }

    private void askForLimit(String value, String reason) {
        page.click(CARD_LINE + "[data-does='limit']");
        page.type("#value", value);
        page.type("#reason", reason);
        page.click("#ask-send");
    }
}
