package io.mostik.examples;

import io.mostik.pbx.vcclive.voice.ArchiveReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * VCC Live: the month's recordings come to disk; an interrupted run is completed by the next one, without duplicates.
 */
public final class VoiceArchive {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    private VoiceArchive() {}

    /** Runs the story, by the environment. */
    public static void main(String[] args) throws IOException {
        walk(System.out);
    }

    static void walk(PrintStream out) throws IOException {
        Path folder = Files.createTempDirectory("mostik-tour");
        try (CallCentreEnv place = CallCentreEnv.open()) {
            place.simulator().ifPresent(CentreStage::record);
            run(place, folder, out);
            run(place, folder, out);
            place.simulator()
                    .ifPresent(vendor -> out.println("  VCC Live recorded: "
                            + IntStream.rangeClosed(1, 12)
                                    .filter(i -> vendor.archived("call-" + i))
                                    .count() + " of 12 archived"));
        }
        try (Stream<Path> files = Files.list(folder.resolve("2026/03"))) {
            out.println("  on disk: " + files.count() + " recordings");
        }
    }

    static void run(CallCentreEnv place, Path folder, PrintStream out) {
        ArchiveReport report = place.vcc()
                .voiceArchive(folder)
                .progress(ProgressDisplay.on(out))
                .run(MARCH);
        long fetched = report.archived().stream()
                .filter(ArchiveReport.Archived::fetched)
                .count();
        out.println("  archived " + report.archived().size() + ", of them fetched " + fetched
                + ", left for the next run " + report.failed().size());
        report.failed()
                .forEach(failed -> out.println("    " + failed.file().uuid() + ": "
                        + failed.reason().operation() + " " + failed.reason().outcome()));
    }
}
