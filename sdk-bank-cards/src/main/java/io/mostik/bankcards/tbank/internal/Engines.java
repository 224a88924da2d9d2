package io.mostik.bankcards.tbank.internal;

import io.mostik.bankcards.tbank.HostKind;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.CallOptions;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The engines of the bank's two hosts, with one token and one certificate.
 *
 * @param ordinary engine of the ordinary host
 * @param secured engine of the secured host
 * @param beforeSecured receives the name of each operation before it goes to the secured host, and may refuse it by throwing
 * @param certificateEnd when the client certificate ends, if that is known
 * @param closing closes these, and those before them
 */
public record Engines(
        ApiClient ordinary,
        ApiClient secured,
        Consumer<String> beforeSecured,
        Optional<Instant> certificateEnd,
        Optional<Runnable> closing) {

    /** Rejects null components. */
    public Engines {
        Objects.requireNonNull(ordinary, "ordinary");
        Objects.requireNonNull(secured, "secured");
        Objects.requireNonNull(beforeSecured, "beforeSecured");
        Objects.requireNonNull(certificateEnd, "certificateEnd");
        Objects.requireNonNull(closing, "closing");
    }

    /** Returns these, closed together with others. */
    public Engines closingWith(Runnable close) {
        return new Engines(ordinary, secured, beforeSecured, certificateEnd, Optional.of(close));
    }

    Engines with(CallOptions options) {
        return new Engines(ordinary.with(options), secured.with(options), beforeSecured, certificateEnd, closing);
    }

    ApiClient on(HostKind host) {
        return host == HostKind.SECURED ? secured : ordinary;
    }

    void close() {
        closing.ifPresentOrElse(Runnable::run, this::closeAlone);
    }

    /** Closes these alone. */
    public void closeAlone() {
        ordinary.close();
        secured.close();
    }
}
