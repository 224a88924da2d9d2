package io.mostik.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Java program in a process of its own, run to its end.
 *
 * @param exit how it ended
 * @param lines what it printed
 * @param nanos how long the process lived
 * @param exitNanos how long it lived after its last line
 */
record Fork(int exit, List<String> lines, long nanos, long exitNanos) {

    private static final int MOST_MINUTES = 10;

    /** Runs a class of this package with the class path and the options given. */
    static Fork run(String java, List<String> options, Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(options);
        command.add(program.getName());
        command.addAll(List.of(arguments));
        try {
            long start = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            List<String> lines = new ArrayList<>();
            long last = start;
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    lines.add(line);
                    last = System.nanoTime();
                }
            }
            if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            long end = System.nanoTime();
            return new Fork(process.waitFor(), lines, end - start, end - last);
        } catch (IOException e) {
            return new Fork(-1, List.of(String.valueOf(e.getMessage())), 0, 0);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
