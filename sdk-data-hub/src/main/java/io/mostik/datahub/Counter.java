package io.mostik.datahub;

import io.mostik.core.once.FeedPoll;
import io.mostik.datahub.calc.Evaluation;
import io.mostik.datahub.calc.Indicators;
import io.mostik.datahub.calc.Trouble;
import io.mostik.datahub.report.HubRecord;
import java.util.EnumMap;
import java.util.Map;

/** Counts what happens to orders. Thread-safe, since one may look at it while a run goes on. */
final class Counter {

    private final Map<Trouble, Long> troubles = new EnumMap<>(Trouble.class);
    private long read;
    private long delivered;
    private long unmapped;
    private long unreconciled;
    private long unreadable;

    synchronized void read() {
        read++;
    }

    synchronized void unreadable(int rows) {
        unreadable += rows;
    }

    synchronized void delivered(HubRecord order, Indicators indicators) {
        delivered++;
        unmapped += order.containerKey().isEmpty() ? 1 : 0;
        unreconciled += indicators.unreconciled() ? 1 : 0;
        count(indicators.cost());
        count(indicators.salesVolume());
    }

    private void count(Evaluation evaluation) {
        evaluation.trouble().ifPresent(trouble -> troubles.merge(trouble, 1L, Long::sum));
    }

    RunTally tally() {
        return tally(FeedPoll.End.COMPLETE);
    }

    synchronized RunTally tally(FeedPoll.End end) {
        return new RunTally(read, delivered, unmapped, troubles, unreconciled, unreadable, end);
    }
}
