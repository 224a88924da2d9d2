package io.mostik.bridge.action.repair;

import io.mostik.bridge.Fields;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.FieldType;
import io.mostik.bridge.action.internal.Asked;
import io.mostik.bridge.action.internal.Spec;
import io.mostik.core.once.Before;
import io.mostik.core.once.OnceSteps;
import io.mostik.core.once.ReadBack;
import io.mostik.core.once.Sent;
import io.mostik.remonline.inquiries.Inquiry;
import io.mostik.remonline.inquiries.NewLead;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Makes a lead. After a lost answer the leads with this phone that were not there before are counted: none means that it
 * did not happen, one that it did; with more, or without a phone, a person has to look.
 */
record CreateLead(ActionContext context) implements OnceSteps<Asked, LeadsBefore, Long> {

    private static final String TYPE = "type";
    private static final String NAME = "name";
    private static final String CLIENT = "client";
    private static final String BRANCH = "branch";
    private static final String MANAGER = "manager";
    private static final String DESCRIPTION = "description";

    static Action in(ActionContext context) {
        return Spec.of("ro.lead.create", "Makes a lead in RemOnline.")
                .vendor(RepairActions.VENDOR)
                .subject(RepairFields::phoneSubject)
                .required(TYPE, FieldType.NUMBER, "id of the type of leads", "1")
                .optional(RepairFields.PHONE, FieldType.PHONE, "phone of who asked; with name", "+36301112233")
                .optional(NAME, FieldType.TEXT, "name of who asked; with phone", "Nóra")
                .optional(CLIENT, FieldType.NUMBER, "id of the client, in place of phone and name", "500")
                .optional(BRANCH, FieldType.NUMBER, "id of the location", "3")
                .optional(MANAGER, FieldType.NUMBER, "id of the responsible manager", "7")
                .optional(DESCRIPTION, FieldType.TEXT, "what is wanted", "missed call")
                .result("lead", FieldType.NUMBER, "id of the lead", "9001")
                .writes(
                        context,
                        RepairFields.gives(LeadsBefore.class, "lead_created", "lead"),
                        new CreateLead(context));
    }

    @Override
    public Before<LeadsBefore, Long> before(Asked asked) {
        Instant now = context.once().store().now();
        return Before.state(new LeadsBefore(now.toEpochMilli(), shown(asked, now)));
    }

    @Override
    public Sent<Long> send(Asked asked, Optional<LeadsBefore> before) {
        return Sent.result(RepairFields.client(context, asked)
                .leads()
                .create(lead(asked.fields()))
                .id());
    }

    @Override
    public ReadBack<Long> readBack(Asked asked, Optional<LeadsBefore> before) {
        if (before.isEmpty()) {
            return ReadBack.unknown();
        }
        List<Long> since = shown(asked, Instant.ofEpochMilli(before.get().at())).stream()
                .filter(id -> !before.get().ids().contains(id))
                .toList();
        if (since.isEmpty()) {
            return ReadBack.notApplied();
        }
        boolean isCertain =
                since.size() == 1 && asked.fields().find(RepairFields.PHONE).isPresent();
        return isCertain ? ReadBack.applied(since.get(0)) : ReadBack.unknown();
    }

    private List<Long> shown(Asked asked, Instant since) {
        NewLead lead = lead(asked.fields());
        return RepairFields.client(context, asked).leads().reconcileCreate(lead, since).stream()
                .filter(found -> isOfPhone(lead, found))
                .map(Inquiry::id)
                .toList();
    }

    /** The vendor may heed the filter by phone or not, and may tell the phone or not. */
    private static boolean isOfPhone(NewLead lead, Inquiry found) {
        return lead.contactPhone()
                .flatMap(phone -> found.contactPhone().map(other -> RepairFields.isSamePhone(phone, other)))
                .orElse(true);
    }

    private static NewLead lead(Fields fields) {
        NewLead.Builder lead = NewLead.builder().leadtypeId(RepairFields.id(fields, TYPE));
        fields.find(RepairFields.PHONE).ifPresent(lead::contactPhone);
        fields.find(NAME).ifPresent(lead::contactName);
        fields.find(DESCRIPTION).ifPresent(lead::description);
        RepairFields.findId(fields, CLIENT).ifPresent(lead::clientId);
        RepairFields.findId(fields, BRANCH).ifPresent(lead::branchId);
        RepairFields.findId(fields, MANAGER).ifPresent(lead::managerId);
        return lead.build();
    }
}
