package io.mostik.bankcards.tbank.virtualcards;

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

    /** Returns the address of the page, if it stands where one would look for it; only over https. Inferred. */
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
