package io.mostik.core.http;

import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.TransportException;

/**
 * Adds the credentials, and notes on the answer what must stay hidden; where they turn out to have ended and can be
 * renewed, renews them and sends once more.
 */
final class AuthorizingTransport implements Transport {

    private final Transport next;
    private final Authorizer authorizer;

    AuthorizingTransport(Transport next, Authorizer authorizer) {
        this.next = next;
        this.authorizer = authorizer;
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        ApiRequest authorized = authorized(request);
        ApiResponse response = next.send(authorized);
        if (!authorizer.renewed(authorized, response)) {
            return response.hiding(authorized.secrets()).untilRenewal(authorizer.untilRenewal(authorized, response));
        }
        ApiRequest again = authorized(request);
        return next.send(again).hiding(again.secrets());
    }

    /** A token that came from somewhere at run time may be one that no header carries. */
    private ApiRequest authorized(ApiRequest request) {
        try {
            return authorizer.authorize(request);
        } catch (Field.UnsendableException e) {
            throw new TransportException(
                    "the credentials cannot be sent: " + e.getMessage(),
                    FailureInfo.lasting(request.operation(), Outcome.NOT_SENT, Phase.PREPARE),
                    null);
        }
    }
}
