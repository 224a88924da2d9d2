package io.mostik.salesautopilot.records;

import java.util.Optional;

/** Company and billing address of a record. A view; immutable. Empty texts and zero dates are absent. */
public final class Company {

    private final Columns columns;

    Company(Columns columns) {
        this.columns = columns;
    }

    /** Returns the company. */
    public Optional<String> name() {
        return columns.text("mssys_company");
    }

    /** Returns the tax number. */
    public Optional<String> vatNumber() {
        return columns.text("mssys_vat_number");
    }

    /** Returns the tax number in the European Union. */
    public Optional<String> euTaxNumber() {
        return columns.text("mssys_eu_tax");
    }

    /** Returns to whom bills go. */
    public Optional<String> billingName() {
        return columns.text("mssys_bill_company");
    }

    /** Returns the country of the billing address, as lower-case ISO 3166 alpha-2. */
    public Optional<String> billingCountry() {
        return columns.text("mssys_bill_country");
    }

    /** Returns the state of the billing address. */
    public Optional<String> billingState() {
        return columns.text("mssys_bill_state");
    }

    /** Returns the postal code of the billing address. */
    public Optional<String> billingZip() {
        return columns.text("mssys_bill_zip");
    }

    /** Returns the city of the billing address. */
    public Optional<String> billingCity() {
        return columns.text("mssys_bill_city");
    }

    /** Returns street and number of the billing address. */
    public Optional<String> billingAddress() {
        return columns.text("mssys_bill_address");
    }

    /** Returns the kind of billing address. */
    public Optional<String> billingAddressType() {
        return columns.text("mssys_billing_address_type");
    }

    /** Returns the kind only: the content is personal. */
    @Override
    public String toString() {
        return "Company";
    }
}
