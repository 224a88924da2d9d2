package io.mostik.bridge.server;

import io.mostik.core.json.Json;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Looks whether the chain of decisions is whole. */
@Command(
        name = "audit",
        description = "The chain of decisions.",
        mixinStandardHelpOptions = true,
        subcommands = AuditVerb.VerifyVerb.class)
final class AuditVerb {

    /** Looks at every decision. */
    @Command(
            name = "verify",
            description =
                    "Whether a decision was changed or removed. Says the hash of the last one: keep it elsewhere.",
            mixinStandardHelpOptions = true)
    static final class VerifyVerb extends Verb {

        @Override
        public Integer call() {
            Json decisions = ask("audit", false, Map.of());
            Optional<Long> broken = decisions.get("brokenAt").wholeNumber();
            out().println(broken.map(number -> "broken at decision " + number)
                    .orElse("whole; the last one is " + text(decisions, "head")));
            return broken.isPresent() ? Main.FAILED : 0;
        }
    }
}
