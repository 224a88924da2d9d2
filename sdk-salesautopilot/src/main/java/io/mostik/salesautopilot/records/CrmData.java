package io.mostik.salesautopilot.records;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalLong;

/** What the vendor's small CRM knows of a record. A view; immutable. Empty texts and zero dates are absent. */
public final class CrmData {

    private final Columns columns;

    CrmData(Columns columns) {
        this.columns = columns;
    }

    /** Returns the CRM status. */
    public Optional<String> status() {
        return columns.text("mssys_crm_status");
    }

    /** Returns the user in charge. */
    public OptionalLong userId() {
        return columns.whole("mssys_crm_userid");
    }

    /** Returns the value of the opportunity. */
    public OptionalLong opportunityValue() {
        return columns.whole("mssys_opportunity_value");
    }

    /** Returns when the last message went out. */
    public Optional<LocalDateTime> lastMessageSent() {
        return columns.dateTime("mssys_lastmassage_sent");
    }

    /** Returns when the status last changed. */
    public Optional<LocalDateTime> lastStatusChange() {
        return columns.dateTime("mssys_last_statuschange_date");
    }

    /** Returns the referral. */
    public Optional<String> referral() {
        return columns.text("mssys_net_referral");
    }

    /** Returns who was referred. */
    public Optional<String> referred() {
        return columns.text("mssys_net_referred");
    }

    /** Returns what is looked for. */
    public Optional<String> lookingFor() {
        return columns.text("mssys_net_lookingfor");
    }

    /** Returns the industry of the contact. */
    public Optional<String> contactIndustry() {
        return columns.text("mssys_net_contact_industry");
    }

    /** Returns the company of the contact. */
    public Optional<String> contactCompany() {
        return columns.text("mssys_net_contact_company");
    }

    /** Returns the kind only: the content is personal. */
    @Override
    public String toString() {
        return "CrmData";
    }
}
