package io.mostik.pbx.vcclive.workflow;

import io.mostik.core.SdkException;
import io.mostik.core.StateStoreException;
import io.mostik.core.once.OnceResult;
import io.mostik.core.once.OnceWrites;
import io.mostik.pbx.vcclive.VccLive;
import io.mostik.pbx.vcclive.links.FieldMapping;
import io.mostik.pbx.vcclive.links.MappingResult;
import io.mostik.pbx.vcclive.records.NewRecord;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The sink <em>add or modify a record</em>: something in another system becomes a record of VCC Live, once for each key,
 * however often it is reported and whenever a process dies. Obtained from {@link VccWorkflows#records}. Thread-safe, on
 * several nodes with one store too.
 *
 * <pre>{@code
 * RecordSync people = VccWorkflows.of(vcc, store).records(134, FieldMapping.of(FieldRule.phone("phone", "phone1")));
 * if (people.add("subscriber-7", Map.of("phone", "+36 30 111 2233")) instanceof OnceResult.Unknown<Long>) {
 *     console.ask("Is subscriber-7 in the project?");               // then people.resolve(...)
 * }
 * }</pre>
 *
 * <p>The vendor publishes no way to look for a record, so one whose answer was lost stays {@code Unknown} until a person
 * looks and tells by {@link #resolve}. Nothing is sent again before that.
 */
public final class RecordSync {

    private final VccLive vcc;
    private final long projectId;
    private final FieldMapping mapping;
    private final OnceWrites<RecordSteps.Entry, Void, Long> writes;

    RecordSync(VccLive vcc, long projectId, FieldMapping mapping, OnceWrites<RecordSteps.Entry, Void, Long> writes) {
        this.vcc = vcc;
        this.projectId = projectId;
        this.mapping = Objects.requireNonNull(mapping, "mapping");
        this.writes = writes;
    }

    /**
     * Adds a record, unless the key has one. What the mapping leaves out is returned by {@link FieldMapping#apply}.
     *
     * @param key what the other system knows it by, such as the id of a subscriber; of any length, may be personal. For an
     *     entry on each change of a status: id and status
     * @return what is known; its result is the id of the record, where the vendor told it, for its answer may say no more
     *     than that it was added. {@code Refused} with {@link SyncRefusal#INCOMPLETE}, and nothing sent, if a required field
     *     is missing
     * @throws SdkException if the call failed; after {@code NOT_SENT} and {@code REJECTED} the next try with this key sends
     *     again
     * @throws StateStoreException if the store failed before anything was sent
     */
    public OnceResult<Long> add(String key, Map<String, String> fields) {
        String id = id(key);
        MappingResult mapped = mapping.apply(fields);
        if (!mapped.isUsable()) {
            return SyncRefusal.INCOMPLETE.result();
        }
        NewRecord record = NewRecord.builder().form(mapped.form()).build();
        return told(writes.perform(id, new RecordSteps.Entry(record)));
    }

    /**
     * Sets the fields of the record that a key became. May be repeated; nothing is remembered.
     *
     * @return the id of the record; {@code Refused}, and nothing sent, with {@link SyncRefusal#NO_RECORD} if the key has no
     *     record whose id is known, or with {@link SyncRefusal#INCOMPLETE}
     * @throws SdkException if the call failed
     */
    public OnceResult<Long> update(String key, Map<String, String> fields) {
        OptionalLong numberId = find(key);
        if (numberId.isEmpty()) {
            return SyncRefusal.NO_RECORD.result();
        }
        MappingResult mapped = mapping.apply(fields);
        if (!mapped.isUsable()) {
            return SyncRefusal.INCOMPLETE.result();
        }
        vcc.records().update(projectId, numberId.getAsLong(), mapped.form());
        return new OnceResult.Done<>(Optional.of(numberId.getAsLong()), OnceResult.How.SENT);
    }

    /** Returns the id of the record that a key became, where it is known. */
    public OptionalLong find(String key) {
        return writes.find(id(key))
                .map(RecordSync::told)
                .flatMap(result -> result instanceof OnceResult.Done<Long> done ? done.result() : Optional.empty())
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /**
     * Writes down what a person has found out about a key that is {@code Unknown}.
     *
     * @param numberId the id of its record; empty if there is none, so that it may be added again
     * @return whether it was resolved; false if the key is not open, or its record is being added at this moment
     */
    public boolean resolve(String key, OptionalLong numberId) {
        return writes.resolve(
                id(key), numberId.isPresent() ? Optional.of(numberId.getAsLong()) : Optional.<Long>empty());
    }

    private static OnceResult<Long> told(OnceResult<Long> result) {
        return result instanceof OnceResult.Done<Long> done
                ? new OnceResult.Done<>(done.result().filter(id -> id != RecordSteps.NOT_TOLD), done.how())
                : result;
    }

    long projectId() {
        return projectId;
    }

    private String id(String key) {
        return SyncKey.of(vcc.customer(), key);
    }

    @Override
    public String toString() {
        return "RecordSync[" + projectId + "]";
    }
}
