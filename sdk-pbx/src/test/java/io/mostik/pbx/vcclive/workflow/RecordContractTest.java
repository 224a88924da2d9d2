package io.mostik.pbx.vcclive.workflow;

import static io.mostik.pbx.vcclive.workflow.VccNode.NORA;
import static io.mostik.pbx.vcclive.workflow.VccNode.PROJECT;

import io.mostik.core.StateStore;
import io.mostik.core.once.OnceResult;
import io.mostik.core.test.ManualTime;
import java.time.Duration;
import java.util.OptionalLong;

/** Nobody but a person can tell what became of a record: somebody looks after a while, each time. */
class RecordContractTest extends VccContract {

    private static final Duration A_WHILE = Duration.ofMinutes(5);

    @Override
    protected Subject open(StateStore store, ManualTime time) {
        return new VccSubject(time, "/v2/projects/{projectId}/records") {

            private final long start = time.nanoTime();

            @Override
            public OnceResult<?> act(StateStore node) {
                OnceResult<Long> result = people(node).add("nora@example.hu", NORA);
                if (result instanceof OnceResult.Unknown && isAWhileLater()) {
                    resolve(node, acted() > 0);
                }
                return result;
            }

            /** By the clock of the person, not of the node. */
            private boolean isAWhileLater() {
                return time.nanoTime() - start > A_WHILE.toNanos();
            }

            @Override
            public int acted() {
                return simulator.records(PROJECT).size();
            }

            @Override
            public void resolve(StateStore node, boolean happened) {
                people(node)
                        .resolve(
                                "nora@example.hu",
                                happened
                                        ? OptionalLong.of(
                                                simulator.records(PROJECT).get(0))
                                        : OptionalLong.empty());
            }

            private RecordSync people(StateStore node) {
                return workflows(node).records(PROJECT, VccNode.SUBSCRIBER);
            }
        };
    }
}
