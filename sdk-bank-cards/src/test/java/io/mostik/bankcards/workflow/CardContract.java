package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.core.StateStore;
import io.mostik.core.once.OnceResult;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.OnceWorkflowContract;
import io.mostik.testing.tbank.TBankSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The contract of workflows, over the simulated bank and one of its methods. */
abstract class CardContract extends OnceWorkflowContract {

    private static final int MORE_THAN_THE_CLIENT_TRIES = 4;

    /** A bank, and one write of a card workflow. */
    abstract static class CardSubject implements Subject {

        final TBankSimulator simulator = TBankSimulator.startFrozen();
        final ManualTime time;
        private final TBank bank;
        private final String verb;
        private final String path;

        CardSubject(ManualTime time, String method) {
            this.time = time;
            this.bank = SimulatedBank.client(simulator, time);
            this.verb = method.split(" ", 2)[0];
            this.path = method.split(" ", 2)[1];
        }

        CardWorkflows workflows(StateStore store) {
            return CardWorkflows.of(bank, store, time);
        }

        @Override
        public void spoil(Fault fault) {
            switch (fault) {
                case NONE -> {}
                case LOST_AFTER -> simulator.faults().actThenDrop().on(verb, path);
                case LOST_BEFORE -> simulator.faults().dropBeforeActing().on(verb, path);
                case REFUSED ->
                    simulator
                            .faults()
                            .answer(429)
                            .times(MORE_THAN_THE_CLIENT_TRIES)
                            .on(verb, path);
                case LATE -> simulator.faults().actLater(Duration.ofHours(1)).on(verb, path);
            }
        }

        @Override
        public void deliverLate() {
            simulator.faults().deliverLate();
        }

        @Override
        public int requests() {
            return simulator.journal().all().size();
        }

        @Override
        public Duration patience() {
            return Duration.ofMinutes(10);
        }

        @Override
        public void resolve(StateStore store, boolean happened) {
            CardWorkflows cards = workflows(store);
            cards.once().pending().toList().forEach(open -> cards.once().resolve(open, happened));
        }

        @Override
        public void close() {
            bank.close();
            simulator.close();
        }

        static <T> OnceResult<T> done() {
            return new OnceResult.Done<>(Optional.empty(), OnceResult.How.SENT);
        }

        static <T> OnceResult<T> inProgress() {
            return new OnceResult.InProgress<>(Instant.EPOCH);
        }

        static <T> OnceResult<T> told(ChangeRequest change) {
            return switch (change.state()) {
                case EXECUTED -> done();
                case EXECUTING -> inProgress();
                case UNKNOWN -> new OnceResult.Unknown<>(false);
                default -> new OnceResult.Refused<>(String.valueOf(change.state()));
            };
        }

        /** Returns the one change that is asked for under one id; made and approved the first time. */
        static String approved(CardWorkflows cards, Supplier<ChangeRequest> request) {
            List<ChangeRequest> known = cards.approvals().all();
            String id = known.isEmpty() ? request.get().id() : known.get(0).id();
            if (known.isEmpty()) {
                cards.approvals().approve(id, "cfo");
            }
            return id;
        }
    }
}
