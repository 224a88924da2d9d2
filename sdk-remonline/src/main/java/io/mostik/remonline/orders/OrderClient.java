package io.mostik.remonline.orders;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import io.mostik.remonline.internal.PhoneTextsReader;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** The client of an order, as the order shows it. Names, phones and e-mail are not printed. */
@Value.Immutable
@JsonDeserialize(builder = OrderClient.Builder.class)
public interface OrderClient extends Model {

    /** Returns the id of the person or organisation. */
    long id();

    /** Returns whether it is an organisation. */
    @JsonProperty("is_organization")
    Optional<Boolean> isOrganization();

    /** Returns the whole name. */
    @Redacted
    Optional<String> name();

    /** Returns the e-mail; the vendor sends an empty text for none. */
    @Redacted
    Optional<String> email();

    /** Returns the phone numbers, as typed in. */
    @Redacted
    @JsonProperty("phone")
    @JsonAlias("phones")
    @JsonDeserialize(using = PhoneTextsReader.class)
    List<String> phones();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a client. */
    final class Builder extends ImmutableOrderClient.Builder {
        Builder() {}
    }
}
