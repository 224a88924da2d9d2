package io.mostik.pbx.vcclive.campaigns;

import io.mostik.core.json.Redacted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A customer to add or to change. */
@Value.Immutable
public interface Customer {

    /** Returns the name. */
    @Redacted
    Optional<String> name();

    /** Returns the ways to reach the customer. */
    List<CustomerContact> contacts();

    /** Returns the custom fields by id. */
    @Redacted
    Map<String, CampaignValue> fields();

    /** Refuses fields without an id, or with one that the vendor uses itself. */
    @Value.Check
    default void check() {
        for (String id : fields().keySet()) {
            if (id.isBlank() || id.equals("name") || id.equals("contacts")) {
                throw new IllegalArgumentException("fields must have ids, other than name and contacts");
            }
        }
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a customer. */
    final class Builder extends ImmutableCustomer.Builder {

        Builder() {}

        /** Sets a custom field. */
        public Builder field(String id, CampaignValue value) {
            return putField(id, value);
        }
    }
}
