package io.mostik.pbx.vcclive.links;

import io.mostik.core.json.Json;
import io.mostik.pbx.vcclive.webhooks.CallDisposition;
import io.mostik.pbx.vcclive.webhooks.EventDisposition;
import io.mostik.pbx.vcclive.webhooks.UserEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** The sources: what happens in VCC Live, or in another system, as plain fields, for mappings into the other one. */
public final class LinkFields {

    private LinkFields() {}

    /**
     * Returns the fields of <em>record or disposition registered</em>: {@code uuid}, {@code numberid},
     * {@code dispositionid}, {@code assessment}, {@code description}, and the record's own under {@code data.}, such as
     * {@code data.city} and {@code data.contacts.phone1.email}.
     */
    public static Map<String, String> of(CallDisposition event) {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "uuid", event.uuid());
        put(fields, "numberid", event.numberId());
        put(
                fields,
                "dispositionid",
                event.disposition().map(EventDisposition::dispositionId).orElse(OptionalLong.empty()));
        event.disposition()
                .flatMap(EventDisposition::assessment)
                .ifPresent(assessment -> fields.put("assessment", assessment.value()));
        put(fields, "description", event.agentDescription());
        event.clientData().forEach((name, value) -> flatten(fields, "data." + name, value));
        return fields;
    }

    /**
     * Returns the fields of <em>user created</em> and <em>user modified</em>: {@code userid}, {@code username},
     * {@code name}, {@code email}, {@code phone}, {@code state}. Never the password.
     */
    public static Map<String, String> of(UserEvent event) {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "userid", event.current().userId());
        put(fields, "username", event.current().username());
        put(fields, "name", event.current().name());
        put(fields, "email", event.current().email());
        put(fields, "phone", event.current().contactPhone());
        put(fields, "state", event.current().state());
        return fields;
    }

    /**
     * Returns the fields of an object of another system: those of objects within it after a dot, as
     * {@code address.city}, and the elements of arrays by their positions, as {@code likes.0}.
     */
    public static Map<String, String> of(Json object) {
        Map<String, String> fields = new LinkedHashMap<>();
        object.names().forEach(name -> flatten(fields, name, object.get(name)));
        return fields;
    }

    private static void put(Map<String, String> fields, String name, Optional<String> value) {
        value.ifPresent(text -> fields.put(name, text));
    }

    private static void put(Map<String, String> fields, String name, OptionalLong value) {
        value.ifPresent(id -> fields.put(name, Long.toString(id)));
    }

    private static void flatten(Map<String, String> fields, String name, Json value) {
        if (value.isObject()) {
            value.names().forEach(inner -> flatten(fields, name + "." + inner, value.get(inner)));
        } else if (value.isArray()) {
            List<Json> elements = value.elements();
            IntStream.range(0, elements.size())
                    .forEach(index -> flatten(fields, name + "." + index, elements.get(index)));
        } else {
            value.text().ifPresent(text -> fields.put(name, text));
        }
    }
}
