package io.mostik.salesautopilot.workflow;

import io.mostik.salesautopilot.ids.RecordId;
import java.util.List;
import java.util.Optional;

/**
 * The users of a website, as its CMS stores them; implemented by the embedder. It is also the list of what is still to do: a
 * user without a record is not in SalesAutopilot yet. Called from several threads.
 *
 * @param <V> a visitor, as the website's form describes him
 */
public interface SiteUsers<V> {

    /**
     * Creates the user of a visitor, or returns the one who has his e-mail address already; it must not create two for one
     * address. Whatever it throws ends the sign-up before anything is sent to SalesAutopilot.
     */
    SiteUser create(V visitor);

    /** Stores the record of a user. May be called more than once, with the same record. */
    void link(String user, RecordId record);

    /**
     * SalesAutopilot takes the user's e-mail address for malformed: remove him, or ask him for another one, and do not return
     * him from {@link #unlinked} until then. May be called more than once.
     */
    void emailRefused(String user);

    /**
     * Returns a page of the users who have no record yet, ordered by their ids, so that one who cannot be signed up does not
     * block those after him: {@code … where record is null and id > :after order by id limit :atMost}.
     *
     * @param after the id after which the page begins; empty for the first page
     */
    List<SiteUser> unlinked(Optional<String> after, int atMost);
}
