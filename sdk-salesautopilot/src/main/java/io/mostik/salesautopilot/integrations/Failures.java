package io.mostik.salesautopilot.integrations;

import io.mostik.core.ApiException;
import io.mostik.core.AuthException;
import io.mostik.core.RateLimitedException;
import io.mostik.core.SdkException;

/** Tells failures of one entry of a run from those that end the run. */
final class Failures {

    private Failures() {}

    /** Returns whether the next entry of a run would meet this failure too. */
    static boolean meetTheNextToo(RuntimeException failure) {
        if (failure instanceof ApiException) {
            return failure instanceof AuthException || failure instanceof RateLimitedException;
        }
        return failure instanceof SdkException;
    }
}
