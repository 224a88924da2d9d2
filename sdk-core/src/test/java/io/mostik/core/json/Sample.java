package io.mostik.core.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

@Value.Immutable
@JsonDeserialize(builder = Sample.Builder.class)
public interface Sample extends Model {
    long id();

    Optional<Instant> closedAt();

    Optional<BigDecimal> total();

    @JsonProperty("id_label")
    Optional<String> label();

    List<String> items();

    @Redacted
    Optional<String> phone();

    Optional<Json> extra();

    Optional<Boolean> isUrgent();

    static Builder builder() {
        return new Builder();
    }

    final class Builder extends ImmutableSample.Builder {
        Builder() {}
    }
}
