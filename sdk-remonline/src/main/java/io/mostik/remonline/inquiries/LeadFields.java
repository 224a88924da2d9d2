package io.mostik.remonline.inquiries;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mostik.core.json.Json;
import io.mostik.core.json.Redacted;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The fields of a lead that create and update share. */
public interface LeadFields {

    /** Returns the id of the client; in its place a phone and a name can be given. */
    OptionalLong clientId();

    /** Returns the phone of who asked. */
    @Redacted
    Optional<String> contactPhone();

    /** Returns the name of who asked. */
    @Redacted
    Optional<String> contactName();

    /** Returns whether the client is an organisation. */
    @JsonProperty("is_juridical")
    Optional<Boolean> isJuridical();

    /** Returns the id of the location. */
    OptionalLong branchId();

    /** Returns the id of the responsible manager. */
    OptionalLong managerId();

    /** Returns what is wanted. */
    @Redacted
    Optional<String> description();

    /** Returns the id of the advertising campaign. */
    OptionalLong adCampaignId();

    /** Returns whether it is urgent. */
    @JsonProperty("is_urgent")
    Optional<Boolean> isUrgent();

    /** Returns the account's own fields by their key {@code f<id>}. */
    @Redacted(keys = true)
    Map<String, Json> customFields();
}
