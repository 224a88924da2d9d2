package io.mostik.core.faults;

import java.util.Map;

/** The rows of the matrix that have no case in this suite, and why. */
final class NotShownHere {

    static final Map<String, String> ROWS = Map.of();

    private NotShownHere() {}
}
