package io.mostik.remonline.inquiries;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import io.mostik.remonline.internal.EmptyAsAbsent;
import io.mostik.remonline.orders.OrderStatus;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An inquiry, or lead. Only its id is known for certain; the other fields are inferred, and everything sent is in
 * {@code unknown()}.
 */
@Value.Immutable
@JsonDeserialize(builder = Inquiry.Builder.class)
public interface Inquiry extends Model {

    /** Returns its id. */
    long id();

    /** Returns the number on the document. */
    @JsonAlias("id_label")
    Optional<String> number();

    /** Returns its status. */
    @JsonDeserialize(contentUsing = EmptyAsAbsent.class)
    Optional<OrderStatus> status();

    /** Returns when it was made. */
    Optional<Instant> createdAt();

    /** Returns when it was last changed. */
    Optional<Instant> modifiedAt();

    /** Returns the name of who asked. */
    @Redacted
    Optional<String> contactName();

    /** Returns the phone of who asked. */
    @Redacted
    Optional<String> contactPhone();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an inquiry. */
    final class Builder extends ImmutableInquiry.Builder {
        Builder() {}
    }
}
