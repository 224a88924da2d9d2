package io.mostik.testing.vcclive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads contacts: name, title, phone, e-mail, one a phone slot. */
final class Contacts {

    private Contacts() {}

    /** Reads an object keyed {@code phone1} to {@code phone9}; each contact needs its phone. */
    static Map<String, Map<String, String>> read(JsonNode sent) {
        Map<String, Map<String, String>> contacts = new LinkedHashMap<>();
        if (!sent.isMissingNode() && !sent.isObject()) {
            throw VccRefusal.bad("contacts");
        }
        sent.properties().forEach(slot -> {
            if (!slot.getKey().matches("phone[1-9]")) {
                throw VccRefusal.of("error.contact_not_exists", slot.getKey());
            }
            if (!slot.getValue().hasNonNull("phone")) {
                throw VccRefusal.missing("phone");
            }
            contacts.put(slot.getKey(), readOne(slot.getValue()));
        });
        return contacts;
    }

    static Map<String, String> readOne(JsonNode sent) {
        if (!sent.isObject()) {
            throw VccRefusal.bad("");
        }
        String email = sent.path("email").asText("");
        if (!email.isEmpty() && !email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            throw VccRefusal.of("error.wrong_email_format", "email");
        }
        Map<String, String> contact = new LinkedHashMap<>();
        for (String name : List.of("name", "title", "phone", "email")) {
            if (sent.has(name)) {
                contact.put(name, sent.path(name).asText(""));
            }
        }
        return contact;
    }
}
