package io.mostik.bankcards.tbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.bankcards.tbank.cards.BlockReason;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.ApiException;
import io.mostik.core.Outcome;
import io.mostik.core.http.RetryPolicy;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes with a status of success, and what it proves. */
class SuccessBodiesTest {

    private static final Ucid UCID = Ucid.of(1100200301);
    private static final String CARD =
            "{\"ucid\":1100200301,\"accountNumber\":\"40702810900000012345\",\"cardName\":\"A\",\"status\":\"NORM\"}";

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    private TBank bank;

    @BeforeEach
    void connect() {
        bank = BankServer.builder(vendor, new ManualTime())
                .http(http -> http.retry(RetryPolicy.none()))
                .build();
    }

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void givenByteOrderMark_whenReading_thenTheCardIsThere() {
        vendor.answers(200, "\uFEFF" + CARD);

        assertThat(bank.cards().get(UCID).ucid()).isEqualTo(UCID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "OK", "ok", "Ok\n", "\uFEFFok", "\"OK\"", "true", "{}", "\uFEFF{}", "[]"})
    void givenWordOfSuccess_whenBlocking_thenItIsDone(String body) {
        vendor.answers(200, body);

        bank.cards().block(UCID, BlockReason.CLIENT_INITIATED, "");

        assertThat(vendor.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "502 Bad Gateway",
                "Service is being updated",
                "\uFEFF<html></html>",
                "okay, later",
                "\"no end",
                "Сервис недоступен",
                "- maintenance -"
            })
    void givenSentence_whenBlocking_thenNothingIsKnown(String body) {
        vendor.answers(200, body);

        ApiException failure = catchThrowableOfType(
                ApiException.class, () -> bank.cards().block(UCID, BlockReason.CLIENT_INITIATED, ""));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    }
}
