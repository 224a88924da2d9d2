package io.mostik.bridge.gateway;

import io.mostik.bridge.Base;
import io.mostik.bridge.Connections;
import java.util.List;
import java.util.Optional;

/**
 * Finds the vendor's account that a request means: the connection it names, else that of its organisation, else the only
 * one.
 */
final class Accounts {

    private final Connections connections;

    Accounts(Connections connections) {
        this.connections = connections;
    }

    /**
     * Returns the name of a connection; empty text if none is needed.
     *
     * @param vendor the vendor; empty text for none
     * @throws Refusal if none or several would do, or the base may not use the one that is meant
     */
    String choose(Base base, String vendor, Optional<String> connection, Optional<String> organisation) {
        if (vendor.isEmpty()) {
            return "";
        }
        organisation.filter(name -> !base.isFor(name)).ifPresent(name -> {
            throw Refusal.of(403, "organisation_not_allowed");
        });
        List<String> allowed = connections.ofVendor(vendor).stream()
                .filter(name -> isAllowed(base, name))
                .toList();
        if (connection.isPresent()) {
            return connection.filter(allowed::contains).orElseThrow(() -> choices("connection_unknown", allowed));
        }
        List<String> fitting = organisation.isEmpty()
                ? allowed
                : allowed.stream()
                        .filter(name -> fits(name, organisation.get()))
                        .toList();
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        throw choices(fitting.isEmpty() ? "connection_unknown" : "connection_needed", allowed);
    }

    private boolean isAllowed(Base base, String connection) {
        List<String> owners = connections.organisations(connection);
        return owners.isEmpty()
                || base.organisations().isEmpty()
                || owners.stream().anyMatch(base::isFor);
    }

    /** An account whose owners are not told apart is everybody's. */
    private boolean fits(String connection, String organisation) {
        List<String> owners = connections.organisations(connection);
        return owners.isEmpty() || owners.contains(organisation);
    }

    private static Refusal choices(String code, List<String> allowed) {
        return Refusal.of(400, code).with("choices", String.join(", ", allowed));
    }
}
