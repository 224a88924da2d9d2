package io.mostik.core.http;

import io.mostik.core.ApiError;
import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.TransportException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Says what a failure of the JDK's client means: where it stopped and whether the vendor may have acted. Its texts are
 * re-worded, because the JDK's may be missing, or quote addresses.
 */
final class JdkFailures {

    private JdkFailures() {}

    static TransportException describe(ApiRequest request, JdkExchange exchange, String peer, Throwable failure) {
        if (exchange.status() != 0) {
            return inBody(request, exchange, failure);
        }
        return exchange.requestBody().keepBack()
                ? beforeSending(request, peer, failure)
                : afterSending(request, failure);
    }

    static TransportException interrupted(ApiRequest request, JdkExchange exchange, InterruptedException cause) {
        boolean unsent = exchange.requestBody().keepBack();
        boolean headSeen = exchange.status() != 0;
        Outcome outcome =
                headSeen ? afterHead(request, exchange.status()) : unsent ? Outcome.NOT_SENT : Outcome.UNKNOWN;
        Phase phase = headSeen ? Phase.BODY : unsent ? Phase.CONNECT : Phase.HEAD;
        return new TransportException("cancelled", FailureInfo.cancelled(request.operation(), outcome, phase), cause);
    }

    private static TransportException beforeSending(ApiRequest request, String peer, Throwable failure) {
        if (find(failure, ApiRequest.TooLateException.class).isPresent()) {
            return tooLate(request);
        }
        if (find(failure, UnresolvedAddressException.class).isPresent()) {
            return notSent(request, Phase.RESOLVE, "host of " + peer + " not found", true);
        }
        Optional<SSLException> tls = find(failure, SSLException.class);
        if (tls.isPresent()) {
            return tls(request, peer, tls.get());
        }
        if (failure instanceof HttpConnectTimeoutException) {
            return notSent(request, Phase.CONNECT, "no connection to " + peer + " within the connect time-out", true);
        }
        if (failure instanceof HttpTimeoutException) {
            return notSent(request, Phase.CONNECT, "no connection to " + peer + " before the deadline", true);
        }
        return notSent(request, Phase.CONNECT, "connection to " + peer + " refused or broken", true);
    }

    /** The caller set a time after which the request is not to be sent, and it is over. */
    static TransportException tooLate(ApiRequest request) {
        return notSent(request, Phase.PREPARE, "not sent, as the time to send it was over (sendBefore)", false);
    }

    private static TransportException afterSending(ApiRequest request, Throwable failure) {
        Optional<SSLException> tls = find(failure, SSLException.class);
        if (tls.isPresent() && refusedByPeer(tls.get())) {
            return tls(request, "the vendor", tls.get());
        }
        String text = "the connection broke before an answer came";
        if (failure instanceof HttpTimeoutException) {
            text = "no answer in time";
        } else if (find(failure, java.net.ProtocolException.class).isPresent() || bodyWhereNoneIs(failure)) {
            text = "malformed answer";
        }
        return new TransportException(
                text, FailureInfo.temporary(request.operation(), Outcome.UNKNOWN, Phase.HEAD), null);
    }

    /** The JDK's client takes no 204 with a length, and says so in words only. */
    private static boolean bodyWhereNoneIs(Throwable failure) {
        String text = String.valueOf(failure.getMessage());
        return text.contains("204") && text.contains("content length");
    }

    private static TransportException inBody(ApiRequest request, JdkExchange exchange, Throwable failure) {
        int status = exchange.status();
        Optional<BadAnswerException> bad = exchange.objection().isEmpty()
                ? find(failure, BadAnswerException.class)
                : Optional.of(new BadAnswerException(exchange.objection(), false));
        String text = bad.map(Throwable::getMessage).orElse("the answer was cut off");
        boolean temporary = bad.map(BadAnswerException::temporary).orElse(true);
        Outcome outcome = afterHead(request, status);
        FailureInfo facts = temporary
                ? FailureInfo.temporary(request.operation(), outcome, Phase.BODY)
                : FailureInfo.lasting(request.operation(), outcome, Phase.BODY);
        return new TransportException(text + " (status " + status + ")", facts, null);
    }

    private static Outcome afterHead(ApiRequest request, int status) {
        return status >= 200 && status < 300
                ? request.plan().outcomeOfSuccess()
                : ApiError.of(status, "", "").outcome();
    }

    /** In TLS 1.3 a server refuses the client's certificate after the client is done, and before it reads a request. */
    private static boolean refusedByPeer(SSLException failure) {
        String text = String.valueOf(failure.getMessage());
        return text.contains("certificate") || text.contains("handshake_failure") || text.contains("access_denied");
    }

    private static TransportException tls(ApiRequest request, String peer, SSLException failure) {
        String text = String.valueOf(failure.getMessage());
        String hint = text.contains("certificate_required") || text.contains("bad_certificate")
                ? "the client certificate is missing or refused"
                : "no TLS connection; check the trust store, the host name and the client certificate";
        return notSent(
                request,
                Phase.TLS,
                hint + " (" + peer + ", " + failure.getClass().getSimpleName() + ")",
                false);
    }

    private static TransportException notSent(ApiRequest request, Phase phase, String text, boolean temporary) {
        FailureInfo facts = temporary
                ? FailureInfo.temporary(request.operation(), Outcome.NOT_SENT, phase)
                : FailureInfo.lasting(request.operation(), Outcome.NOT_SENT, phase);
        return new TransportException(text, facts, null);
    }

    private static <X extends Throwable> Optional<X> find(Throwable failure, Class<X> type) {
        @Nullable Throwable current = failure;
        for (int depth = 0; current != null && depth < 20; depth++, current = current.getCause()) {
            if (type.isInstance(current)) {
                return Optional.of(type.cast(current));
            }
        }
        return Optional.empty();
    }
}
