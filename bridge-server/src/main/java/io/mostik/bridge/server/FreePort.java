package io.mostik.bridge.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds ports for a trial. */
final class FreePort {

    private FreePort() {}

    /** Returns this port if it is free, else 0, which takes any. */
    static int orAny(int wanted) {
        try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            return 0;
        }
    }
}
