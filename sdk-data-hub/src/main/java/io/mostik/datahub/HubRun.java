package io.mostik.datahub;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mostik.core.AuthException;
import io.mostik.core.ProgressListener;
import io.mostik.core.ProgressMeter;
import io.mostik.core.TimeSource;
import io.mostik.core.json.JsonCodec;
import io.mostik.datahub.checks.Findings;
import io.mostik.datahub.connector.HubOrder;
import io.mostik.datahub.connector.RecordSource;
import io.mostik.datahub.report.CsvFormat;
import io.mostik.datahub.report.HubColumn;
import io.mostik.datahub.report.HubRecord;
import io.mostik.datahub.report.HubReport;
import io.mostik.datahub.report.ReportQuery;
import io.mostik.datahub.statuses.StatusMapping;
import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * All orders that pass the filter, as records. Orders are not kept in memory: the next page is requested when the current
 * one is used up. Each walk requests all of them again. An order that cannot be read is counted and left out; one that
 * cannot be calculated is counted and delivered without the value. A vendor that cannot be reached, or rejects the key,
 * stops the walk with an exception.
 *
 * <p>Pages are sorted by id. When an order is deleted while pages are read, the rows behind it move up; the vendor's count
 * shows that, and the pages before are read again. Where a new order comes in the same moment one may be missing from this
 * walk; the next {@link HubConnection#refresh refresh} that sees it change, or the next walk, has it.
 */
public final class HubRun implements Iterable<HubRecord> {

    private static final JsonCodec JSON = JsonCodec.camelCase();

    private final RecordSource orders;
    private final RecordMaker maker;
    private final StatusMapping mapping;
    private final List<HubColumn> columns;
    private final Findings warnings;
    private final Consumer<AuthException> refused;
    private final ProgressListener progress;
    private volatile Counter counter = new Counter();

    HubRun(RecordSource orders, Prepared prepared, Consumer<AuthException> refused) {
        this.orders = orders;
        this.maker = prepared.maker();
        this.mapping = prepared.mapping();
        this.columns = prepared.columns();
        this.warnings = prepared.warnings();
        this.refused = refused;
        this.progress = ProgressListener.none();
    }

    private HubRun(HubRun original, ProgressListener progress) {
        this.orders = original.orders;
        this.maker = original.maker;
        this.mapping = original.mapping;
        this.columns = original.columns;
        this.warnings = original.warnings;
        this.refused = original.refused;
        this.progress = Objects.requireNonNull(progress, "progress");
    }

    /**
     * Returns this run telling how many orders a walk has read, also those that the filter leaves out, at most a few times
     * a second and at the end of the walk; of how many is not known. Told on the walking thread.
     */
    public HubRun progress(ProgressListener listener) {
        return new HubRun(this, listener);
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
        out.append(format.head(columns));
        long count = 0;
        for (HubRecord order : this) {
            out.append(format.line(order, columns));
            count++;
        }
        return count;
    }

    /**
     * Walks all records and writes them as JSON, one on each line, in camel case:
     * {@code {"orderId":1,"createdAt":"2026-03-01T09:00:00Z"}}. Absent properties are left out.
     *
     * @return how many were written
     */
    public long writeJsonLines(Appendable out) throws IOException {
        long count = 0;
        for (HubRecord order : this) {
            out.append(new String(JSON.write(order), UTF_8)).append('\n');
            count++;
        }
        return count;
    }

    /** Returns the columns of the records: those that all have, and those that the settings add. */
    public List<HubColumn> columns() {
        return columns;
    }

    /** Returns what happened to the orders of the latest walk so far. */
    public RunSummary tally() {
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

    /** One walk; reports a refused key before it throws. */
    private final class Walk implements Iterator<HubRecord> {

        private final Counter counts;
        private final Iterator<HubOrder> orders;
        private final ProgressMeter meter = ProgressMeter.start("orders", progress, TimeSource.system());
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
                    meter.add(1);
                }
            } catch (AuthException e) {
                meter.end();
                refused.accept(e);
                throw e;
            } catch (RuntimeException e) {
                meter.end();
                throw e;
            }
            if (ahead.isEmpty()) {
                meter.end();
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
