package io.mostik.salesautopilot.integrations;

import io.mostik.salesautopilot.ids.RecordId;
import java.util.List;

/**
 * The users of a website, as its CMS keeps them; implemented by whoever embeds this. It is also the list of what is still
 * to do: a user without a record is not in SalesAutopilot yet. Called from many threads.
 *
 * @param <V> a visitor, as the website's form describes him
 */
public interface SiteUsers<V> {

    /**
     * Creates the user of a visitor, or returns the one who has his e-mail address already; it must not create two for
     * one address. Whatever it throws ends the sign-up before SalesAutopilot is told.
     */
    SiteUser create(V visitor);

    /** Notes the record of a user. It may come more than once, with the same record. */
    void link(String user, RecordId record);

    /**
     * SalesAutopilot takes the user's e-mail address for malformed: he should be removed, or asked for another one, and
     * be {@link #unlinked} no more. It may come more than once.
     */
    void emailRefused(String user);

    /** Returns users who have no record yet, the oldest first, at most so many. */
    List<SiteUser> unlinked(int atMost);
}
