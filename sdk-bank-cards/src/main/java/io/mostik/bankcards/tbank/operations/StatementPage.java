package io.mostik.bankcards.tbank.operations;

import io.mostik.core.Page;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** One page of the statement; the balances come with the first only. */
record StatementPage(List<Operation> operations, Optional<String> nextCursor, Optional<Balances> balances) {

    StatementPage {
        operations = Objects.requireNonNullElse(operations, List.of());
    }

    Page<Operation> toPage() {
        return new Page<>(operations, nextCursor.filter(cursor -> !cursor.isBlank()), OptionalLong.empty());
    }
}
