package io.mostik.salesautopilot.workflow;

import io.mostik.core.StateStore;
import io.mostik.core.once.Records;
import io.mostik.core.once.Versioned;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.internal.Digests;
import io.mostik.salesautopilot.internal.Email;
import io.mostik.salesautopilot.records.ContactRecord;
import java.time.Instant;

/**
 * What events and workflows have told of addresses: an inactive record alone does not show whether its owner has left, bounced or
 * not confirmed yet. Holds digests, no address.
 */
final class ConsentBook {

    private final Records<Standing> records;

    ConsentBook(StateStore store) {
        this.records = Records.of(store, "salesautopilot/consent/", Standing.class);
    }

    Standing of(ListId list, String email) {
        return records.find(id(list, email)).map(Versioned::value).orElse(Standing.NONE);
    }

    /** Notes what happened, unless something later is known. */
    void note(ListId list, String email, ConsentState state, Instant at) {
        Versioned<Standing> unused = records.update(id(list, email), known -> {
            Standing before = known.orElse(Standing.NONE);
            return before.at().isAfter(at) ? before : new Standing(state, at, before.erased());
        });
    }

    /** Notes that the records of an address are gone: the next sign-up is a new one. */
    void erased(ListId list, String email) {
        Versioned<Standing> unused = records.update(
                id(list, email),
                known -> new Standing(
                        ConsentState.NEW,
                        Instant.EPOCH,
                        known.orElse(Standing.NONE).erased() + 1));
    }

    /**
     * Returns the state of a record.
     *
     * @param otherwise what an inactive record is of which nothing is known
     */
    ConsentState stateOf(ListId list, ContactRecord record, ConsentState otherwise) {
        ConsentState heard =
                record.email().map(email -> of(list, email).state()).orElse(ConsentState.NEW);
        if (heard == ConsentState.BOUNCED || record.active().orElse(true)) {
            return heard == ConsentState.BOUNCED ? heard : ConsentState.ACTIVE;
        }
        return heard == ConsentState.PENDING || heard == ConsentState.LEFT ? heard : otherwise;
    }

    private static String id(ListId list, String email) {
        return list.value() + ":" + Digests.of(Email.key(email));
    }
}
