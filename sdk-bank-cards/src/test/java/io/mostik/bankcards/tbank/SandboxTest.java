package io.mostik.bankcards.tbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.AuthException;
import io.mostik.core.Secret;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.TBankSimulator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sandbox judges requests by the bank's contract alone: a second reading of the facts that every method has to pass. */
class SandboxTest {

    private final TBankSimulator simulator = TBankSimulator.startFrozen();

    @AfterEach
    void close() {
        simulator.close();
    }

    static Stream<ContractRow> rows() {
        return ContractRows.all();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void givenSandbox_whenCalling_thenKeepsContractAndReadsAnswer(ContractRow row) {
        try (TBank bank = sandbox(simulator.sandboxToken())) {
            assertThatCode(() -> row.call().apply(bank)).doesNotThrowAnyException();
        }

        assertThat(simulator.journal().acted()).hasSize(1);
    }

    @Test
    void givenAnotherToken_whenCallingSandbox_thenIsRefused() {
        try (TBank bank = sandbox("t.other")) {
            AuthException failure = catchThrowableOfType(
                    AuthException.class, () -> bank.company().get());

            assertThat(failure).hasMessageContaining("токен").hasMessageNotContaining("t.other");
        }
    }

    private TBank sandbox(String token) {
        return TBank.builder()
                .environment(Environment.of(
                        simulator.sandboxUri().toString(),
                        simulator.sandboxSecuredUri().toString()))
                .token(Secret.of(token))
                .http(http -> http.time(new ManualTime()))
                .build();
    }
}
