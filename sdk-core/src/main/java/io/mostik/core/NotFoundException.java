package io.mostik.core;

/** The vendor does not know the object: usually status 404 or 410. Check the id, and whether the credentials may see it. */
public final class NotFoundException extends ApiException {

    private static final long serialVersionUID = 1L;

    NotFoundException(ApiError error, FailureInfo failure) {
        super(error, failure);
    }
}
