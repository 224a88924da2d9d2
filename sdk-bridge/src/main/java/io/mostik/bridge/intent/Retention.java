package io.mostik.bridge.intent;

import io.mostik.bridge.Keep;
import io.mostik.bridge.decision.Decisions;
import io.mostik.bridge.store.BridgeDatabase;
import io.mostik.bridge.store.PersonIndex;
import io.mostik.bridge.store.Sql;
import io.mostik.bridge.text.SortedIds;
import java.time.Instant;

/**
 * Forgets what need not be kept. What has ended loses its fields, results and the vendor's words first, and its row when
 * nobody can send the document again; what is open or unknown is kept whole.
 */
final class Retention {

    private static final int SOME = 1_000;
    private static final String ENDED = "select id from mb_intent where id < ? and state in"
            + " ('DONE', 'REFUSED', 'CANCELLED') and changed_at < ?";

    private final BridgeDatabase database;
    private final Journal journal;
    private final Decisions decisions;
    private final Keep keep;

    Retention(BridgeDatabase database, Journal journal, Decisions decisions, Keep keep) {
        this.database = database;
        this.journal = journal;
        this.decisions = decisions;
        this.keep = keep;
    }

    void run() {
        Instant now = journal.now();
        repeat(
                "update mb_intent set fields = '{}', results = '{}', vendor_says = null where id in (" + ENDED
                        + " and (fields <> '{}' or results <> '{}' or vendor_says is not null) limit " + SOME + ")",
                now.minus(keep.fields()));
        repeat("delete from mb_intent where id in (" + ENDED + " limit " + SOME + ")", now.minus(keep.keys()));
        forgetPersons(PersonIndex.INTENT, "mb_intent i where i.id = ref and i.fields <> '{}'");
        forgetPersons(PersonIndex.RUN, "mb_run r where r.id = ref and r.data <> '{}'");
        int unused = decisions.forget(now.minus(keep.decisions()));
    }

    /** Whom something was about is forgotten with what was asked. */
    private void forgetPersons(String kind, String kept) {
        int unused = database.transaction(
                "forget persons",
                connection -> Sql.update(
                        connection,
                        "delete from mb_person where kind = ? and not exists (select 1 from " + kept + ")",
                        kind));
    }

    private void repeat(String sql, Instant before) {
        int changed;
        do {
            changed = database.transaction(
                    "forget what is over", connection -> Sql.update(connection, sql, SortedIds.first(before), before));
        } while (changed == SOME);
    }
}
