package io.mostik.pbx.vcclive.links;

import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.pbx.vcclive.links.LinkResult.State;
import io.mostik.pbx.vcclive.records.NewRecord;
import io.mostik.pbx.vcclive.records.RecordsApi;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The sink <em>add or modify a record</em>: what happens in another system becomes a record, once for each key, however
 * often the other system tells it and whenever the process dies. It remembers before it sends; where an answer was lost,
 * it does not send again. Thread-safe, across processes too if the store is.
 */
public final class RecordLink {

    private static final String SENDING = "?";

    private final RecordsApi records;
    private final long projectId;
    private final FieldMapping mapping;
    private final StateStore store;

    /**
     * Creates a link.
     *
     * @param records of the client that is to write
     * @param projectId the project that gets the records
     * @param mapping which field goes where
     * @param store remembers which key became which record
     */
    public RecordLink(RecordsApi records, long projectId, FieldMapping mapping, StateStore store) {
        this.records = Objects.requireNonNull(records, "records");
        this.projectId = projectId;
        this.mapping = Objects.requireNonNull(mapping, "mapping");
        this.store = Objects.requireNonNull(store, "store");
    }

    /**
     * Adds a record, unless the key has one.
     *
     * @param key what the other system knows it by, such as the id of a subscriber; for an entry on each change of a
     *     status, id and status
     * @throws SdkException if it failed; where it cannot have happened, the next try with this key sends it again
     */
    public LinkResult add(String key, Map<String, String> fields) {
        Mapped mapped = mapping.apply(fields);
        if (!mapped.isUsable()) {
            return new LinkResult(State.INCOMPLETE, OptionalLong.empty(), mapped.unmapped());
        }
        String name = name(key);
        if (!store.replace(name, SENDING, StateStore.ABSENT, Optional.empty())) {
            return known(name, mapped);
        }
        try {
            OptionalLong id = records.add(
                    projectId, NewRecord.builder().form(mapped.form()).build());
            store.put(name, text(id));
            return new LinkResult(State.DONE, id, mapped.unmapped());
        } catch (SdkException e) {
            remember(name, e.outcome());
            throw e;
        }
    }

    /**
     * Sets the fields of the record that a key became.
     *
     * @return {@code UNDECIDED} where the key has no record whose id is known
     */
    public LinkResult update(String key, Map<String, String> fields) {
        Mapped mapped = mapping.apply(fields);
        OptionalLong id = find(key);
        if (id.isEmpty()) {
            return new LinkResult(State.UNDECIDED, id, mapped.unmapped());
        }
        if (!mapped.isUsable()) {
            return new LinkResult(State.INCOMPLETE, id, mapped.unmapped());
        }
        records.update(projectId, id.getAsLong(), mapped.form());
        return new LinkResult(State.DONE, id, mapped.unmapped());
    }

    /** Returns the id of the record that a key became, where it is known. */
    public OptionalLong find(String key) {
        return store.find(name(key))
                .map(StateStore.Entry::value)
                .map(RecordLink::id)
                .orElse(OptionalLong.empty());
    }

    /**
     * Tells what somebody has found out about an undecided key.
     *
     * @param numberId the id of its record; empty if there is none, so that it may be added again
     */
    public void settle(String key, OptionalLong numberId) {
        String name = name(key);
        if (numberId.isPresent()) {
            store.put(name, text(numberId));
        } else {
            store.find(name).ifPresent(entry -> store.remove(name, entry.version()));
        }
    }

    private LinkResult known(String name, Mapped mapped) {
        String value = store.find(name).map(StateStore.Entry::value).orElse(SENDING);
        State state = value.equals(SENDING) ? State.UNDECIDED : State.KNOWN;
        return new LinkResult(state, id(value), mapped.unmapped());
    }

    private void remember(String name, Outcome outcome) {
        boolean didNotHappen = outcome == Outcome.NOT_SENT || outcome == Outcome.REJECTED;
        if (didNotHappen) {
            store.find(name).ifPresent(entry -> store.remove(name, entry.version()));
        } else if (outcome == Outcome.APPLIED) {
            store.put(name, "");
        }
    }

    private static String text(OptionalLong id) {
        return id.isPresent() ? Long.toString(id.getAsLong()) : "";
    }

    private static OptionalLong id(String value) {
        boolean isId = !value.isEmpty() && !value.equals(SENDING);
        return isId ? OptionalLong.of(Long.parseLong(value)) : OptionalLong.empty();
    }

    /** Keys may be e-mail addresses: the store gets a digest. */
    private String name(String key) {
        if (key.isBlank()) {
            throw new IllegalArgumentException("key must not be blank");
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return String.join(
                    ".",
                    List.of(
                            "vcclive",
                            "link",
                            Long.toString(projectId),
                            HexFormat.of().formatHex(digest)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
