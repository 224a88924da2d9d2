package io.mostik.bridge;

import io.mostik.pbx.PhoneReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The vendors' accounts by name, with their clients. Immutable. */
public final class Connections {

    private final Map<String, Connection> connections;

    private Connections(Map<String, Connection> connections) {
        this.connections = Map.copyOf(connections);
    }

    /** Returns no connections. */
    public static Connections none() {
        return new Connections(Map.of());
    }

    /**
     * Returns these and one more.
     *
     * @param name the name of the connection
     * @param vendor {@code tbank}, {@code vcc}, {@code vipex}, {@code salesautopilot}, {@code remonline}, {@code onec},
     *     {@code szamlazz} or {@code woocommerce}
     * @param client the vendor's client, such as {@code TBank}
     * @throws IllegalArgumentException if the name is in use
     */
    public Connections with(String name, String vendor, Object client) {
        return with(name, vendor, client, List.of(), Optional.empty());
    }

    /**
     * Returns these and one more.
     *
     * @param organisations the organisations whose account it is; empty if that is not told apart
     * @param region where national telephone numbers are from, in two letters such as {@code HU}
     * @throws IllegalArgumentException if the name is in use, or the region is not known
     */
    public Connections with(
            String name, String vendor, Object client, List<String> organisations, Optional<String> region) {
        region.ifPresent(PhoneReader::of);
        Map<String, Connection> more = new LinkedHashMap<>(connections);
        List<String> owners = organisations.stream().map(BridgeNames::reference).toList();
        if (more.put(BridgeNames.key("connection", name), new Connection(name, vendor, List.of(client), owners, region))
                != null) {
            throw new IllegalArgumentException("connection " + name + " is there already");
        }
        return new Connections(more);
    }

    /**
     * Returns these with one more client of a connection, of another type: a 1C base is read by {@code OnecBase} and posted to
     * by {@code WebTarget}.
     *
     * @throws IllegalArgumentException if there is no such connection
     */
    public Connections also(String name, Object client) {
        Connection known = known(name);
        List<Object> clients =
                Stream.concat(known.clients().stream(), Stream.of(client)).toList();
        Map<String, Connection> more = new LinkedHashMap<>(connections);
        more.put(name, new Connection(name, known.vendor(), clients, known.organisations(), known.region()));
        return new Connections(more);
    }

    /** Returns the vendor of a connection; empty if there is no such connection. */
    public Optional<String> vendor(String name) {
        return Optional.ofNullable(connections.get(name)).map(Connection::vendor);
    }

    /** Returns the organisations whose account a connection is; none if that is not told apart or there is no such one. */
    public List<String> organisations(String name) {
        return Optional.ofNullable(connections.get(name))
                .map(Connection::organisations)
                .orElse(List.of());
    }

    /** Returns where the national telephone numbers of a connection are from; empty if that is not said. */
    public Optional<String> region(String name) {
        return Optional.ofNullable(connections.get(name)).flatMap(Connection::region);
    }

    /** Returns the region of national telephone numbers, if all connections that say one say the same. */
    Optional<String> onlyRegion() {
        List<String> said = connections.values().stream()
                .flatMap(connection -> connection.region().stream())
                .distinct()
                .toList();
        return said.size() == 1 ? Optional.of(said.get(0)) : Optional.empty();
    }

    /** Returns the names of a vendor's connections, sorted. */
    public List<String> ofVendor(String vendor) {
        return connections.values().stream()
                .filter(connection -> connection.vendor().equals(vendor))
                .map(Connection::name)
                .sorted()
                .toList();
    }

    /**
     * Returns the client of a connection.
     *
     * @throws IllegalArgumentException if there is no such connection, or it is another vendor's
     */
    public <C> C client(String name, Class<C> type) {
        Connection connection = known(name);
        return connection.clients().stream()
                .filter(type::isInstance)
                .findFirst()
                .map(type::cast)
                .orElseThrow(
                        () -> new IllegalArgumentException("connection " + name + " is one of " + connection.vendor()));
    }

    private Connection known(String name) {
        Connection connection = connections.get(name);
        if (connection == null) {
            throw new IllegalArgumentException("connection " + name + " is not configured");
        }
        return connection;
    }

    /** Returns the names only. */
    @Override
    public String toString() {
        return "Connections" + connections.keySet().stream().sorted().toList();
    }

    private record Connection(
            String name, String vendor, List<Object> clients, List<String> organisations, Optional<String> region) {

        Connection {
            Objects.requireNonNull(vendor, "vendor");
            Objects.requireNonNull(region, "region");
        }
    }
}
