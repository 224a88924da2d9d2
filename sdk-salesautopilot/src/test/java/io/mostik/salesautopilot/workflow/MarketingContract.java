package io.mostik.salesautopilot.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.http.SdkRuntime;
import io.mostik.core.once.Once;
import io.mostik.core.once.OnceResult;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.OnceWorkflowContract;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import java.time.Duration;

/** The contract of workflows, over the simulated vendor and one of its methods. */
abstract class MarketingContract extends OnceWorkflowContract {

    static final ListId NEWSLETTER = ListId.of(SalesAutopilotSimulator.NEWSLETTER);
    static final ListId ORDERS = ListId.of(SalesAutopilotSimulator.ORDERS);
    static final FormId SIGN_UP = FormId.of(SalesAutopilotSimulator.SIGN_UP_FORM);
    static final FormId ORDER = FormId.of(SalesAutopilotSimulator.ORDER_FORM);
    static final FormId PAID = FormId.of(SalesAutopilotSimulator.PAID_FORM);

    private static final int MORE_THAN_THE_CLIENT_TRIES = 6;

    /** A vendor, and one write of a marketing workflow. */
    abstract static class MarketingSubject implements Subject {

        final SalesAutopilotSimulator vendor = SalesAutopilotSimulator.startFrozen();
        private final SdkRuntime runtime = SdkRuntime.create();
        private final SalesAutopilot sales;
        private final ManualTime time;
        private final FormId form;
        private final String verb;
        private final String path;

        MarketingSubject(ManualTime time, FormId form, String method) {
            this.time = time;
            this.form = form;
            this.sales = SalesAutopilot.builder()
                    .keyPair(vendor.username(), Secret.of(vendor.password()))
                    .baseUri(vendor.uri().toString())
                    .http(http -> http.time(time).runtime(runtime))
                    .build();
            this.verb = method.split(" ", 2)[0];
            this.path = method.split(" ", 2)[1];
            vendor.parallelRefused(false);
        }

        MarketingWorkflows workflows(StateStore store) {
            return MarketingWorkflows.of(sales, store, time);
        }

        /** Returns what a node was told of one entry; its failure is thrown. */
        static <R> OnceResult<R> told(EntryResult<R> entry) {
            if (entry.failure().isPresent()) {
                throw entry.failure().get();
            }
            return entry.result().orElseThrow();
        }

        @Override
        public void spoil(Fault fault) {
            switch (fault) {
                case NONE -> {}
                case LOST_AFTER -> vendor.faults().actThenDrop().on(verb, path);
                case LOST_BEFORE -> vendor.faults().dropBeforeActing().on(verb, path);
                case REFUSED ->
                    vendor.faults()
                            .answer(429)
                            .times(MORE_THAN_THE_CLIENT_TRIES)
                            .on(verb, path);
                case LATE -> vendor.faults().actLater(Duration.ofHours(1)).on(verb, path);
            }
        }

        @Override
        public void deliverLate() {
            vendor.faults().deliverLate();
        }

        @Override
        public int acted() {
            return vendor.timesFired(form.value());
        }

        @Override
        public int requests() {
            return vendor.journal().all().size();
        }

        @Override
        public Duration patience() {
            return Duration.ofMinutes(10);
        }

        /** A process that slept for a day leaves a doubt that only a person can settle. */
        @Override
        public void resolve(StateStore store, boolean happened) {
            Once once = workflows(store).once();
            once.pending()
                    .toList()
                    .forEach(open -> assertThat(once.resolve(open, happened)).isTrue());
        }

        @Override
        public void close() {
            sales.close();
            runtime.close();
            vendor.close();
        }
    }
}
