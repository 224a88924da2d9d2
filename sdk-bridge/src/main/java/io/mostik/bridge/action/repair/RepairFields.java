package io.mostik.bridge.action.repair;

import io.mostik.bridge.Fields;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.FieldType;
import io.mostik.bridge.action.internal.Asked;
import io.mostik.bridge.action.internal.OnceForm;
import io.mostik.bridge.action.internal.Spec;
import io.mostik.remonline.RemOnline;
import java.util.Optional;

/** The fields that the actions with RemOnline share. */
final class RepairFields {

    static final String ORDER = "order";
    static final String PHONE = "phone";
    static final String COMMENT = "comment";

    private static final String ORDER_MEANING = "id of the order, not the number on the document";
    private static final int ENOUGH_DIGITS = 9;

    private RepairFields() {}

    static RemOnline client(ActionContext context, Asked asked) {
        return context.connections().client(asked.connection(), RemOnline.class);
    }

    static long id(Fields fields, String name) {
        return fields.number(name).longValueExact();
    }

    static Optional<Long> findId(Fields fields, String name) {
        return fields.find(name).map(text -> id(fields, name));
    }

    /** Begins an action with one order. */
    static Spec ofOrder(String name, String description) {
        return Spec.of(name, description)
                .vendor(RepairActions.VENDOR)
                .subject(fields -> fields.find(ORDER).map(order -> "ro-order:" + order))
                .required(ORDER, FieldType.NUMBER, ORDER_MEANING, "45000111");
    }

    /** Returns the form of a write whose result is an id. */
    static <S> OnceForm<S, Long> gives(Class<S> before, String code, String result) {
        return new OnceForm<>(
                before, Long.class, RepairActions.LONGEST, code, id -> Fields.of(result, Long.toString(id)));
    }

    static Optional<String> phoneSubject(Fields fields) {
        return fields.find(PHONE).map(phone -> "ro-phone:" + digits(phone));
    }

    /** Returns whether two spellings are the same number; the vendor keeps numbers as people typed them. */
    static boolean isSamePhone(String one, String other) {
        String shown = digits(other);
        return !shown.isEmpty() && digits(one).equals(shown);
    }

    private static String digits(String phone) {
        String digits = phone.replaceAll("[^0-9]", "");
        return digits.length() > ENOUGH_DIGITS ? digits.substring(digits.length() - ENOUGH_DIGITS) : digits;
    }
}
