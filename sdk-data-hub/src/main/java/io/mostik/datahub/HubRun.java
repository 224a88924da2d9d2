package io.mostik.datahub;

import io.mostik.core.AuthException;
import io.mostik.datahub.checks.Findings;
import io.mostik.datahub.connector.HubOrder;
import io.mostik.datahub.connector.RecordSource;
import io.mostik.datahub.report.CsvFormat;
import io.mostik.datahub.report.HubRecord;
import io.mostik.datahub.report.HubReport;
import io.mostik.datahub.report.JsonLines;
import io.mostik.datahub.report.ReportQuery;
import io.mostik.datahub.statuses.StatusMapping;
import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * All orders that pass the filter, as records. Nothing is kept: a page of orders is asked for when the one before is used
 * up, so that any number of them fits into a small heap. Each walk asks the vendor anew. An order that cannot be read or
 * calculated is counted and does not stop the walk; a vendor that cannot be reached, or refuses the key, does.
 *
 * <p>Pages are in the order of ids. An order that is deleted while they are read can hide another one from this walk; a
 * {@link HubConnection#refresh refresh} loses none.
 */
public final class HubRun implements Iterable<HubRecord> {

    private final RecordSource orders;
    private final RecordMaker maker;
    private final StatusMapping mapping;
    private final Findings warnings;
    private final Consumer<AuthException> refused;
    private volatile Counter counter = new Counter();

    HubRun(RecordSource orders, Prepared prepared, Consumer<AuthException> refused) {
        this.orders = orders;
        this.maker = prepared.maker();
        this.mapping = prepared.mapping();
        this.warnings = prepared.warnings();
        this.refused = refused;
    }

    /** Returns the records, each made when it is asked for. */
    public Stream<HubRecord> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    /** Returns the records, each made when it is asked for. */
    @Override
    public Iterator<HubRecord> iterator() {
        Counter counts = new Counter();
        counter = counts;
        return new Walk(counts);
    }

    /** Walks all records and adds them up. */
    public HubReport report(ReportQuery query) {
        return HubReport.of(this, mapping, query);
    }

    /**
     * Walks all records and writes them as CSV, with a head.
     *
     * @return how many were written
     */
    public long writeCsv(Appendable out, CsvFormat format) throws IOException {
        out.append(format.head());
        long count = 0;
        for (HubRecord order : this) {
            out.append(format.line(order));
            count++;
        }
        return count;
    }

    /**
     * Walks all records and writes them as JSON, a line each.
     *
     * @return how many were written
     */
    public long writeJsonLines(Appendable out) throws IOException {
        long count = 0;
        for (HubRecord order : this) {
            out.append(JsonLines.write(order)).append('\n');
            count++;
        }
        return count;
    }

    /** Returns what happened to the orders of the latest walk so far. */
    public RunTally tally() {
        return counter.tally();
    }

    /** Returns what was found about the settings when the run was prepared, such as statuses that were deleted. */
    public Findings warnings() {
        return warnings;
    }

    private Iterator<HubOrder> walk(Counter counts) {
        return maker.filter().matchesNothing()
                ? Collections.emptyIterator()
                : orders.list(maker.filter().pushed().only(orders.pushDowns()), counts::unreadable)
                        .iterator();
    }

    /** One walk; tells of a refused key before the caller hears of it. */
    private final class Walk implements Iterator<HubRecord> {

        private final Counter counts;
        private final Iterator<HubOrder> orders;
        private Optional<HubRecord> ahead = Optional.empty();

        Walk(Counter counts) {
            this.counts = counts;
            this.orders = walk(counts);
        }

        @Override
        public boolean hasNext() {
            try {
                while (ahead.isEmpty() && orders.hasNext()) {
                    ahead = maker.make(orders.next(), counts).record();
                }
            } catch (AuthException e) {
                refused.accept(e);
                throw e;
            }
            return ahead.isPresent();
        }

        @Override
        public HubRecord next() {
            if (!hasNext()) {
                throw new NoSuchElementException("no more records");
            }
            HubRecord next = ahead.orElseThrow();
            ahead = Optional.empty();
            return next;
        }
    }
}
