package io.mostik.bridge.server;

import io.mostik.core.json.Json;
import java.util.Map;
import picocli.CommandLine.Command;

/** Looks for what is wrong or soon will be. */
@Command(
        name = "doctor",
        description = "What is wrong or soon will be: keys, certificates, clock, disk, copies. Safe to send to others.",
        mixinStandardHelpOptions = true)
final class DoctorVerb extends Verb {

    @Override
    public Integer call() {
        Json findings = ask("doctor", false, Map.of()).get("findings");
        if (isJson()) {
            printJson(findings);
        } else {
            findings.elements()
                    .forEach(finding -> out().printf(
                                    "%-4s %-36s %s%n",
                                    finding.get("good").isTrue() ? "ok" : "LOOK",
                                    text(finding, "place"),
                                    text(finding, "what")));
        }
        return findings.elements().stream()
                        .allMatch(finding -> finding.get("good").isTrue())
                ? 0
                : Main.PERSON;
    }
}
