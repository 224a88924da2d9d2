package io.mostik.pbx.vipex.hooks;

import io.mostik.pbx.CallRecord;

/**
 * News of a call. What is known now replaces what was known before.
 *
 * @param call what is known now
 * @param change what sort of news
 */
public record CallUpdate(CallRecord call, Change change) {

    /** What sort of news of a call there is. */
    public enum Change {
        /** The first that is heard of the call, which goes on. */
        BEGAN,
        /** More of a call that goes on. */
        WENT_ON,
        /** The call is over. */
        ENDED,
        /** More, or something else, of a call that was over already. */
        CORRECTED
    }
}
