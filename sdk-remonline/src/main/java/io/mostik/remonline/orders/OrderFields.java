package io.mostik.remonline.orders;

import io.mostik.core.json.Json;
import io.mostik.core.json.Redacted;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The fields of an order or estimate that create and update share. */
public interface OrderFields {

    /** Returns the id of who pays, if not the client. */
    OptionalLong payerId();

    /** Returns the id of the responsible manager. */
    OptionalLong managerId();

    /** Returns the id of the executor. */
    OptionalLong assigneeId();

    /** Returns the id of the asset to repair. */
    OptionalLong assetId();

    /** Returns the id of the advertising campaign. */
    OptionalLong adCampaignId();

    /** Returns the id of the calendar resource. */
    OptionalLong resourceId();

    /** Returns the start of the visit; sent to the second. */
    Optional<Instant> scheduledFor();

    /** Returns the end of the visit; sent to the second. */
    Optional<Instant> scheduledTo();

    /** Returns the deadline; sent to the second. */
    Optional<Instant> dueDate();

    /** Returns the problem. */
    @Redacted
    Optional<String> malfunction();

    /** Returns the note of the manager. */
    @Redacted
    Optional<String> managerNotes();

    /** Returns the note of the technician. */
    @Redacted
    Optional<String> engineerNotes();

    /** Returns the conclusion or recommendation. */
    @Redacted
    Optional<String> resume();

    /** Returns a price or a range, in words. */
    Optional<String> estimatedPrice();

    /** Returns whether it is urgent. */
    Optional<Boolean> urgent();

    /** Returns the account's own fields by their key {@code f<id>}; times in ISO-8601 to the second. */
    @Redacted(keys = true)
    Map<String, Json> customFields();
}
