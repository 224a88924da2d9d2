package io.mostik.datahub.checks;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The findings of one check of settings.
 *
 * @param list in the order of the document
 */
public record Findings(List<Finding> list) {

    private static final Findings NONE = new Findings(List.of());

    /** Keeps an unchangeable copy. */
    public Findings {
        list = List.copyOf(list);
    }

    /** Returns that nothing was found. */
    public static Findings none() {
        return NONE;
    }

    /** Returns what makes the settings unusable. */
    public List<Finding> errors() {
        return list.stream().filter(Finding::isError).toList();
    }

    /** Returns what leaves the settings usable. */
    public List<Finding> warnings() {
        return list.stream().filter(finding -> !finding.isError()).toList();
    }

    /** Returns whether the settings cannot be used. */
    public boolean hasErrors() {
        return list.stream().anyMatch(Finding::isError);
    }

    /** Returns whether there is a finding of this rule. */
    public boolean has(FindingCode code) {
        return list.stream().anyMatch(finding -> finding.code() == code);
    }

    /** Returns these and others. */
    public Findings and(Findings others) {
        return new Findings(Stream.concat(list.stream(), others.list.stream()).toList());
    }

    /** Returns these below another place of the document. */
    public Findings below(String parent) {
        return new Findings(list.stream().map(finding -> finding.below(parent)).toList());
    }

    /**
     * Refuses errors.
     *
     * @return these
     * @throws InvalidSettingsException if there is an error; it tells all findings
     */
    public Findings orThrow() {
        if (hasErrors()) {
            throw new InvalidSettingsException(this);
        }
        return this;
    }

    /** Returns a line for each. */
    @Override
    public String toString() {
        return list.stream().map(Finding::toString).collect(Collectors.joining("\n"));
    }
}
