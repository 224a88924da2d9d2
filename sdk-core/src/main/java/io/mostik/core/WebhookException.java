package io.mostik.core;

import java.util.Objects;

/** An incoming request was refused: not proven to come from the vendor, or not readable. */
public final class WebhookException extends SdkException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String detail;

    /** Why a request was refused; says which status to answer. */
    public enum Reason {
        /** Signature, key or password is missing or wrong. */
        UNVERIFIED(401),
        /** The body did not come in time. */
        TOO_SLOW(408),
        /** The body is compressed, which no sender does that the SDK knows. */
        UNSUPPORTED(415),
        /** The request is larger than allowed. */
        TOO_LARGE(413),
        /** The verb is not one the vendor uses. */
        WRONG_METHOD(405),
        /** The content is not what the vendor's document describes. */
        UNREADABLE(400);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        /** Returns the HTTP status to answer. */
        public int status() {
            return status;
        }
    }

    /**
     * Creates the refusal.
     *
     * @param reason why
     * @param text what was wrong, without the content that was received
     */
    public WebhookException(Reason reason, String text) {
        super(text, FailureInfo.lasting("webhook", Outcome.REJECTED, Phase.DECODE), null);
        this.reason = Objects.requireNonNull(reason, "reason");
        this.detail = text;
    }

    /** Returns what was wrong, in a few words, without the content that was received. */
    public String detail() {
        return detail;
    }

    /** Returns why the request was refused. */
    public Reason reason() {
        return reason;
    }
}
