package io.mostik.bankcards.tbank;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What token and certificate of a client can do, as {@link TBank#check} has tried it out. Prints one line for each access.
 *
 * @param lines one for each host and access
 * @param certificateEnd when the client certificate ends; empty if there is none, or it was given as a ready TLS context
 */
public record AccessReport(List<Line> lines, Optional<Instant> certificateEnd) {

    /** Keeps an unchangeable copy. */
    public AccessReport {
        lines = List.copyOf(lines);
        Objects.requireNonNull(certificateEnd, "certificateEnd");
    }

    /**
     * One access.
     *
     * @param operation what was called, or would need the access
     * @param host where it lies by the settings of the client
     * @param scope the end of the scope's name as the bank writes it; empty where it is not public
     * @param result what came
     * @param detail what the bank or the connection said; empty if it works
     */
    public record Line(String operation, HostKind host, String scope, Result result, String detail) {

        /** Rejects null components. */
        public Line {
            Objects.requireNonNull(operation, "operation");
            Objects.requireNonNull(host, "host");
            Objects.requireNonNull(scope, "scope");
            Objects.requireNonNull(result, "result");
            Objects.requireNonNull(detail, "detail");
        }
    }

    /** What came of a try. */
    public enum Result {
        /** The bank answered. */
        WORKS,
        /** The bank does not know the token (401): it is wrong, old or withdrawn, or was issued for other addresses. */
        TOKEN_REFUSED,
        /** The token does not have the access, or was issued for other addresses (403). */
        ACCESS_REFUSED,
        /** The certificate is missing or ended, or the handshake failed. */
        NO_CERTIFICATE,
        /** The host has no such method (404 without the bank's own words): try the other host, see {@link TBank.Builder#host}. */
        NOT_THERE,
        /** Anything else: the bank's error, or no connection. */
        FAILED,
        /** Nothing reads with this access alone: calling it would act, show a card's number, or needs a card. */
        NOT_TRIED
    }

    /** Returns whether everything that was tried works. */
    public boolean isWorking() {
        return lines.stream().allMatch(line -> line.result() == Result.WORKS || line.result() == Result.NOT_TRIED);
    }

    /** Returns what does not work. */
    public List<Line> problems() {
        return lines.stream()
                .filter(line -> line.result() != Result.WORKS && line.result() != Result.NOT_TRIED)
                .toList();
    }

    @Override
    public String toString() {
        String all = lines.stream()
                .map(line -> line.result() + " " + line.host() + " " + line.operation()
                        + (line.scope().isEmpty() ? "" : " (" + line.scope() + ")")
                        + (line.detail().isEmpty() ? "" : ": " + line.detail()))
                .collect(Collectors.joining("\n"));
        return all + certificateEnd.map(end -> "\ncertificate until " + end).orElse("");
    }
}
