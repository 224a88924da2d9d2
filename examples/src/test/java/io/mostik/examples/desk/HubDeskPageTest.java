package io.mostik.examples.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.browser.Chromium;
import io.mostik.core.browser.Tab;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The wizard of the hub in a real browser. {@code -Dmostik.docs.write=true} writes its pictures. */
@Tag("any-jdk")
class HubDeskPageTest {

    private static Chromium chromium;

    private HubDesk desk;
    private Tab page;

    @BeforeAll
    static void start() throws IOException {
        chromium = Chromium.start();
    }

    @AfterAll
    static void end() throws IOException {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void open() throws IOException {
        desk = HubDesk.start(0);
        page = chromium.open();
        page.size(1280, 900);
        page.open(desk.address());
        page.until("document.querySelector('#apikey').value !== ''");
        page.click("#connect button");
        page.until("document.querySelectorAll('#preview tr').length === 6 && !document.body.dataset.busy");
    }

    @AfterEach
    void close() {
        assertThat(page.problems()).allMatch(each -> each.contains("422"));
        page.close();
        desk.close();
    }

    private void idle() {
        page.until("!document.body.dataset.busy");
    }

    @Test
    void givenWizard_whenFinished_thenChartsAreShown() throws IOException {
        page.choose("#value", "31");
        idle();
        page.look("document.querySelector('#new-stage').value = 'Ожидание'");
        page.click("#add button");
        page.until("document.querySelector('[data-stage=\"stage-5\"]') !== null");
        idle();
        page.drag("[data-status=\"5100203\"] span", "[data-stage=\"stage-5\"] .title");
        page.until("document.querySelector('[data-stage=\"stage-5\"] [data-status=\"5100203\"]') !== null");
        idle();
        page.picture("hub-wizard");
        page.click("#finish");
        page.until("document.querySelectorAll('#charts img').length === 4"
                + " && [...document.querySelectorAll('#charts img')].every((each) => each.naturalWidth > 0)");
        idle();

        assertThat(page.text("#state")).isEqualTo("connected");
        page.look("document.querySelector('#charts-step').scrollIntoView()");
        page.picture("hub-charts");
    }

    @Test
    void givenKeyboard_whenStatusIsMoved_thenFocusStays() {
        page.look("document.querySelector('[data-does=\"move-5100203\"]').focus()");

        page.choose("[data-does='move-5100203']", "paid");

        page.until("document.querySelector('[data-stage=\"paid\"] [data-status=\"5100203\"]') !== null");
        idle();
        assertThat(page.look("document.activeElement.dataset.does").text()).contains("move-5100203");
        assertThat(page.controls()).anyMatch(each -> each.startsWith("combobox: Stage of the status"));
    }

    @Test
    void givenAnotherParameter_whenValueIsChosen_thenPreviewFollows() {
        page.choose("#parameter", "STATUS");
        idle();
        page.choose("#value", "5100205");

        page.until("[...document.querySelectorAll('#preview tr')].length > 0"
                + " && [...document.querySelectorAll('#preview tr')].every((row) =>"
                + " row.children[1].textContent === document.querySelector('#value').selectedOptions[0].textContent)");
        idle();
        assertThat(page.look("document.querySelector('#parameter').value").text())
                .contains("STATUS");
        page.choose("#parameter", "MANAGER");
        idle();
        assertThat(page.look("document.querySelector('#value').value").text()).contains("");
        assertThat(page.look("document.querySelectorAll('#value option').length > 3")
                        .isTrue())
                .isTrue();
    }

    @Test
    void givenExpression_whenTyped_thenPreviewFollows() {
        page.look("(() => { const field = document.querySelector('#volume'); field.value = '{order.total} * 50%';"
                + " field.dispatchEvent(new Event('input')); })()");

        page.until("[...document.querySelectorAll('#preview tr')].every((row) =>"
                + " Number(row.children[5].textContent) * 2 === Number(row.children[3].textContent))");
        idle();
    }

    @Test
    void givenBrokenExpression_whenTyped_thenIsSaidAndNotFinished() {
        page.look("(() => { const field = document.querySelector('#volume'); field.value = '{order.totl} *';"
                + " field.dispatchEvent(new Event('input')); })()");

        page.until("document.querySelector('#findings .error') !== null");
        idle();
        page.click("#finish");
        page.until("!document.querySelector('#problem').hidden");
        idle();

        assertThat(page.text("#state")).isEqualTo("being configured");
    }

    @Test
    void givenRussian_whenChosen_thenAllIsRussian() throws IOException {
        page.choose("#language", "ru");

        page.untilShows("h1", "Хаб данных");
        assertThat(page.text("#finish")).isEqualTo("Завершить и показать графики");
        page.picture("hub-wizard-ru");
    }
}
