package io.mostik.bankcards.tbank.virtualcards;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.mostik.core.json.Json;
import java.util.Objects;
import java.util.Optional;

/**
 * The answer to the question for a page of the bank that shows the requisites. Experimental: the bank does not document
 * its shape. Prints nothing.
 *
 * @param raw as the bank sent it
 */
public record RequisitesLink(Json raw) {

    /** Refuses a missing answer. */
    public RequisitesLink {
        Objects.requireNonNull(raw, "raw");
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static RequisitesLink answered(Json raw) {
        if (raw.names().isEmpty() && raw.text().isEmpty()) {
            throw new IllegalArgumentException("neither an object nor a text");
        }
        return new RequisitesLink(raw);
    }

    /** Returns the address of the page, if it is in the expected property; only over https. Inferred. */
    public Optional<String> address() {
        Optional<String> found =
                raw.first("link", "url", "iframeLink").text().or(raw::text).map(String::strip);
        return found.filter(address -> address.startsWith("https://"));
    }

    @Override
    public String toString() {
        return "RequisitesLink[***]";
    }
}
