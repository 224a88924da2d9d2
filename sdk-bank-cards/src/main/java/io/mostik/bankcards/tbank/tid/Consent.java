package io.mostik.bankcards.tbank.tid;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The consent that a company is asked for.
 *
 * @param redirectUri where the bank sends the user back to, as agreed with it
 * @param state a value that cannot be guessed; compare it when the user is back
 * @param inn the tax number of the company: 10 or 12 digits; empty if unknown
 * @param kpp the code of the reason for its registration; {@code 0} for those without one
 * @param scopes what is asked for beyond what the partner's agreement sets, such as {@code openid}, {@code profile},
 *     {@code phone} and {@code email}; sent in one parameter, as a client in public does
 * @param challenge of the {@link Pkce}, if one is used
 */
public record Consent(
        String redirectUri,
        String state,
        Optional<String> inn,
        String kpp,
        List<String> scopes,
        Optional<String> challenge) {

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
        scopes = List.copyOf(scopes);
        if (scopes.stream().anyMatch(scope -> !scope.matches("[\\x21\\x23-\\x5B\\x5D-\\x7E]+"))) {
            throw new IllegalArgumentException("scopes must be words without blanks and quotes");
        }
        Objects.requireNonNull(challenge, "challenge");
    }

    /** Returns the question to one company. */
    public Consent(String redirectUri, String state, Optional<String> inn, String kpp) {
        this(redirectUri, state, inn, kpp, List.of(), Optional.empty());
    }

    /** Returns the question to whichever company the user belongs to. */
    public static Consent of(String redirectUri, String state) {
        return new Consent(redirectUri, state, Optional.empty(), "0");
    }

    /** Returns this question for these scopes too. */
    public Consent scopes(List<String> asked) {
        return new Consent(redirectUri, state, inn, kpp, asked, challenge);
    }

    /** Returns this question, whose code is exchanged with the same proof only. */
    public Consent pkce(Pkce proof) {
        return new Consent(redirectUri, state, inn, kpp, scopes, Optional.of(proof.challenge()));
    }

    /** Returns the redirect address alone: state and tax number belong in no log. */
    @Override
    public String toString() {
        return "Consent[" + redirectUri + "]";
    }
}
