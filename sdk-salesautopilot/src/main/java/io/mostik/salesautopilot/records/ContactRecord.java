package io.mostik.salesautopilot.records;

import io.mostik.core.json.Json;
import io.mostik.salesautopilot.ids.FieldName;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.RecordId;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One row of a list: a subscriber, or an order in an order list. The columns that the vendor defines have getters, in
 * groups; {@link #get} reads any other. Times have no zone: the vendor does not say it, Europe/Budapest fits. Empty
 * texts and zero dates are absent. Immutable; prints no personal data.
 */
public final class ContactRecord {

    private final Json json;
    private final Columns columns;

    private ContactRecord(Json json) {
        this.json = json;
        this.columns = new Columns(json);
    }

    /** Returns the record that this object holds, as for tests of your own code. */
    public static ContactRecord of(Json json) {
        return new ContactRecord(json);
    }

    /**
     * Returns its id.
     *
     * @throws IllegalStateException if the column was not asked for; where it was, a read fails that does not bring it
     */
    public RecordId id() {
        return findId().orElseThrow(() -> new IllegalStateException("record has no id"));
    }

    /** Returns its id, unless the column was not asked for. */
    public Optional<RecordId> findId() {
        OptionalLong id = columns.whole("id");
        return id.isPresent() && id.getAsLong() > 0 ? Optional.of(RecordId.of(id.getAsLong())) : Optional.empty();
    }

    /** Returns the e-mail address. */
    public Optional<String> email() {
        return columns.text("email");
    }

    /** Returns when it came into the list. */
    public Optional<LocalDateTime> subscribedAt() {
        return columns.dateTime("subdate");
    }

    /** Returns whether it is active; false after unsubscribing. */
    public Optional<Boolean> active() {
        return columns.flag("active");
    }

    /** Returns when it was first changed. */
    public Optional<LocalDateTime> firstUpdate() {
        return columns.dateTime("firstupdate");
    }

    /** Returns when it was last changed. */
    public Optional<LocalDateTime> lastUpdate() {
        return columns.dateTime("lastupdate");
    }

    /** Returns when the person last did something. */
    public Optional<LocalDateTime> lastActivity() {
        return columns.dateTime("mssys_last_activity_date");
    }

    /** Returns the form through which it came. */
    public Optional<FormId> form() {
        OptionalLong form = columns.whole("mssys_nsid");
        return form.isPresent() && form.getAsLong() >= 0 ? Optional.of(FormId.of(form.getAsLong())) : Optional.empty();
    }

    /** Returns the vendor's flag of the subscription. */
    public Optional<Boolean> subscriptionStatus() {
        return columns.flag("mssys_sub_status");
    }

    /** Returns the vendor's secure id, part of some links. */
    public Optional<String> secureId() {
        return columns.text("mssys_secure_id");
    }

    /** Returns name and contact. */
    public Person person() {
        return new Person(columns);
    }

    /** Returns company and billing address. */
    public Company company() {
        return new Company(columns);
    }

    /** Returns the delivery address. */
    public Delivery delivery() {
        return new Delivery(columns);
    }

    /** Returns where it came from. */
    public Campaign campaign() {
        return new Campaign(columns);
    }

    /** Returns where it is in the world. */
    public Geo geo() {
        return new Geo(columns);
    }

    /** Returns what the CRM knows. */
    public CrmData crm() {
        return new CrmData(columns);
    }

    /** Returns the columns of an order. */
    public OrderData order() {
        return new OrderData(columns);
    }

    /** Returns the link of this update form for this record; some reads carry it as a virtual column. */
    public Optional<URI> updateFormLink(FormId form) {
        try {
            return columns.text("mssys_updateform_" + form.value()).map(URI::create);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns any column as the vendor sent it. */
    public Json get(FieldName field) {
        return json.get(field.value());
    }

    /** Returns any column as text; absent if it is empty. */
    public Optional<String> text(FieldName field) {
        return columns.text(field.value());
    }

    /** Returns the names of all columns received. */
    public Set<String> fields() {
        return json.names();
    }

    /** Returns everything as the vendor sent it. */
    public Json raw() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContactRecord that && json.equals(that.json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    @Override
    public String toString() {
        return "ContactRecord[" + findId().map(id -> "id " + id.value() + ", ").orElse("") + fields().size()
                + " columns]";
    }
}
