package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Phones as v2 writes them. */
final class Phones {

    private Phones() {}

    static ArrayNode of(String number) {
        ArrayNode phones = JsonNodeFactory.instance.arrayNode();
        phones.addObject()
                .put("title", "Mobile")
                .put("phone", number)
                .put("notify", false)
                .put("has_viber", false)
                .put("has_whatsapp", false);
        return phones;
    }
}
