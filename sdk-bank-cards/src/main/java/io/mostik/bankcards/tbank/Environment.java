package io.mostik.bankcards.tbank;

import java.util.Objects;

/**
 * Where the bank is: an ordinary host, a secured one, and whether the secured one wants a client certificate.
 *
 * @param ordinary address under which ordinary methods lie
 * @param secured address under which secured methods lie
 * @param needsCertificate whether a secured call without a client certificate is refused before it is sent
 */
public record Environment(String ordinary, String secured, boolean needsCertificate) {

    /** The bank itself: real cards, real money. */
    public static final Environment PRODUCTION =
            new Environment("https://business.tbank.ru/openapi", "https://secured-openapi.tbank.ru", true);

    /**
     * The bank's sandbox: one canned answer a method, whatever the values; nothing real is touched. The address of its
     * secured methods is known from clients in public, not from the bank.
     */
    public static final Environment SANDBOX = new Environment(
            "https://business.tbank.ru/openapi/sandbox", "https://business.tbank.ru/openapi/sandbox/secured", false);

    /** Refuses a missing address. */
    public Environment {
        Objects.requireNonNull(ordinary, "ordinary");
        Objects.requireNonNull(secured, "secured");
    }

    /** Returns a custom environment, such as a proxy or a simulator, that needs no certificate. */
    public static Environment of(String ordinary, String secured) {
        return new Environment(ordinary, secured, false);
    }

    /** Returns this environment, refusing secured calls without a client certificate. */
    public Environment requiringCertificate() {
        return new Environment(ordinary, secured, true);
    }
}
