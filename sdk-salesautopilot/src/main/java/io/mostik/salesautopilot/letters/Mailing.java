package io.mostik.salesautopilot.letters;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.ids.SendId;
import java.util.Optional;
import org.immutables.value.Value;

/** A letter to send to one record at once. The letter must have a timing. */
@Value.Immutable
@JsonSerialize(as = ImmutableMailing.class)
public interface Mailing {

    /** Returns the timing of the letter. */
    @JsonProperty("send_id")
    SendId send();

    /** Returns to whom it goes. */
    @JsonProperty("contactid")
    RecordId record();

    /** Returns what replaces {@code [mssys_text_content_part]} in the letter. */
    @Redacted
    @JsonProperty("mssys_text_content_part")
    Optional<String> textPart();

    /** Returns what replaces {@code [mssys_html_content_part]} in the letter. */
    @Redacted
    @JsonProperty("mssys_html_content_part")
    Optional<String> htmlPart();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the values. */
    final class Builder extends ImmutableMailing.Builder {
        Builder() {}
    }
}
