package io.mostik.bankcards.tbank.cards;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;

/** The body of a block. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record BlockRequest(BlockReason reason, String comment) {

    BlockRequest {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(comment, "comment");
    }
}
