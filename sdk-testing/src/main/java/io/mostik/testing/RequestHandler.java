package io.mostik.testing;

import java.util.Map;

/** How a vendor answers. Called with one request at a time, so a vendor's state needs no locks. */
@FunctionalInterface
public interface RequestHandler {

    /**
     * Returns the vendor's answer. Any other exception than a refusal is answered with a 500.
     *
     * @throws Refusal to answer with an error before anything was done
     */
    Answer answer(RecordedRequest request) throws Exception;

    /** Returns how this vendor reports an error in answer to such a request; it is not executed. */
    default Answer error(RecordedRequest request) {
        return Answer.json(400, Map.of("error", "simulated"));
    }

    /** Tells of a request as it arrives, before any fault; several threads may call at once. */
    default void arrived(RecordedRequest request) {}

    /** Tells once that the answer to a request is about to end or was given up; several threads may call at once. */
    default void left(RecordedRequest request) {}
}
