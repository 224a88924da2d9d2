package io.mostik.bankcards.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.Async;
import io.mostik.core.BatchExecutor;
import io.mostik.core.StateStore;
import io.mostik.core.once.OnceResult;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.TBankSimulator;
import java.math.BigDecimal;
import java.util.List;

/**
 * Two sums in one batch of the bank, each spent as soon as it is there: of a sum that is left, a second grant would not
 * show. The bank has acted as often as for the card for which it acted most.
 */
class GrantAllContractTest extends CardContract {

    private static final BigDecimal SUM = new BigDecimal("400");

    @Override
    protected Subject open(StateStore store, ManualTime time) {
        return new CardSubject(time, "PUT /api/v3/card/limits/set_batch") {

            private final Async async = Async.create();
            private final List<Grant> grants = List.of(grant("order-1"), grant("order-2"));

            private Grant grant(String order) {
                return new Grant(Ucid.of(simulator.addPlastic(TBankSimulator.ACCOUNT, "ANNA PETROVA")), order, SUM);
            }

            @Override
            public OnceResult<?> act(StateStore node) {
                grants.forEach(grant -> simulator.spend(grant.ucid().value(), SUM));
                List<BatchExecutor.Result<Grant, Allowance>> results = grantAll(node);
                for (BatchExecutor.Result<Grant, Allowance> result : results) {
                    result.failure().ifPresent(failure -> raise(failure));
                }
                List<Allowance.State> states = results.stream()
                        .map(result -> result.value().orElseThrow().state())
                        .toList();
                if (!states.stream().allMatch(Allowance.State.GRANTED::equals)) {
                    return states.contains(Allowance.State.UNKNOWN) ? new OnceResult.Unknown<>(false) : inProgress();
                }
                assertThat(grants).allMatch(grant -> granted(grant) == 1);
                return done();
            }

            private List<BatchExecutor.Result<Grant, Allowance>> grantAll(StateStore node) {
                try {
                    return workflows(node)
                            .allowances()
                            .grantAll(grants, BatchExecutor.on(async).atOnce(1));
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public int acted() {
                return grants.stream().mapToInt(this::granted).max().orElseThrow();
            }

            private int granted(Grant grant) {
                return simulator.grantedTotal(grant.ucid().value()).divide(SUM).intValueExact();
            }

            @Override
            public void close() {
                async.close();
                super.close();
            }
        };
    }

    private static void raise(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        throw new IllegalStateException(failure);
    }
}
