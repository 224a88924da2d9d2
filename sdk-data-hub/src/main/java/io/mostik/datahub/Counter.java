package io.mostik.datahub;

import io.mostik.core.once.FeedPoll;
import io.mostik.datahub.calc.EvaluationError;
import io.mostik.datahub.calc.internal.Evaluation;
import io.mostik.datahub.calc.internal.Indicators;
import io.mostik.datahub.report.HubRecord;
import java.util.EnumMap;
import java.util.Map;

/** Counts what happens to orders. Thread-safe, since one may look at it while a run goes on. */
final class Counter {

    private final Map<EvaluationError, Long> errors = new EnumMap<>(EvaluationError.class);
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

    synchronized long unreadable() {
        return unreadable;
    }

    synchronized void delivered(HubRecord order, Indicators indicators) {
        delivered++;
        unmapped += order.containerKey().isEmpty() ? 1 : 0;
        unreconciled += indicators.unreconciled() ? 1 : 0;
        count(indicators.cost());
        count(indicators.salesVolume());
    }

    private void count(Evaluation evaluation) {
        evaluation.error().ifPresent(error -> errors.merge(error, 1L, Long::sum));
    }

    RunSummary tally() {
        return tally(FeedPoll.End.COMPLETE);
    }

    synchronized RunSummary tally(FeedPoll.End end) {
        return new RunSummary(read, delivered, unmapped, errors, unreconciled, unreadable, end);
    }
}
