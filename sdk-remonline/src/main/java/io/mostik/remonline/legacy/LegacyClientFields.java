package io.mostik.remonline.legacy;

import io.mostik.core.json.Json;
import io.mostik.core.json.Redacted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The values of a client. The vendor requires a name for a new one. */
public interface LegacyClientFields {

    /** Returns the first name. */
    @Redacted
    Optional<String> firstName();

    /** Returns the last name. */
    @Redacted
    Optional<String> lastName();

    /** Returns the phones. */
    @Redacted
    List<String> phone();

    /** Returns the e-mail. */
    @Redacted
    Optional<String> email();

    /** Returns the address. */
    @Redacted
    Optional<String> address();

    /** Returns the notes. */
    @Redacted
    Optional<String> notes();

    /** Returns whether it supplies goods. */
    Optional<Boolean> supplier();

    /** Returns whether it is an organisation. */
    Optional<Boolean> juridical();

    /** Returns the code of the discount card. */
    @Redacted
    Optional<String> discountCode();

    /** Returns the id of the advertising campaign. */
    OptionalLong adCampaignId();

    /** Returns the account's own fields. */
    @Redacted(keys = true)
    Map<String, Json> customFields();
}
