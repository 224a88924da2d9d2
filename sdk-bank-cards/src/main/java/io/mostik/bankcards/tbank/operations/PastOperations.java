package io.mostik.bankcards.tbank.operations;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of the deprecated list, whose envelope is not documented: a bare list is read, and one in an object. */
record PastOperations(List<PastOperation> rows) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static PastOperations bare(List<PastOperation> rows) {
        return new PastOperations(rows);
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static PastOperations wrapped(@JsonProperty("operations") @Nullable List<PastOperation> rows) {
        return new PastOperations(rows == null ? List.of() : rows);
    }
}
