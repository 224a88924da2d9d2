package io.mostik.core.once;

import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.StateStore;
import io.mostik.core.TransportException;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.OnceWorkflowContract;
import java.time.Duration;
import java.util.function.Function;

/** The plainest workflow there is passes the contract of all. */
class CountedWorkflowTest extends OnceWorkflowContract {

    private static final Duration LEASE = Duration.ofMinutes(2);

    @Override
    protected Subject open(StateStore store, ManualTime time) {
        return new Counted(time);
    }

    private static final class Counted implements Subject {

        private final ManualTime time;
        private Fault next = Fault.NONE;
        private int requests;
        private int acted;
        private int late;

        Counted(ManualTime time) {
            this.time = time;
        }

        @Override
        public OnceResult<?> act(StateStore store) {
            Function<String, ReadBack<String>> readBack =
                    asked -> acted > 0 ? ReadBack.applied(asked) : ReadBack.notApplied();
            return Once.over(store, time)
                    .writes(
                            Kind.builder("test/counted", String.class, Void.class, String.class)
                                    .ids(IdPolicy.PLAIN)
                                    .content(ContentPolicy.STORED)
                                    .lease(LEASE)
                                    .build(),
                            OnceSteps.<String, Void, String>of(this::send, readBack))
                    .perform("order-1", "500");
        }

        private String send(String asked) {
            Fault fault = next;
            next = Fault.NONE;
            requests++;
            return switch (fault) {
                case REFUSED -> throw failure(Outcome.REJECTED);
                case LOST_BEFORE -> throw failure(Outcome.UNKNOWN);
                case LATE -> {
                    late++;
                    throw failure(Outcome.UNKNOWN);
                }
                case LOST_AFTER -> {
                    acted++;
                    throw failure(Outcome.UNKNOWN);
                }
                case NONE -> {
                    acted++;
                    yield asked;
                }
            };
        }

        private static TransportException failure(Outcome outcome) {
            return new TransportException("spoiled", FailureInfo.temporary("counted.write", outcome, Phase.HEAD), null);
        }

        @Override
        public void spoil(Fault fault) {
            next = fault;
        }

        @Override
        public void deliverLate() {
            acted += late;
            late = 0;
        }

        @Override
        public int requests() {
            return requests;
        }

        @Override
        public int acted() {
            return acted;
        }

        @Override
        public Duration patience() {
            return LEASE.multipliedBy(2);
        }

        @Override
        public void close() {}
    }
}
