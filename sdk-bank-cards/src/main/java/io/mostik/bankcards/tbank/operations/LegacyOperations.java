package io.mostik.bankcards.tbank.operations;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The answer of the deprecated list, whose envelope is not documented: a bare list is read, and one in an object. */
record LegacyOperations(List<LegacyOperation> rows) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static LegacyOperations bare(List<LegacyOperation> rows) {
        return new LegacyOperations(rows);
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static LegacyOperations wrapped(@JsonProperty(value = "operations", required = true) List<LegacyOperation> rows) {
        return new LegacyOperations(rows);
    }
}
