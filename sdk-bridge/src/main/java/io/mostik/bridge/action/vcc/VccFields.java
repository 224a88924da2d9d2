package io.mostik.bridge.action.vcc;

import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.FieldType;
import io.mostik.bridge.action.internal.Asked;
import io.mostik.bridge.action.internal.Spec;
import io.mostik.pbx.vcclive.VccLive;
import io.mostik.pbx.vcclive.records.FormValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields that the actions with records share. */
final class VccFields {

    static final String PROJECT = "project";
    static final String RECORD = "record";
    static final String FIELD = "field_";

    private VccFields() {}

    /** Begins an action in a project. */
    static Spec ofProject(String name, String description) {
        return Spec.of(name, description)
                .vendor(VccActions.VENDOR)
                .required(PROJECT, FieldType.NUMBER, "id of the project", "134");
    }

    /** Begins an action with one record. */
    static Spec ofRecord(String name, String description) {
        return ofProject(name, description)
                .subject(fields -> fields.find(PROJECT)
                        .flatMap(project -> fields.find(RECORD).map(record -> "vcc:" + project + "/" + record)))
                .required(RECORD, FieldType.NUMBER, "id of the record", "8377");
    }

    static VccLive client(ActionContext context, Asked asked) {
        return context.connections().client(asked.connection(), VccLive.class);
    }

    static long project(Asked asked) {
        return asked.fields().number(PROJECT).longValueExact();
    }

    static long record(Asked asked) {
        return asked.fields().number(RECORD).longValueExact();
    }

    static Map<String, FormValue> form(Asked asked) {
        Map<String, FormValue> form = new LinkedHashMap<>();
        asked.fields().under(FIELD).forEach((name, value) -> form.put(name, FormValue.text(value)));
        if (form.isEmpty()) {
            throw new IllegalArgumentException("at least one " + FIELD + " must be given");
        }
        return form;
    }
}
