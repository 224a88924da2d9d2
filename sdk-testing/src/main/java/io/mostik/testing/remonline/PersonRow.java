package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/** A person as the account keeps it, the fields under the names of v2. */
final class PersonRow {

    private final long id;
    private final Instant createdAt;
    private final ObjectNode fields;
    Instant modifiedAt;

    PersonRow(long id, Instant now, ObjectNode fields) {
        this.id = id;
        this.createdAt = now;
        this.modifiedAt = now;
        this.fields = fields;
    }

    long id() {
        return id;
    }

    Instant createdAt() {
        return createdAt;
    }

    ObjectNode fields() {
        return fields;
    }

    String text(String field) {
        return fields.path(field).asText("");
    }

    String name() {
        return (text("first_name") + " " + text("last_name")).strip();
    }

    List<String> phones() {
        return StreamSupport.stream(fields.path("phones").spliterator(), false)
                .map(phone -> phone.path("phone").asText())
                .toList();
    }
}
