package io.mostik.core;

/** There is no such thing at the vendor. */
public final class NotFoundException extends ApiException {

    private static final long serialVersionUID = 1L;

    NotFoundException(ApiError error, Failure failure) {
        super(error, failure);
    }
}
