package io.mostik.core.http;

import java.util.function.UnaryOperator;

/** Credentials that need no log-in. */
record FixedAuthorizer(Object identity, UnaryOperator<ApiRequest> placement) implements Authorizer {

    @Override
    public ApiRequest authorize(ApiRequest request) {
        return placement.apply(request);
    }

    @Override
    public String toString() {
        return "Authorizer";
    }
}
