package io.mostik.remonline.legacy;

import io.mostik.core.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** What a client is to be. For a new one the vendor wants a name. */
public interface LegacyClientFields {

    /** Returns the first name. */
    @Value.Redacted
    Optional<String> firstName();

    /** Returns the last name. */
    @Value.Redacted
    Optional<String> lastName();

    /** Returns the phones. */
    @Value.Redacted
    List<String> phone();

    /** Returns the e-mail. */
    @Value.Redacted
    Optional<String> email();

    /** Returns the address. */
    @Value.Redacted
    Optional<String> address();

    /** Returns the notes. */
    @Value.Redacted
    Optional<String> notes();

    /** Returns whether it supplies goods. */
    Optional<Boolean> supplier();

    /** Returns whether it is an organisation. */
    Optional<Boolean> juridical();

    /** Returns the code of the discount card. */
    @Value.Redacted
    Optional<String> discountCode();

    /** Returns the id of the advertising campaign. */
    OptionalLong adCampaignId();

    /** Returns the account's own fields. */
    @Value.Redacted
    Map<String, Json> customFields();
}
