package io.mostik.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.bankcards.tbank.Environment;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.workflow.Allowance;
import io.mostik.bankcards.workflow.Allowances;
import io.mostik.bankcards.workflow.CardRefusedException;
import io.mostik.bankcards.workflow.CardWorkflows;
import io.mostik.bankcards.workflow.Grant;
import io.mostik.core.SdkException;
import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.StateStoreException;
import io.mostik.core.TimeSource;
import io.mostik.core.http.RetryPolicy;
import io.mostik.core.http.SdkRuntime;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.orders.Order;
import io.mostik.testing.Answer;
import io.mostik.testing.remonline.RemOnlineSimulator;
import io.mostik.testing.tbank.TBankSimulator;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

class SdkProblemsTest {

    private final RemOnlineSimulator vendor = RemOnlineSimulator.start();
    private final SdkRuntime runtime = SdkRuntime.create();
    private final LastOutcomes outcomes = new LastOutcomes(2, TimeSource.system());
    private final RemOnline remonline = RemOnline.builder()
            .baseUri(vendor.v2Uri().toString())
            .apiKey(Secret.of(vendor.apiKey()))
            .http(http -> http.runtime(runtime)
                    .retry(RetryPolicy.none())
                    .listener(outcomes.of(ClientId.ofDefault("remonline"))))
            .build();

    @AfterEach
    void close() {
        remonline.close();
        runtime.close();
        vendor.close();
    }

    @Test
    void givenBusyVendor_whenAnswered_thenTellsWhenToComeAgain() {
        vendor.faults().answer(Answer.json(429, Map.of("message", "canary")).with("Retry-After", "40"));

        ResponseEntity<ProblemDetail> answer = problem();

        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("40");
        assertThat(answer.getBody().getProperties()).containsEntry("retryable", true);
        assertThat(answer.getBody().toString()).doesNotContain("canary", "/orders/");
    }

    @Test
    void givenLostAnswer_whenAnswered_thenTheCallerIsNotToldToRepeat() {
        long id = vendor.seedOrder();
        vendor.faults().actThenDrop();
        SdkException failure = catchThrowableOfType(
                SdkException.class, () -> remonline.orders().setStatus(id, 5100203, "ready"));

        ResponseEntity<ProblemDetail> answer = new SdkProblems().failed(failure, Locale.ENGLISH);

        assertThat(answer.getStatusCode().value()).isEqualTo(502);
        assertThat(answer.getHeaders().containsKey("Retry-After")).isFalse();
        assertThat(answer.getBody().getProperties())
                .containsEntry("outcome", "UNKNOWN")
                .containsEntry("retryable", false);
        assertThat(answer.getBody().getDetail()).startsWith(failure.hint(Locale.ENGLISH));
    }

    @Test
    void givenStoreThatFails_whenAnswered_thenNobodyIsToldToRepeat() {
        ResponseEntity<ProblemDetail> answer = new SdkProblems().failed(new StateStoreException("could not commit"));

        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().containsKey("Retry-After")).isFalse();
        assertThat(answer.getBody().getProperties())
                .containsEntry("outcome", "UNKNOWN")
                .containsEntry("retryable", false);
    }

    @Test
    void givenRefusalOfAWorkflow_whenAnswered_thenItIsAConflict() {
        try (TBankSimulator bank = TBankSimulator.start();
                TBank client = TBank.builder()
                        .environment(Environment.of(
                                bank.ordinaryUri().toString(), bank.securedUri().toString()))
                        .token(Secret.of(bank.token()))
                        .build()) {
            Allowances allowances =
                    CardWorkflows.of(client, StateStore.inMemory()).allowances();
            Ucid card = Ucid.of(TBankSimulator.VIRTUAL_CARD);
            Allowance unused = allowances.grant(new Grant(card, "order 1", BigDecimal.TEN));
            CardRefusedException refusal = catchThrowableOfType(
                    CardRefusedException.class, () -> allowances.grant(new Grant(card, "order 1", BigDecimal.ONE)));

            ResponseEntity<ProblemDetail> answer = new CardProblems().refused(refusal);

            assertThat(answer.getStatusCode().value()).isEqualTo(409);
            assertThat(answer.getBody().getProperties())
                    .containsEntry("reason", "OTHER_SUM")
                    .containsEntry("retryable", false);
        }
    }

    @Test
    void givenForbiddenCall_whenProbed_thenTheClientIsNotDown() {
        vendor.faults().answer(Answer.json(403, Map.of("message", "no right")));
        problem();
        Map<String, Object> alone = details();
        vendor.faults().off();
        Order unused = remonline.orders().get(vendor.seedOrder());

        assertThat(alone).containsEntry("status", "UNKNOWN").containsEntry("forbidden", "orders.get");
        assertThat(details()).containsEntry("status", "UP").doesNotContainKey("forbidden");
    }

    @Test
    void givenRefusedKey_whenForbiddenAfterwards_thenItStaysDown() {
        vendor.faults().answer(Answer.json(401, Map.of("message", "no key")));
        problem();
        vendor.faults().off();
        vendor.faults().answer(Answer.json(403, Map.of("message", "no right")));

        problem();

        assertThat(details()).containsEntry("status", "DOWN").containsEntry("forbidden", "orders.get");
    }

    @Test
    void givenFailures_whenTheyGoOn_thenIsDownUntilSuccess() {
        long id = vendor.seedOrder();
        vendor.faults().dropBeforeActing().times(2);
        problem();
        boolean afterOne = outcomes.isAnyDown();
        problem();
        boolean afterTwo = outcomes.isAnyDown();
        vendor.faults().off();

        remonline.orders().get(id);

        assertThat(afterOne).isFalse();
        assertThat(afterTwo).isTrue();
        assertThat(outcomes.isAnyDown()).isFalse();
    }

    @Test
    void givenLimitThatHoldsBack_whenCalled_thenTheVendorIsNotBlamed() {
        vendor.faults()
                .answer(Answer.json(429, Map.of()).with("Retry-After", "50"))
                .times(1);

        problem();
        problem();
        problem();

        assertThat(outcomes.isAnyDown()).isFalse();
    }

    private Map<String, Object> details() {
        return outcomes.clients().get("remonline").details();
    }

    private ResponseEntity<ProblemDetail> problem() {
        SdkException failure = catchThrowableOfType(
                SdkException.class, () -> remonline.orders().get(1));
        return new SdkProblems().failed(failure, Locale.ENGLISH);
    }
}
