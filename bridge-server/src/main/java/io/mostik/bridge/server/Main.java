package io.mostik.bridge.server;

import io.mostik.bridge.server.config.ConfigException;
import io.mostik.bridge.server.http.ProcessLimits;
import io.mostik.bridge.server.page.OfficeException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The program {@code mostik-bridge}. Ends with 0 if all is well, 1 if something failed, 2 if it was called or set up
 * wrongly, 3 if a person is needed.
 */
@Command(
        name = "mostik-bridge",
        description = "Stands between 1C, ERP, the office and the vendors: promises, carries out once, tells.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            InitVerb.class,
            CheckVerb.class,
            RunVerb.class,
            OpenVerb.class,
            HistoryVerb.class,
            DryRunVerb.class,
            ReplayVerb.class,
            DismissVerb.class,
            ReloadVerb.class,
            ResolveVerb.class,
            DoVerb.class,
            DoctorVerb.class,
            BackupVerb.class,
            RestoreVerb.class,
            HoldVerb.class,
            ReleaseVerb.class,
            ExportVerb.class,
            EraseVerb.class,
            AuditVerb.class,
            ImportOnecVerb.class
        })
public final class Main {

    static final int FAILED = 1;
    static final int WRONG = 2;
    static final int PERSON = 3;

    private Main() {}

    /** Does one verb. */
    public static void main(String[] args) {
        ProcessLimits.addTo(System.getProperties());
        Logs.setUp();
        int code = run(utf8(System.out), utf8(System.err), args);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Does one verb, writing to these streams, and returns the exit code. */
    static int run(PrintStream out, PrintStream err, String... args) {
        return new CommandLine(new Main())
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::told)
                .execute(args);
    }

    /** People read a sentence, not a stack. */
    private static int told(Exception failure, CommandLine verb, CommandLine.ParseResult parsed) {
        verb.getErr()
                .println("mostik-bridge: "
                        + Optional.ofNullable(failure.getMessage())
                                .orElse(failure.getClass().getSimpleName()));
        System.getLogger(Main.class.getName()).log(System.Logger.Level.DEBUG, "a verb failed", failure);
        boolean isWrong = failure instanceof ConfigException || failure instanceof IllegalArgumentException;
        return isWrong || (failure instanceof OfficeException e && e.status() < 500) ? WRONG : FAILED;
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
