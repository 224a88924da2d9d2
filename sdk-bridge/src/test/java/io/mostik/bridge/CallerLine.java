package io.mostik.bridge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection of a base to a {@link BridgeProgram}. */
final class CallerLine implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader in;
    private final PrintStream out;

    CallerLine(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        out = new PrintStream(socket.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** Connects, and waits no longer than this for an answer. */
    CallerLine(int port, int millis) throws IOException {
        this(port);
        socket.setSoTimeout(millis);
    }

    /** Waits until a process listens, and connects to it. */
    static CallerLine to(Process process) throws IOException {
        return new CallerLine(portOf(process));
    }

    /** Waits until a process listens. */
    static int portOf(Process process) throws IOException {
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            throw new IOException("the bridge did not start");
        }
        return Integer.parseInt(line);
    }

    String ask(String request) throws IOException {
        out.println(request);
        String answer = in.readLine();
        if (answer == null) {
            throw new IOException("the bridge is gone");
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
