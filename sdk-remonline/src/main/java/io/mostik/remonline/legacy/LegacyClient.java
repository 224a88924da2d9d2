package io.mostik.remonline.legacy;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Json;
import io.mostik.core.json.Model;
import io.mostik.remonline.common.Named;
import io.mostik.remonline.common.Phone;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A person or organisation. Names, phones and e-mail are not printed. */
@Value.Immutable
@JsonDeserialize(builder = LegacyClient.Builder.class)
public interface LegacyClient extends Model {

    /** Returns its id. */
    long id();

    /** Returns the whole name. */
    @Value.Redacted
    Optional<String> name();

    /** Returns the first name. */
    @Value.Redacted
    Optional<String> firstName();

    /** Returns the last name. */
    @Value.Redacted
    Optional<String> lastName();

    /** Returns the phones; read in whatever shape they come. */
    @Value.Redacted
    @JsonProperty("phone")
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
    List<Phone> phones();

    /** Returns the e-mail. */
    @Value.Redacted
    Optional<String> email();

    /** Returns the notes. */
    @Value.Redacted
    Optional<String> notes();

    /** Returns the address. */
    @Value.Redacted
    Optional<String> address();

    /** Returns whether it supplies goods. */
    Optional<Boolean> supplier();

    /** Returns whether it is an organisation. */
    Optional<Boolean> juridical();

    /** Returns when it was made. */
    Optional<Instant> createdAt();

    /** Returns when it was last changed. */
    Optional<Instant> modifiedAt();

    /** Returns the code of the discount card. */
    @Value.Redacted
    Optional<String> discountCode();

    /** Returns the advertising campaign. */
    Optional<Named> adCampaign();

    /** Returns the account's own fields. */
    @Value.Redacted
    Map<String, Json> customFields();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a client. */
    final class Builder extends ImmutableLegacyClient.Builder {
        Builder() {}
    }
}
