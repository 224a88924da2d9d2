package io.mostik.salesautopilot.records;

import java.util.Optional;

/** Delivery address of a record. A view; immutable. Empty texts and zero dates are absent. */
public final class Delivery {

    private final Columns columns;

    Delivery(Columns columns) {
        this.columns = columns;
    }

    /** Returns to whom it goes. */
    public Optional<String> name() {
        return columns.text("mssys_postal_company");
    }

    /** Returns the country, as lower-case ISO 3166 alpha-2. */
    public Optional<String> country() {
        return columns.text("mssys_postal_country");
    }

    /** Returns the state. */
    public Optional<String> state() {
        return columns.text("mssys_postal_state");
    }

    /** Returns the postal code. */
    public Optional<String> zip() {
        return columns.text("mssys_postal_zip");
    }

    /** Returns the city. */
    public Optional<String> city() {
        return columns.text("mssys_postal_city");
    }

    /** Returns street and number. */
    public Optional<String> address() {
        return columns.text("mssys_postal_address");
    }

    /** Returns the kind of parcel point, such as {@code PSD} for GLS. */
    public Optional<String> pointType() {
        return columns.text("mssys_postal_deliverypoint_type");
    }

    /** Returns the name of the parcel point. */
    public Optional<String> pointName() {
        return columns.text("mssys_postal_deliverypoint_name");
    }

    /** Returns the kind only: the content is personal. */
    @Override
    public String toString() {
        return "Delivery";
    }
}
