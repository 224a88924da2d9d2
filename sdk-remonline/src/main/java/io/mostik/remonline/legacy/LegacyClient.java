package io.mostik.remonline.legacy;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Json;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import io.mostik.remonline.common.Named;
import io.mostik.remonline.common.Phone;
import io.mostik.remonline.internal.CustomFieldsReader;
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
    @Redacted
    Optional<String> name();

    /** Returns the first name. */
    @Redacted
    Optional<String> firstName();

    /** Returns the last name. */
    @Redacted
    Optional<String> lastName();

    /** Returns the phones; read in whatever shape they come. */
    @Redacted
    @JsonProperty("phone")
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
    List<Phone> phones();

    /** Returns the e-mail. */
    @Redacted
    Optional<String> email();

    /** Returns the notes. */
    @Redacted
    Optional<String> notes();

    /** Returns the address. */
    @Redacted
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
    @Redacted
    Optional<String> discountCode();

    /** Returns the advertising campaign. */
    Optional<Named> adCampaign();

    /** Returns the account's own fields. */
    @Redacted(keys = true)
    @JsonDeserialize(using = CustomFieldsReader.class)
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
