package io.mostik.remonline.contacts;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import io.mostik.core.json.Json;
import io.mostik.remonline.common.Phone;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** What can be said about a person as well as about an organisation. */
public interface ContactFields {

    /** Returns the e-mail. */
    @Value.Redacted
    Optional<String> email();

    /** Returns the phones; read in whatever shape they come. */
    @Value.Redacted
    @JsonAlias("phone")
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
    List<Phone> phones();

    /** Returns the notes. */
    @Value.Redacted
    Optional<String> notes();

    /** Returns the address. */
    @Value.Redacted
    Optional<String> address();

    /** Returns whether it supplies goods. */
    Optional<Boolean> supplier();

    /** Returns the id of the responsible manager. */
    OptionalLong managerId();

    /** Returns the id of the advertising campaign. */
    OptionalLong adCampaignId();

    /** Returns the code of the discount card. */
    @Value.Redacted
    Optional<String> discountCode();

    /** Returns the account's own fields by their key {@code f<id>}. */
    @Value.Redacted
    Map<String, Json> customFields();

    /** Returns the tags. */
    List<String> tags();

    /** Returns the number for the tax office. */
    @Value.Redacted
    Optional<String> taxIdentificationNumber();
}
