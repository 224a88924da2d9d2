package io.mostik.pbx.vcclive.webhooks;

import io.mostik.core.json.OpenValue;

/**
 * How a chat ended. An open set: a newer word is kept as it came.
 *
 * @param value the vendor's word
 */
public record ChatDisposition(String value) implements OpenValue {

    /** An agent answered it. */
    public static final ChatDisposition COMPLETED = new ChatDisposition("completed");

    /** It was lost. */
    public static final ChatDisposition LOST = new ChatDisposition("lost");

    /** Nobody took it. */
    public static final ChatDisposition MISSED = new ChatDisposition("missed");

    /** Checks that there is a value. */
    public ChatDisposition {
        OpenValue.check(value);
    }
}
