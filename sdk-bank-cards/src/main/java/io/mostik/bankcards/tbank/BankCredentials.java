package io.mostik.bankcards.tbank;

import io.mostik.core.Secret;
import io.mostik.core.http.ClientCertificate;
import java.util.Objects;

/**
 * The token and the client certificate of a running client. The bank links the two at their first call, so a new token needs
 * a new certificate: both are replaced together, and no call is sent with one of each. For {@link TBank.Builder#credentials}.
 * Thread-safe.
 *
 * <pre>{@code
 * BankCredentials credentials = BankCredentials.of(token, certificate);
 * TBank bank = TBank.builder().credentials(credentials).build();
 * credentials.replace(newToken, newCertificate);   // from the next call on, without a restart
 * }</pre>
 *
 * <p>Calls under way end with the pair that they began with; later ones open connections of their own. Several clients may
 * share one of these.
 */
public final class BankCredentials {

    private volatile Pair current;

    private BankCredentials(Pair pair) {
        this.current = pair;
    }

    /** A token and the certificate that belongs to it. */
    record Pair(Secret token, ClientCertificate certificate) {

        Pair {
            Objects.requireNonNull(token, "token");
            Objects.requireNonNull(certificate, "certificate");
        }

        @Override
        public String toString() {
            return "Pair";
        }
    }

    /** Returns credentials that begin with this pair. */
    public static BankCredentials of(Secret token, ClientCertificate certificate) {
        return new BankCredentials(new Pair(token, certificate));
    }

    /** Replaces both, for all clients that were built with these credentials. */
    public void replace(Secret token, ClientCertificate certificate) {
        current = new Pair(token, certificate);
    }

    Pair current() {
        return current;
    }

    /** Returns when the certificate ends. */
    @Override
    public String toString() {
        return "BankCredentials[" + current().certificate() + "]";
    }
}
