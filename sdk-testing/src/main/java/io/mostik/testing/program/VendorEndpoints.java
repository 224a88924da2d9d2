package io.mostik.testing.program;

import com.fasterxml.jackson.databind.JsonNode;

/** The endpoints of every vendor with how sure each fact is, out of {@code endpoints.json} and, for T-Bank, its facts. */
final class VendorEndpoints {

    private static final JsonNode ALL = SimJson.read(SimJson.file("endpoints.json"));

    private VendorEndpoints() {}

    /** Returns the rows of a vendor: method, path, mark. */
    static JsonNode of(String vendor) {
        return ALL.path(vendor);
    }
}
