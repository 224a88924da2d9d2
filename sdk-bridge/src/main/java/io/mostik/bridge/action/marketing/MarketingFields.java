package io.mostik.bridge.action.marketing;

import io.mostik.bridge.Fields;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.action.FieldType;
import io.mostik.bridge.action.internal.Spec;
import io.mostik.salesautopilot.ids.FieldName;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.workflow.MarketingRefusedException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The fields that the actions with lists share. */
final class MarketingFields {

    static final String FORM = "form";
    static final String EMAIL = "email";
    static final String ORDER = "order";
    static final String RECORD = "record";
    static final String FIELD = "field_";

    private static final String LIST = "list";

    private MarketingFields() {}

    /** Begins an action with one address of a list, to which its other fields are added. */
    static Spec ofSubscriber(String name, String description) {
        return Spec.of(name, description)
                .repeatable()
                .vendor(MarketingActions.VENDOR)
                .subject(fields -> fields.find(LIST)
                        .flatMap(list -> fields.find(EMAIL)
                                .map(email -> "subscriber:" + list + "/"
                                        + email.strip().toLowerCase(Locale.ROOT))))
                .required(LIST, FieldType.NUMBER, "id of the list", "5123");
    }

    /** Begins an action with one order of a shop. */
    static Spec ofOrder(String name, String description, String formMeaning, String formExample) {
        return Spec.of(name, description)
                .vendor(MarketingActions.VENDOR)
                .subject(fields -> fields.find(LIST)
                        .flatMap(list -> fields.find(ORDER).map(order -> "order:" + list + "/" + order)))
                .required(LIST, FieldType.NUMBER, "id of the order list", "6200")
                .required(FORM, FieldType.NUMBER, formMeaning, formExample)
                .required(ORDER, FieldType.KEY, "the shop's number of the order", "W-10077")
                .result(RECORD, FieldType.NUMBER, "id of the order's record", "91");
    }

    static ListId list(Fields fields) {
        return ListId.of(fields.number(LIST).longValueExact());
    }

    static FormId form(Fields fields, String name) {
        return FormId.of(fields.number(name).longValueExact());
    }

    /** Returns the fields whose names begin with {@code field_}, by the name of the column. */
    static RecordFields columns(Fields fields) {
        RecordFields.Builder columns = RecordFields.builder();
        fields.under(FIELD).forEach((name, value) -> columns.set(FieldName.of(name), value));
        return columns.build();
    }

    static Fields result(Optional<RecordId> record) {
        return record.map(id -> Fields.of(RECORD, Long.toString(id.value()))).orElse(Fields.none());
    }

    static ActionResult refused(MarketingRefusedException refusal) {
        return switch (refusal.reason()) {
            case BUSY -> ActionResult.begun("vendor_asked", Duration.ZERO);
            case NO_ORDER -> ActionResult.again("order_missing");
            case SEVERAL_ORDERS -> ActionResult.refused("several_orders");
            case REFUNDED -> ActionResult.refused("order_refunded");
            case INVALID_EMAIL -> ActionResult.refused("email_malformed");
            case DUPLICATED -> ActionResult.unknown("perhaps_twice");
            case NO_ANSWER, NO_RECORD -> ActionResult.unknown("outcome_unknown");
            default -> ActionResult.refused("refused_by_vendor");
        };
    }
}
