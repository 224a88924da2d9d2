package io.mostik.salesautopilot.records;

import java.time.LocalDate;
import java.util.Optional;

/** Name and contact of a record. A view; immutable. Empty texts and zero dates are absent. */
public final class Person {

    private final Columns columns;

    Person(Columns columns) {
        this.columns = columns;
    }

    /** Returns the given name. */
    public Optional<String> firstName() {
        return columns.text("mssys_firstname");
    }

    /** Returns the family name. */
    public Optional<String> lastName() {
        return columns.text("mssys_lastname");
    }

    /** Returns the whole name. */
    public Optional<String> fullName() {
        return columns.text("mssys_fullname");
    }

    /** Returns the title. */
    public Optional<String> title() {
        return columns.text("mssys_title");
    }

    /** Returns the gender, in the account's words. */
    public Optional<String> gender() {
        return columns.text("mssys_gender");
    }

    /** Returns the birthday. */
    public Optional<LocalDate> birthday() {
        return columns.date("mssys_birthday");
    }

    /** Returns the name day. */
    public Optional<LocalDate> nameday() {
        return columns.date("mssys_nameday");
    }

    /** Returns the phone number. */
    public Optional<String> phone() {
        return columns.text("mssys_phone");
    }

    /** Returns the mobile number. */
    public Optional<String> mobile() {
        return columns.text("mssys_mobile");
    }

    /** Returns the mobile number in international form. */
    public Optional<String> internationalMobile() {
        return columns.text("mssys_int_mobile");
    }

    /** Returns what the vendor found about the international number. */
    public Optional<String> internationalMobileStatus() {
        return columns.text("mssys_intm_status");
    }

    /** Returns whether no SMS may be sent. */
    public Optional<Boolean> smsDenied() {
        return columns.flag("mssys_sendsms_denied");
    }

    /** Returns the fax number. */
    public Optional<String> fax() {
        return columns.text("mssys_fax");
    }

    /** Returns the Skype name. */
    public Optional<String> skype() {
        return columns.text("mssys_skype");
    }

    /** Returns the web site. */
    public Optional<String> website() {
        return columns.text("mssys_website");
    }

    /** Returns the photo. */
    public Optional<String> photo() {
        return columns.text("mssys_photo");
    }

    /** Returns the photo of the business card. */
    public Optional<String> businessCardPhoto() {
        return columns.text("mssys_bcard_photo");
    }

    /** Returns the kind only: the content is personal. */
    @Override
    public String toString() {
        return "Person";
    }
}
