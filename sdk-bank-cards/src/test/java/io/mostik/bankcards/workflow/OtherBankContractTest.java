package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.LimitPeriod;
import io.mostik.core.StateStore;
import io.mostik.core.once.OnceResult;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.OnceWorkflowContract;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A grant at a bank that signs each limit: acts when the limit is in force. Whatever waits is signed after each ask. */
class OtherBankContractTest extends OnceWorkflowContract {

    private static final Grant GRANT = new Grant(Ucid.of(7001), "order-1", new BigDecimal("379.50"));
    private static final int MORE_THAN_THE_CLIENT_TRIES = 4;

    @Override
    protected Subject open(StateStore store, ManualTime time) {
        OtherBankServer server = new OtherBankServer(true, GRANT.ucid().value());
        OtherBank bank = new OtherBank(server, time, true, LimitPeriod.IRREGULAR);
        return new Signed(server, bank, time);
    }

    private record Signed(OtherBankServer server, OtherBank bank, ManualTime time) implements Subject {

        @Override
        public OnceResult<?> act(StateStore node) {
            Allowances allowances = CardWorkflows.of(bank, node, time).allowances();
            Allowance.State state = allowances.grant(GRANT).state();
            server.signAll();
            return switch (state == Allowance.State.GRANTING
                    ? allowances.grant(GRANT).state()
                    : state) {
                case GRANTED -> new OnceResult.Done<>(Optional.empty(), OnceResult.How.SENT);
                case UNKNOWN -> new OnceResult.Unknown<>(false);
                default -> new OnceResult.InProgress<>(Instant.EPOCH);
            };
        }

        @Override
        public void spoil(Fault fault) {
            switch (fault) {
                case NONE -> {}
                case LOST_AFTER -> server.faults().actThenDrop().on("POST", "/cards/{id}/limit");
                case LOST_BEFORE -> server.faults().dropBeforeActing().on("POST", "/cards/{id}/limit");
                case REFUSED ->
                    server.faults()
                            .answer(429)
                            .times(MORE_THAN_THE_CLIENT_TRIES)
                            .on("POST", "/cards/{id}/limit");
                case LATE -> server.faults().actLater(Duration.ofHours(1)).on("POST", "/cards/{id}/limit");
            }
        }

        @Override
        public void deliverLate() {
            server.faults().deliverLate();
            server.signAll();
        }

        @Override
        public int requests() {
            return server.journal().all().size();
        }

        @Override
        public int acted() {
            return server.granted(GRANT.ucid().value()).divide(GRANT.sum()).intValueExact();
        }

        @Override
        public Duration patience() {
            return Duration.ofMinutes(10);
        }

        @Override
        public void resolve(StateStore store, boolean happened) {
            CardWorkflows cards = CardWorkflows.of(bank, store, time);
            cards.once().pending().toList().forEach(open -> cards.once().resolve(open, happened));
        }

        @Override
        public void close() {
            bank.close();
            server.close();
        }
    }
}
