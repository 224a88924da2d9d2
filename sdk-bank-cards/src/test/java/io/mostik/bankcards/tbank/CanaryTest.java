package io.mostik.bankcards.tbank;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bankcards.tbank.cards.CardQuery;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.virtualcards.CardRequisites;
import io.mostik.core.ApiException;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Everything is logged at the finest level, and no secret may be found in it, in a message, or in a printed object. */
class CanaryTest {

    private static final String NUMBER = "2200700000000417";
    private static final String REQUISITES =
            "{\"number\":\"" + NUMBER + "\",\"cvc\":\"7351\",\"expiryDate\":{\"year\":2031,\"month\":4}}";
    private static final Logger ROOT = Logger.getLogger("");

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    private final List<String> seen = new ArrayList<>();
    private final Handler everything = new Collecting();
    private Optional<Level> before = Optional.empty();

    @BeforeEach
    void listen() {
        before = Optional.ofNullable(ROOT.getLevel());
        ROOT.setLevel(Level.ALL);
        ROOT.addHandler(everything);
    }

    @AfterEach
    void stop() {
        ROOT.removeHandler(everything);
        before.ifPresent(ROOT::setLevel);
    }

    @Test
    void givenCanaries_whenEverythingGoesWellAndWrong_thenNoneIsShown() {
        String echo = "{\"errorId\":\"e\",\"errorMessage\":\"" + BankServer.TOKEN + " " + NUMBER
                + " 40702810900000012345 +79001234567 a@b.example\",\"errorCode\":\"X\"}";
        vendor.answers(200, REQUISITES);
        try (TBank bank = BankServer.client(vendor, new ManualTime())) {
            try (CardRequisites requisites = bank.virtualCards().requisites(Ucid.of(1))) {
                note(requisites, requisites.number(), requisites.cvc(), bank);
            }
            for (int status : new int[] {400, 401, 403, 422, 200}) {
                vendor.answers(status, echo);
                fail(() -> bank.virtualCards().requisites(Ucid.of(1)));
            }
            for (int i = 0; i < 2; i++) {
                vendor.answers(200, REQUISITES.replace("number", "nummer"));
            }
            fail(() -> bank.virtualCards().requisites(Ucid.of(1)));
            for (int i = 0; i < 3; i++) {
                vendor.answers(500, echo);
            }
            fail(() -> bank.cards().list(CardQuery.all()).toList());
            for (int i = 0; i < 3; i++) {
                vendor.dropsAnswer();
            }
            fail(() -> bank.virtualCards().requisites(Ucid.of(1)));
        }

        assertThat(seen).hasSizeGreaterThan(12);
        assertThat(seen)
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain(
                                BankServer.TOKEN,
                                NUMBER,
                                "7351",
                                "40702810900000012345",
                                "79001234567",
                                "a@b.example"));
    }

    private void fail(Runnable call) {
        try {
            call.run();
            throw new AssertionError("did not fail");
        } catch (RuntimeException e) {
            for (Optional<Throwable> at = Optional.of(e); at.isPresent(); at = at.map(Throwable::getCause)) {
                note(
                        at.get(),
                        String.valueOf(at.get().getMessage()),
                        List.of(at.get().getSuppressed()));
            }
            if (e instanceof ApiException refused) {
                note(refused.error(), refused.failure());
            }
        }
    }

    private void note(Object... things) {
        for (Object thing : things) {
            seen.add(thing.toString());
        }
    }

    /** Keeps what is logged; the server's own log and the JDK's do not belong to us. */
    private final class Collecting extends Handler {

        @Override
        public void publish(LogRecord line) {
            if (String.valueOf(line.getLoggerName()).startsWith("io.mostik")) {
                seen.add(line.getMessage() + " "
                        + List.of(Optional.ofNullable(line.getParameters()).orElse(new Object[0])));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
