package io.mostik.bridge.server.online;

/** Looks at accounts of one vendor, by reading alone. */
@FunctionalInterface
interface Probe {

    /** Looks; what it asks is asked through {@link Findings#ask}, so that it does not throw. */
    void look(Account account, Findings found);
}
