package io.mostik.remonline.contacts;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Json;
import io.mostik.core.json.Redacted;
import io.mostik.remonline.common.Phone;
import io.mostik.remonline.internal.CustomFieldsReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The fields that people and organisations share. */
public interface ContactFields {

    /** Returns the e-mail. */
    @Redacted
    Optional<String> email();

    /** Returns the phones; read in whatever shape they come. */
    @Redacted
    @JsonAlias("phone")
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
    List<Phone> phones();

    /** Returns the notes. */
    @Redacted
    Optional<String> notes();

    /** Returns the address. */
    @Redacted
    Optional<String> address();

    /** Returns whether it supplies goods. */
    Optional<Boolean> supplier();

    /** Returns the id of the responsible manager. */
    OptionalLong managerId();

    /** Returns the id of the advertising campaign. */
    OptionalLong adCampaignId();

    /** Returns the code of the discount card. */
    @Redacted
    Optional<String> discountCode();

    /** Returns the account's own fields by their key {@code f<id>}. */
    @Redacted(keys = true)
    @JsonDeserialize(using = CustomFieldsReader.class)
    Map<String, Json> customFields();

    /** Returns the tags. */
    List<String> tags();

    /** Returns the number for the tax office. */
    @Redacted
    Optional<String> taxIdentificationNumber();
}
