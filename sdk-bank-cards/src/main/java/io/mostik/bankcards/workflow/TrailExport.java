package io.mostik.bankcards.workflow;

import io.mostik.bankcards.workflow.ChangeRequest.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the trails of changes as CSV by RFC 4180: one line for each step, all values in quotes. */
final class TrailExport {

    private static final List<String> HEAD = List.of("change", "card", "kind", "wanted", "at", "who", "what", "digest");

    /** What a table program takes for the beginning of a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private TrailExport() {}

    static void write(List<ChangeRequest> changes, Appendable out) {
        try {
            line(HEAD, out);
            for (ChangeRequest change : changes) {
                for (Step step : change.trail()) {
                    line(values(change, step), out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> values(ChangeRequest change, Step step) {
        return List.of(
                change.id(),
                change.ucid().toString(),
                change.kind().name(),
                wanted(change),
                step.at().toString(),
                step.who(),
                step.what(),
                step.digest().orElse(""));
    }

    private static String wanted(ChangeRequest change) {
        return change.increase()
                .map(by -> "by " + TrailDigest.text(by))
                .or(() -> change.limit().or(change::cashLimit).map(TrailDigest::text))
                .orElse("");
    }

    private static void line(List<String> values, Appendable out) throws IOException {
        out.append(values.stream().map(TrailExport::quoted).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String quoted(String value) {
        boolean isFormula = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0;
        return '"' + (isFormula ? "'" : "") + value.replace("\"", "\"\"") + '"';
    }
}
