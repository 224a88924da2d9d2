package io.mostik.examples.desk;

import io.mostik.core.browser.Chromium;
import io.mostik.core.browser.Tab;
import io.mostik.testing.SimulatedClock;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A desk of its own for each test, open in a real browser. To be registered in a static field. */
final class DeskInBrowser implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private SimulatedClock clock;
    private Chromium chromium;
    private DemoVendors vendors;
    private CrmDesk desk;
    private Tab page;

    SimulatedClock clock() {
        return clock;
    }

    DemoVendors vendors() {
        return vendors;
    }

    CrmDesk desk() {
        return desk;
    }

    Tab page() {
        return page;
    }

    /** Waits until the page is connected and shows the cards of a manager. */
    void untilShown() {
        page.until("document.querySelector('#line').dataset.state === 'on'"
                + " && document.querySelectorAll('#cards > li').length === 2");
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        chromium = Chromium.start();
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        clock = SimulatedClock.at(Instant.parse("2026-03-02T09:15:00Z"));
        vendors = DemoVendors.start(clock);
        desk = CrmDesk.start(0, vendors);
        page = chromium.open();
        page.open(desk.address());
        untilShown();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (page != null) {
            page.close();
        }
        if (desk != null) {
            desk.close();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (chromium != null) {
            chromium.close();
        }
    }
}
