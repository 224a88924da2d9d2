package io.mostik.pbx.vcclive;

import static io.mostik.pbx.vcclive.VendorOperation.Standing.DOCUMENTED;
import static io.mostik.pbx.vcclive.VendorOperation.Standing.INFERRED;

import java.util.List;

/**
 * What the vendor offers, in the vendor's order.
 *
 * @param title what it is
 * @param standing how it is known
 * @param operations the client's operations for it
 */
record VendorOperation(String title, Standing standing, List<String> operations) {

    /** How an operation is known. */
    enum Standing {
        /** The vendor documents it, or public client code shows it at work. */
        DOCUMENTED,
        /** Follows from pages beside it; experimental. */
        INFERRED
    }

    /** What the vendor has a page about whose text is not public. */
    static final List<String> TITLES_ONLY = List.of(
            "List a project's outbound numbers",
            "Add a number to the opt-out (Robinson) list",
            "Delete a number from the opt-out (Robinson) list",
            "Voice file of a call record",
            "Dashboard",
            "Modify a user");

    static final List<VendorOperation> ALL = List.of(
            documented("List projects and folders", "projects.list"),
            documented("Get project parameters", "projects.get"),
            documented("Clone a project", "projects.clone"),
            documented("Get quota limits", "projects.quotas"),
            documented("Modify quota limits", "projects.updateQuotas"),
            documented("Add a field with values", "fields.add"),
            documented("Add values to a field", "fields.addValues"),
            inferred("Modify values of a field", "fields.updateValues"),
            inferred("Delete a value", "fields.deleteValue"),
            inferred("List or search records", "records.list"),
            documented("Get one record in detail", "records.get"),
            documented("Add a record", "records.add"),
            documented("Modify a record", "records.update"),
            documented("Modify a contact", "records.updateContact"),
            documented("Add a disposition to a record", "records.addDisposition"),
            documented("Batch record modification", "records.updateAll"),
            documented("Batch disposition modification", "records.addDispositions"),
            documented("Call record (CDR) list", "cdrs.list"),
            documented("One call record", "cdrs.get"),
            documented("E-mail log", "emails.list"),
            documented("Inbound statistics", "statistics.inbound", "statistics.inboundTable"),
            documented("User-based statistics", "statistics.userBased", "statistics.userBasedTable"),
            documented("User-state log", "statistics.userStates", "statistics.userStatesTable"),
            inferred("List months that have voice files", "voiceFiles.months"),
            documented("List downloadable voice files of a month", "voiceFiles.list"),
            inferred("Download a voice file", "voiceFiles.download"),
            documented("Mark a voice file as archived", "voiceFiles.markArchived"),
            documented("List users", "users.list"),
            documented("Add a user", "users.add"),
            documented("Online users with state", "users.online", "users.onlineInProject"),
            documented("Campaign manager: fields of a database", "campaigns.fields"),
            documented("Campaign manager: add a customer", "campaigns.addCustomer"),
            documented("Campaign manager: modify a customer", "campaigns.updateCustomer"),
            documented("Desktop: start a call", "desktop.call"),
            documented("Desktop: start a call on a new record", "desktop.call"),
            documented("Desktop: hang up", "desktop.hangUp"));

    private static VendorOperation documented(String title, String... operations) {
        return new VendorOperation(title, DOCUMENTED, List.of(operations));
    }

    private static VendorOperation inferred(String title, String... operations) {
        return new VendorOperation(title, INFERRED, List.of(operations));
    }
}
