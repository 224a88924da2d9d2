package io.mostik.bridge.gateway;

import io.mostik.bridge.BridgeNames;
import io.mostik.bridge.Fields;
import io.mostik.bridge.action.ActionSpec;
import io.mostik.bridge.action.FieldException;
import io.mostik.bridge.action.FieldSpec;
import io.mostik.bridge.action.FieldType;
import io.mostik.bridge.action.internal.LocalDates;
import io.mostik.core.Effect;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What says which document and account a request is meant for, apart from what is to be done.
 *
 * @param fields what was said, in its fixed spelling
 * @param document the document, normalised
 * @param rest the fields of the action
 */
record Envelope(Fields fields, String document, Map<String, String> rest) {

    static final List<FieldSpec> FIELDS = List.of(
            FieldSpec.required(
                    "document",
                    FieldType.KEY,
                    "The caller's document. The same document is carried out once, however often it is sent.",
                    "0f6b1c9e-5a51-11ee-9c2a-00155d012345"),
            FieldSpec.optional("line", FieldType.KEY, "The line of the document, if it asks for several things.", "1"),
            FieldSpec.optional(
                    "organisation",
                    FieldType.REFERENCE,
                    "The organisation whose account is meant.",
                    "5c1d7a40-5a51-11ee-9c2a-00155d012345"),
            FieldSpec.optional("connection", FieldType.KEY, "The account that is meant, if several would do.", "north"),
            FieldSpec.optional(
                    "region", FieldType.KEY, "Where national telephone numbers are from, in two letters.", "HU"),
            FieldSpec.optional(
                    "dated",
                    FieldType.DATE,
                    "When the document was made. One that is older than a restore of the journal is looked up first.",
                    "2026-11-29T13:05:02"),
            FieldSpec.optional("wait", FieldType.NUMBER, "How many seconds to wait for the end: 0 to 25.", "5"));

    private static final ActionSpec READER =
            new ActionSpec("envelope", "", Effect.READ, "", Optional.empty(), false, FIELDS, List.of(), "");
    private static final String DOCUMENT = "document";
    private static final String HEADER = "Idempotency-Key";

    /**
     * Reads the fields of a request and the header {@code Idempotency-Key}, which names the document as well.
     *
     * @param own the names that belong to the action even if they are known here
     * @throws FieldException if there is no document, two different ones, or a field cannot be read
     */
    static Envelope read(Asked asked, ZoneId zone, List<String> own, Map<String, String> given) {
        Map<String, String> outer = new LinkedHashMap<>();
        Map<String, String> rest = new LinkedHashMap<>(given);
        for (FieldSpec field : FIELDS) {
            Optional.ofNullable(given.get(field.name())).ifPresent(value -> outer.put(field.name(), value));
            if (!own.contains(field.name())) {
                rest.remove(field.name());
            }
        }
        Optional<String> header = header(asked);
        if (outer.getOrDefault(DOCUMENT, "").isBlank()) {
            header.ifPresent(key -> outer.put(DOCUMENT, key));
        }
        Fields fields = READER.read(outer, zone, Optional.empty());
        String document = BridgeNames.document(fields.text(DOCUMENT));
        if (BridgeNames.isEmptyReference(document)) {
            throw new FieldException(DOCUMENT, "field_missing");
        }
        if (header.isPresent() && !sameDocument(header.get(), document)) {
            throw new FieldException(DOCUMENT, "document_and_key");
        }
        return new Envelope(fields, document, rest);
    }

    /** The drafts of the header write it as a quoted text. */
    private static Optional<String> header(Asked asked) {
        List<String> all = asked.request().headers(HEADER);
        if (all.size() > 1) {
            throw new FieldException(DOCUMENT, "field_twice");
        }
        return all.stream()
                .map(String::strip)
                .map(text -> text.matches("\".+\"") ? text.substring(1, text.length() - 1) : text)
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    private static boolean sameDocument(String header, String document) {
        try {
            return BridgeNames.document(header).equals(document);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    Optional<String> find(String name) {
        return fields.find(name);
    }

    /** Returns when the document was made, if it was said; of a day its beginning, which is the safer reading. */
    Optional<Instant> dated(ZoneId zone) {
        return find("dated")
                .map(text -> LocalDates.time(text, zone).atZone(zone).toInstant());
    }

    /** Returns where national telephone numbers are from, if it was said. */
    Optional<String> region() {
        return find("region");
    }
}
