package io.mostik.core;

/** The vendor does not accept the credentials, or they lack a right. Fix them; repeating does not help. */
public final class AuthException extends ApiException {

    private static final long serialVersionUID = 1L;

    AuthException(ApiError error, FailureInfo failure) {
        super(error, failure);
    }
}
