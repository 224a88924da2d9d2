package io.mostik.salesautopilot.records;

import java.math.BigDecimal;
import java.util.Optional;

/** Where a record is in the world. A view; immutable. Empty texts and zero dates are absent. */
public final class Geo {

    private final Columns columns;

    Geo(Columns columns) {
        this.columns = columns;
    }

    /** Returns degrees north. */
    public Optional<BigDecimal> latitude() {
        return columns.decimal("mssys_latitude");
    }

    /** Returns degrees east. */
    public Optional<BigDecimal> longitude() {
        return columns.decimal("mssys_longitude");
    }

    /** Returns the code of the country. */
    public Optional<String> countryCode() {
        return columns.text("mssys_country_code");
    }

    /** Returns the country. */
    public Optional<String> country() {
        return columns.text("mssys_country");
    }

    /** Returns the code of the state. */
    public Optional<String> stateCode() {
        return columns.text("mssys_state_code");
    }

    /** Returns the state. */
    public Optional<String> state() {
        return columns.text("mssys_state");
    }

    /** Returns the city. */
    public Optional<String> city() {
        return columns.text("mssys_city");
    }

    /** Returns the kind only: the content is personal. */
    @Override
    public String toString() {
        return "Geo";
    }
}
