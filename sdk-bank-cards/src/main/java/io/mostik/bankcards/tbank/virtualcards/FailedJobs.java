package io.mostik.bankcards.tbank.virtualcards;

import io.mostik.core.ApiError;
import io.mostik.core.ApiException;
import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;

/** Reports a job that the bank gave up as rejected. */
final class FailedJobs {

    private static final int OK = 200;

    private FailedJobs() {}

    static ApiException failed(String operation, String status, String reason) {
        ApiError error = ApiError.of(OK, status, reason).as(Outcome.REJECTED);
        return ApiException.of(error, FailureInfo.lasting(operation, Outcome.REJECTED, Phase.DECODE));
    }
}
