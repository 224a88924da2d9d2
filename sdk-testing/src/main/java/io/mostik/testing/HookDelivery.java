package io.mostik.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.OptionalInt;

/** A hook and what became of every attempt to deliver it. */
public record HookDelivery(Hook hook, List<Attempt> attempts) {

    /** Keeps a copy of the attempts. */
    public HookDelivery {
        attempts = List.copyOf(attempts);
    }

    /** Returns whether the receiver took the hook in the end. */
    public boolean accepted() {
        return !attempts.isEmpty() && last().accepted();
    }

    /** Returns the latest attempt. */
    public Attempt last() {
        return attempts.get(attempts.size() - 1);
    }

    /**
     * One connection, one request.
     *
     * @param status what the receiver answered; empty if no answer came
     * @param body the body of the answer
     * @param failure why no answer came; empty if one did
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Attempt(OptionalInt status, byte[] body, String failure) {

        /** Returns whether the answer was a 2xx. */
        public boolean accepted() {
            return status.isPresent() && status.getAsInt() / 100 == 2;
        }

        /** Returns the body of the answer as text in UTF-8. */
        public String text() {
            return new String(body, UTF_8);
        }
    }
}
