package io.mostik.bridge.link;

import io.mostik.testing.OutgoingWebhook;
import io.mostik.testing.Simulator;
import java.util.Optional;

/** A ready link played for many subjects, by number: what happens at its source, and what is to be seen at its target. */
interface ReadyStory {

    /** Returns the name of the ready link. */
    String ready();

    /** Makes what has to be there before the event, and the event itself, at the simulated vendors. */
    void prepare(StoryLab lab, int number);

    /** Returns what the vendor posts; empty for links that read a feed. */
    Optional<OutgoingWebhook> hook(StoryLab lab, int number);

    /** Returns whom the bridge asks for the event; empty if all of it is posted. */
    Optional<Simulator> source(StoryLab lab);

    /** Returns whom the link writes to; empty for a base. */
    Optional<Simulator> target(StoryLab lab);

    /** Returns how often it was done for a subject. */
    long done(StoryLab lab, int number);

    /** Returns whether each case needs vendors of its own. */
    default boolean isFresh() {
        return false;
    }
}
