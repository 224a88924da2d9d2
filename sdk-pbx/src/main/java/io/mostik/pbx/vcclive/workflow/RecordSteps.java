package io.mostik.pbx.vcclive.workflow;

import io.mostik.core.once.OnceSteps;
import io.mostik.core.once.ReadBack;
import io.mostik.core.once.Sent;
import io.mostik.pbx.vcclive.records.NewRecord;
import io.mostik.pbx.vcclive.records.RecordsApi;
import java.util.Optional;

/** Adds a record. The vendor publishes no search, so nobody but a person can tell whether a lost one was added. */
final class RecordSteps implements OnceSteps<RecordSteps.Entry, Void, Long> {

    /** Replaces the id of a record of which the vendor said no more than that it was added. */
    static final long NOT_TOLD = 0;

    private final RecordsApi records;
    private final long projectId;

    RecordSteps(RecordsApi records, long projectId) {
        this.records = records;
        this.projectId = projectId;
    }

    /** The record to add; not kept. */
    record Entry(NewRecord content) {}

    @Override
    public Sent<Long> send(Entry asked, Optional<Void> before) {
        return Sent.result(records.add(projectId, asked.content()).orElse(NOT_TOLD));
    }

    @Override
    public ReadBack<Long> readBack(Entry asked, Optional<Void> before) {
        return ReadBack.unknown();
    }
}
