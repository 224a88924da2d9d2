package io.mostik.core.once;

import java.util.Optional;

/**
 * A write record and its side records, as they were in one moment.
 *
 * @param key the key of the record
 * @param kept the record; empty if there is none
 * @param version the version of the record, {@link io.mostik.core.StateStore#ABSENT} if there is none
 * @param sides the side records
 */
record Snapshot(OnceKey key, Optional<WriteRecord> kept, long version, SideRecords sides) {

    /** Returns the record, or an empty one. */
    WriteRecord record() {
        return kept.orElse(WriteRecord.empty());
    }

    WriteState state() {
        return kept.map(WriteRecord::state).orElse(WriteState.NONE);
    }

    /** Returns whether the last one who got the right to send is the holder of another record of the same write. */
    boolean hasSenderOf(WriteRecord held) {
        return record().sender().equals(held.sender());
    }
}
