package io.mostik.salesautopilot.v2;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.salesautopilot.ids.LetterId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.ids.SegmentId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A timing to make: which letter goes to which list, and when. The name under which the type is sent is inferred. */
@Value.Immutable
@JsonSerialize(as = ImmutableNewSend.class)
public interface NewSend {

    /** Returns when it goes out. */
    SendType type();

    /** Returns to which list. */
    @JsonProperty("listId")
    ListId list();

    /** Returns which letter. */
    @JsonProperty("emailId")
    LetterId letter();

    /** Returns the sender, one that the account has proven. */
    String fromEmail();

    /** Returns its name; that of the letter by default. */
    Optional<String> name();

    /** Returns the subject; that of the letter by default. */
    Optional<String> subject();

    /** Returns the sender's name; none by default. */
    Optional<String> fromName();

    /** Returns the segments of the list; all of the list by default. */
    @JsonProperty("segmentIds")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<SegmentId> segments();

    /** Returns what the type needs beside, by the vendor's names. */
    @JsonAnyGetter
    Map<String, Object> details();

    /** Refuses a send without what its type needs. */
    @Value.Check
    default void check() {
        List<String> needed = switch (type().value()) {
            case "ABSOLUTE" -> List.of("sendAtDateTime");
            case "SMART_SEND" -> List.of("sendAtDate");
            case "RELATIVE_AFTER_DATE", "RELATIVE_AFTER_MINUTES" -> List.of("referenceField");
            default -> List.of();
        };
        if (!details().keySet().containsAll(needed)) {
            throw new IllegalArgumentException("details must hold " + needed);
        }
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the values. */
    final class Builder extends ImmutableNewSend.Builder {
        Builder() {}
    }
}
