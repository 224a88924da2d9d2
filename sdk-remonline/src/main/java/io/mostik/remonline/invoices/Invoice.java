package io.mostik.remonline.invoices;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Json;
import io.mostik.core.json.Model;
import io.mostik.remonline.common.Named;
import io.mostik.remonline.internal.EmptyAsAbsent;
import io.mostik.remonline.orders.OrderStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** An invoice. Published samples and live answers spell its fields differently; both spellings are read. */
@Value.Immutable
@JsonDeserialize(builder = Invoice.Builder.class)
public interface Invoice extends Model {

    /** Returns its id. */
    long id();

    /** Returns the number on the document. */
    @JsonAlias({"idLabel", "id_label"})
    Optional<String> number();

    /** Returns its status: a number in samples of the generation before, an object elsewhere. */
    Optional<Json> status();

    /** Returns its status. */
    @JsonAlias("statusFull")
    @JsonDeserialize(contentUsing = EmptyAsAbsent.class)
    Optional<OrderStatus> statusFull();

    /** Returns when it was made. */
    @JsonAlias("createdAt")
    Optional<Instant> createdAt();

    /** Returns when it was last changed. */
    @JsonAlias("modifiedAt")
    Optional<Instant> modifiedAt();

    /** Returns when it was issued. */
    @JsonAlias("issueDate")
    Optional<Instant> issueDate();

    /** Returns when it is to be paid. */
    @JsonAlias("dueDate")
    Optional<Instant> dueDate();

    /** Returns the id of the responsible manager. */
    @JsonAlias("managerId")
    OptionalLong managerId();

    /** Returns the client. */
    Optional<Named> client();

    /** Returns who pays. */
    Optional<Named> payer();

    /** Returns the lines, where the answer holds them. */
    List<InvoiceItem> products();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an invoice. */
    final class Builder extends ImmutableInvoice.Builder {
        Builder() {}
    }
}
