package io.mostik.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The running server; ends with this process even if that is killed, as its input ends then. */
final class Server implements AutoCloseable {

    private final Process process;
    private final String host;

    Server(Jvm jvm) {
        try {
            process = new ProcessBuilder(
                            List.of(jvm.java(), "-Xmx512m", "-cp", jvm.classPath(), BenchServer.class.getName()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            host = "http://127.0.0.1:" + out.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the address, with what the server is to do before it answers. */
    String base(String deed) {
        return host + deed + "/v2";
    }

    @Override
    public void close() {
        process.destroy();
    }
}
