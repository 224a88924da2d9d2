package io.mostik.remonline.legacy;

import io.mostik.core.Secret;
import io.mostik.core.http.ApiRequest;
import io.mostik.core.http.Authorizer;

/**
 * Adds no credentials, but has the key's identity: log-ins share the rate limit of the calls they serve.
 *
 * @param identity the key
 */
record SameKey(Secret identity) implements Authorizer {

    @Override
    public ApiRequest authorize(ApiRequest request) {
        return request;
    }
}
