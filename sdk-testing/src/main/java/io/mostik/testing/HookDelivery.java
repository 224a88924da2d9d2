package io.mostik.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.OptionalInt;

/**
 * A webhook with the result of every attempt to deliver it.
 *
 * @param hook what was sent
 * @param attempts every attempt, at least one
 * @param accepted whether the receiver took the hook in the end
 */
public record HookDelivery(OutgoingWebhook hook, List<Attempt> attempts, boolean accepted) {

    /** Keeps a copy of the attempts. */
    public HookDelivery {
        attempts = List.copyOf(attempts);
    }

    /** Returns the latest attempt. */
    public Attempt last() {
        return attempts.get(attempts.size() - 1);
    }

    /**
     * One connection, one request.
     *
     * @param status what the receiver answered; empty if no answer came
     * @param contentType what the answer says its body is; empty if nothing
     * @param body the body of the answer
     * @param failure why no answer came; empty if one did
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Attempt(OptionalInt status, String contentType, byte[] body, String failure) {

        /** Returns the body of the answer as text in UTF-8. */
        public String text() {
            return new String(body, UTF_8);
        }
    }
}
