package io.mostik.bankcards.tbank.tid;

import java.util.Objects;
import java.util.Optional;

/**
 * What a company is asked for.
 *
 * @param redirectUri where the bank sends the user back to, as agreed with it
 * @param state a value that cannot be guessed; compare it when the user is back
 * @param inn the tax number of the company: 10 or 12 digits; empty if unknown
 * @param kpp the code of the reason for its registration; {@code 0} for those without one
 */
public record Consent(String redirectUri, String state, Optional<String> inn, String kpp) {

    /** Refuses blanks and what is no tax number. */
    public Consent {
        if (redirectUri.isBlank() || state.isBlank()) {
            throw new IllegalArgumentException("redirectUri and state must not be blank");
        }
        if (inn.filter(number -> !number.matches("\\d{10}|\\d{12}")).isPresent()) {
            throw new IllegalArgumentException("inn must have 10 or 12 digits");
        }
        if (!Objects.requireNonNull(kpp, "kpp").matches("\\d{1,9}")) {
            throw new IllegalArgumentException("kpp must be digits, 0 for none");
        }
    }

    /** Returns the question to whichever company the user belongs to. */
    public static Consent of(String redirectUri, String state) {
        return new Consent(redirectUri, state, Optional.empty(), "0");
    }
}
