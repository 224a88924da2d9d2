package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/** A person. */
final class PersonRow extends Row {

    PersonRow(long id, Instant now, ObjectNode fields) {
        super(id, now, fields);
    }

    String name() {
        return (text("first_name") + " " + text("last_name")).strip();
    }

    List<String> phones() {
        return StreamSupport.stream(fields().path("phones").spliterator(), false)
                .map(phone -> phone.path("phone").asText())
                .toList();
    }
}
