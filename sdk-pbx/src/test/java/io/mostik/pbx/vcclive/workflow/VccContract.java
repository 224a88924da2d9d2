package io.mostik.pbx.vcclive.workflow;

import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.OnceWorkflowContract;
import io.mostik.pbx.vcclive.VccLive;
import io.mostik.testing.vcclive.VccLiveSimulator;
import java.time.Duration;

/** The contract of workflows, over simulated VCC Live and one of its methods. */
abstract class VccContract extends OnceWorkflowContract {

    private static final int MORE_THAN_THE_CLIENT_TRIES = 4;

    /** VCC Live, and one write of a workflow. */
    abstract static class VccSubject implements Subject {

        final VccLiveSimulator simulator = VccLiveSimulator.startFrozen();
        final ManualTime time;
        private final VccLive vcc;
        private final String path;

        VccSubject(ManualTime time, String path) {
            this.time = time;
            this.vcc = VccNode.client(simulator, time);
            this.path = path;
        }

        VccWorkflows workflows(StateStore store) {
            return VccWorkflows.of(vcc, store, time);
        }

        @Override
        public void spoil(Fault fault) {
            switch (fault) {
                case NONE -> {}
                case LOST_AFTER -> simulator.faults().actThenDrop().on("POST", path);
                case LOST_BEFORE -> simulator.faults().dropBeforeActing().on("POST", path);
                case REFUSED ->
                    simulator
                            .faults()
                            .answer(429)
                            .times(MORE_THAN_THE_CLIENT_TRIES)
                            .on("POST", path);
                case LATE -> simulator.faults().actLater(Duration.ofHours(1)).on("POST", path);
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
        public void close() {
            vcc.close();
            simulator.close();
        }
    }
}
