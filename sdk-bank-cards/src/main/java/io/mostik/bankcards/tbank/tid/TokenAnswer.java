package io.mostik.bankcards.tbank.tid;

import io.mostik.core.Secret;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** The answer of the token endpoint. Prints nothing. */
record TokenAnswer(String accessToken, Optional<String> refreshToken, OptionalLong expiresIn) {

    /** As documented: half an hour. */
    private static final long USUAL_SECONDS = 1_800;

    TokenAnswer {
        Objects.requireNonNull(accessToken, "access_token");
    }

    TokenPair toPair(Instant now) {
        return new TokenPair(
                Secret.of(accessToken),
                refreshToken.filter(token -> !token.isBlank()).map(Secret::of),
                now.plusSeconds(expiresIn.orElse(USUAL_SECONDS)));
    }

    @Override
    public String toString() {
        return "TokenAnswer[***]";
    }
}
