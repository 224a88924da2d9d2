package io.mostik.pbx.vcclive.records;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** One element of a batch: which records get a disposition, and what differs from the common settings. */
@Value.Immutable
@JsonSerialize(as = ImmutableDispositionUpdate.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface DispositionUpdate {

    /** Returns the id of the record. */
    @JsonProperty("numberid")
    Optional<String> numberId();

    /** Returns what the records have: {@code numberid}, {@code pref_userid} and {@code act_status}; all of them. */
    @Redacted
    Optional<Map<String, String>> search();

    /** Returns the id of the disposition. */
    @JsonProperty("dispositionid")
    Optional<String> dispositionId();

    /** Returns the id of the agent it is booked to. */
    @JsonProperty("userid")
    Optional<String> userId();

    /** Returns when to call back, in the account's local time. */
    @JsonProperty("next_calldate")
    @JsonFormat(pattern = "yyyy-MM-dd HH:mm:ss")
    Optional<LocalDateTime> nextCallDate();

    /** Returns a comment. */
    @Redacted
    Optional<String> description();

    /** Refuses an element that names both or neither, and searches by other keys. */
    @Value.Check
    default void check() {
        if (numberId().isPresent() == search().isPresent()) {
            throw new IllegalArgumentException("an element needs either numberId or search");
        }
        for (String key : search().orElse(Map.of()).keySet()) {
            if (!key.equals("numberid") && !key.equals("pref_userid") && !key.equals("act_status")) {
                throw new IllegalArgumentException("search takes numberid, pref_userid and act_status");
            }
        }
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a change. */
    final class Builder extends ImmutableDispositionUpdate.Builder {

        Builder() {}

        /** Sets the id of the disposition. */
        public Builder dispositionId(long id) {
            return dispositionId(Long.toString(id));
        }

        /** Sets the id of the agent it is booked to. */
        public Builder userId(long id) {
            return userId(Long.toString(id));
        }

        /** Sets the id of the record. */
        public Builder numberId(long id) {
            return numberId(Long.toString(id));
        }
    }
}
