package io.mostik.datahub.filter.internal;

import io.mostik.datahub.checks.Finding;
import io.mostik.datahub.checks.FindingCode;
import io.mostik.datahub.filter.FilterRule;
import io.mostik.datahub.filter.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The values of one rule being read; notes what is wrong with them. Belongs to one look. */
final class RuleValues {

    private final FilterRule rule;
    private final String path;
    private final List<Finding> findings;

    RuleValues(FilterRule rule, String path, List<Finding> findings) {
        this.rule = rule;
        this.path = path;
        this.findings = findings;
    }

    Operator operator() {
        return rule.operator();
    }

    /** Returns what the values are read as; those that cannot be read are noted and left out. */
    <T> List<T> read(Function<String, Optional<T>> reader, FindingCode code, Function<String, String> complaint) {
        List<T> read = new ArrayList<>();
        for (int i = 0; i < rule.values().size(); i++) {
            String text = rule.values().get(i).strip();
            Optional<T> value = reader.apply(text);
            if (value.isPresent()) {
                read.add(value.get());
            } else {
                findings.add(Finding.error(code, path + ".values[" + i + "]", complaint.apply(text)));
            }
        }
        return read;
    }

    /** Returns the values as they are, without spaces around. */
    List<String> texts() {
        return rule.values().stream().map(String::strip).toList();
    }

    void error(FindingCode code, String place, String message) {
        findings.add(Finding.error(code, path + place, message));
    }
}
