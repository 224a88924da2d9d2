package io.mostik.core.http;

/**
 * The one interface of the pipeline: a request in, a response out. Every station is a small decorator of the next; tests
 * and embedders put their own in. Implementations are thread-safe, block, and fail with
 * {@link io.mostik.core.SdkException} only.
 */
@FunctionalInterface
public interface Transport {

    /** Sends a request and returns the answer, whatever its status. */
    ApiResponse send(ApiRequest request);
}
