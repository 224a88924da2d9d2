package io.mostik.testing;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * One request of a journal with what became of it. Immutable.
 *
 * @param request what came
 * @param at when it came, by the vendor's clock
 * @param host the address of the host it came to, without a path
 * @param act its place among the requests that the vendor's handler executed, from 1; 0 if it was not executed
 * @param actedAt when it was executed, by the vendor's clock; when it came if it was not
 * @param said what the vendor's handler said; empty if it was not asked
 * @param written what was written to the client, perhaps mutated or in part; empty if nothing was yet
 * @param ending how the exchange ended: {@code answered}, {@code dropped} and the like; empty while it goes on
 */
public record JournalEntry(
        RecordedRequest request,
        Instant at,
        URI host,
        long act,
        Instant actedAt,
        Optional<Answer> said,
        Optional<Answer> written,
        String ending) {

    static JournalEntry arrived(RecordedRequest request, URI host, Instant now) {
        return new JournalEntry(request, now, host, 0, now, Optional.empty(), Optional.empty(), "");
    }

    /** Returns whether the vendor's handler executed it. */
    public boolean acted() {
        return act > 0;
    }

    JournalEntry acted(long number, Instant now) {
        return new JournalEntry(request, at, host, number, now, said, written, ending);
    }

    JournalEntry said(Answer answer) {
        return new JournalEntry(request, at, host, act, actedAt, Optional.of(answer), written, ending);
    }

    JournalEntry ended(Optional<Answer> sent, String how) {
        return new JournalEntry(request, at, host, act, actedAt, said, sent, how);
    }

    /** Returns the request and how it ended; never a value. */
    @Override
    public String toString() {
        return request + " " + ending;
    }
}
