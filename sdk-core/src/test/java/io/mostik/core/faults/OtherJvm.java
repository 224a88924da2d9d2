package io.mostik.core.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program of these tests in a JVM of its own, with options that this one cannot have. */
final class OtherJvm {

    private static final long LONGEST_SECONDS = 90;

    private OtherJvm() {}

    /** Returns what the program printed. It must end well. */
    static String run(Class<?> program, String... options) throws IOException, InterruptedException {
        Path said = Files.createTempFile("other-jvm", ".txt");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xshare:auto");
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
            String text = Files.readString(said, StandardCharsets.UTF_8);
            if (!ended || process.exitValue() != 0) {
                throw new AssertionError(program.getSimpleName() + (ended ? " failed: " : " did not end: ") + text);
            }
            return text;
        } finally {
            process.destroyForcibly();
            Files.delete(said);
        }
    }
}
