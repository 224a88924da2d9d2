package io.mostik.remonline.internal;

import io.mostik.core.DecodingException;
import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.json.Json;
import java.util.Optional;

/** The answer to the question for a client's page: {@code {"url": ...}} or the bare address; null or nothing for none. */
public final class PublicUrl {

    private PublicUrl() {}

    /**
     * Returns the address; empty if the order has none.
     *
     * @throws DecodingException if something else was answered
     */
    public static Optional<String> of(String operation, Json answer) {
        Json address = answer.names().contains("url") ? answer.get("url") : answer;
        Optional<String> text = address.text().map(String::strip).filter(some -> !some.isEmpty());
        boolean isOther =
                text.isPresent() ? !text.get().matches("https?://\\S+") : address.isObject() || address.isArray();
        if (isOther) {
            throw new DecodingException(
                    "answer cannot be read: no address of a page (" + answer + ")",
                    FailureInfo.lasting(operation, Outcome.UNKNOWN, Phase.DECODE));
        }
        return text;
    }
}
