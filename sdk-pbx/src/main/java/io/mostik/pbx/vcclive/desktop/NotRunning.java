package io.mostik.pbx.vcclive.desktop;

import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.TransportException;
import io.mostik.core.http.ApiRequest;
import io.mostik.core.http.ApiResponse;
import io.mostik.core.http.Transport;

/** Says what a refused connection means here, and that waiting a moment does not change it. */
final class NotRunning implements Transport {

    private final Transport next;

    NotRunning(Transport next) {
        this.next = next;
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        try {
            return next.send(request);
        } catch (TransportException e) {
            if (e.phase() == Phase.CONNECT && !e.cancelled()) {
                throw new TransportException(
                        "the VCC Live desktop application is not running on this machine, or listens on another port",
                        FailureInfo.lasting(request.operation(), Outcome.NOT_SENT, Phase.CONNECT),
                        e);
            }
            throw e;
        }
    }
}
