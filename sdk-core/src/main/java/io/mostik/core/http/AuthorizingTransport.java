package io.mostik.core.http;

/** Adds the credentials, and notes on the answer what must stay hidden; where they turn out to have ended and can be renewed, renews them and sends once more. */
final class AuthorizingTransport implements Transport {

    private final Transport next;
    private final Authorizer authorizer;

    AuthorizingTransport(Transport next, Authorizer authorizer) {
        this.next = next;
        this.authorizer = authorizer;
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        ApiRequest authorized = authorizer.authorize(request);
        ApiResponse response = next.send(authorized);
        if (!authorizer.renewed(authorized, response)) {
            return response.hiding(authorized.secrets());
        }
        ApiRequest again = authorizer.authorize(request);
        return next.send(again).hiding(again.secrets());
    }
}
