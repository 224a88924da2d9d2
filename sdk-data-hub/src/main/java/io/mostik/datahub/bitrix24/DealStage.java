package io.mostik.datahub.bitrix24;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.util.Optional;
import org.immutables.value.Value;

/** A stage of a category. */
@Value.Immutable
@JsonDeserialize(builder = DealStage.Builder.class)
public interface DealStage extends Model {

    /** Returns its id, such as {@code NEW} or {@code C5:WON}. */
    @JsonProperty("STATUS_ID")
    String id();

    /** Returns its name. */
    @JsonProperty("NAME")
    Optional<String> name();

    /** Returns its place among the stages of its category. */
    @JsonProperty("SORT")
    Optional<Integer> sort();

    /** Returns {@code S} for a success, {@code F} for a failure; empty while the deal is worked on. */
    @JsonProperty("SEMANTICS")
    Optional<String> semantics();

    /** Builds a stage. */
    final class Builder extends ImmutableDealStage.Builder {
        Builder() {}
    }
}
