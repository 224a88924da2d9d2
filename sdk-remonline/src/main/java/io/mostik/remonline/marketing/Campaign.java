package io.mostik.remonline.marketing;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** An advertising campaign. */
@Value.Immutable
@JsonDeserialize(builder = Campaign.Builder.class)
public interface Campaign extends Model {

    /** Returns its id. */
    long id();

    /** Returns its name. */
    @JsonAlias("title")
    Optional<String> name();

    /** Returns the ids of its locations. */
    List<Long> branchIds();

    /** Returns when it starts. */
    Optional<Instant> startAt();

    /** Returns when it ends. */
    Optional<Instant> finishAt();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a campaign. */
    final class Builder extends ImmutableCampaign.Builder {
        Builder() {}
    }
}
