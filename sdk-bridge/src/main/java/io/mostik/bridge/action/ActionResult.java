package io.mostik.bridge.action;

import io.mostik.bridge.Fields;
import io.mostik.bridge.intent.NextStep;
import java.time.Duration;
import java.util.Optional;

/** What one attempt at an action has shown. Codes are keys of the messages. */
public sealed interface ActionResult {

    /** Returns what there is to say. */
    String code();

    /**
     * It happened.
     *
     * @param results what the vendor gave
     */
    record Done(String code, Fields results) implements ActionResult {}

    /**
     * It has not ended; it is tried again or asked for again.
     *
     * @param isBegun whether something was sent, so that it can no longer be cancelled or be too late
     * @param pause how long to wait; zero leaves it to the engine
     */
    record Again(String code, boolean isBegun, Duration pause) implements ActionResult {}

    /**
     * It did not happen, and will not for this document.
     *
     * @param next what the caller does
     * @param vendorSays the vendor's own words, without personal data
     */
    record Refused(String code, NextStep next, Optional<String> vendorSays) implements ActionResult {}

    /**
     * It may have happened.
     *
     * @param lookAgain when it is looked at again; empty if only a person can find out
     */
    record Unknown(String code, Optional<Duration> lookAgain) implements ActionResult {}

    /** Returns that it happened, without further results. */
    static ActionResult done(String code) {
        return new Done(code, Fields.none());
    }

    /** Returns that it happened. */
    static ActionResult done(String code, Fields results) {
        return new Done(code, results);
    }

    /** Returns that nothing was sent yet, and that it is tried again. */
    static ActionResult again(String code) {
        return new Again(code, false, Duration.ZERO);
    }

    /** Returns that it is on its way, and that it is asked for again. */
    static ActionResult begun(String code, Duration pause) {
        return new Again(code, true, pause);
    }

    /** Returns that it will not happen for this document. */
    static ActionResult refused(String code) {
        return new Refused(code, NextStep.NEW_DOCUMENT, Optional.empty());
    }

    /** Returns that only a person can find out. */
    static ActionResult unknown(String code) {
        return new Unknown(code, Optional.empty());
    }
}
