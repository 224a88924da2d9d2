package io.mostik.bankcards.tbank.operations;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mostik.core.Page;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One page of the statement; the balances come with the first only. */
record StatementPage(
        @JsonProperty(required = true) List<Operation> operations,
        Optional<String> nextCursor,
        Optional<Balances> balances) {

    Page<Operation> toPage() {
        return new Page<>(operations, nextCursor.filter(cursor -> !cursor.isBlank()), OptionalLong.empty());
    }
}
