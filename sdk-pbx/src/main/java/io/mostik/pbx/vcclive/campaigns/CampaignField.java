package io.mostik.pbx.vcclive.campaigns;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A field of a database. */
@Value.Immutable
@JsonDeserialize(builder = CampaignField.Builder.class)
public interface CampaignField extends Model {

    /** Returns its id, the key in customers. */
    String id();

    /** Returns its name. */
    Optional<String> name();

    /** Returns what it holds. */
    Optional<CampaignFieldType> type();

    /** Returns whether a customer must have it. */
    Optional<Boolean> required();

    /** Returns whether no two customers have the same. */
    Optional<Boolean> unique();

    /** Returns the values of a field of choice. */
    @JsonAlias("possibleValue")
    List<PossibleValue> possibleValues();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a field. */
    final class Builder extends ImmutableCampaignField.Builder {
        Builder() {}
    }
}
