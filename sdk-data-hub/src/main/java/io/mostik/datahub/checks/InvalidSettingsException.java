package io.mostik.datahub.checks;

import java.util.Objects;
import java.util.stream.Collectors;

/** The settings cannot be used. Nothing was kept, and no order was asked for. */
public final class InvalidSettingsException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Findings findings;

    /** Creates an exception whose message has all errors. */
    public InvalidSettingsException(Findings findings) {
        super(Objects.requireNonNull(findings, "findings").errors().stream()
                .map(finding -> finding.code() + " at " + finding.path() + ": " + finding.message())
                .collect(Collectors.joining("; ")));
        this.findings = findings;
    }

    /** Returns all that was found, warnings too. */
    public Findings findings() {
        return findings;
    }
}
