package io.mostik.core.http;

import io.mostik.core.Secret;
import java.util.function.Supplier;

/** A bearer token that is asked for at each request. Identifies the account whose token it is when a client is made. */
record RotatingBearer(Supplier<Secret> token) implements Authorizer {

    @Override
    public ApiRequest authorize(ApiRequest request) {
        return Authorizer.bearer(token.get()).authorize(request);
    }

    /** A supplier that has no token yet is identified by itself, as the same one may be given to several clients. */
    @Override
    public Object identity() {
        try {
            return token.get();
        } catch (RuntimeException e) {
            return token;
        }
    }

    @Override
    public String toString() {
        return "Authorizer";
    }
}
