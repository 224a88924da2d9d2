package io.mostik.bridge.server;

import io.mostik.bridge.Base;
import io.mostik.bridge.Connections;
import io.mostik.bridge.Person;
import io.mostik.bridge.server.config.BridgeConfig;
import io.mostik.bridge.server.config.ConfigException;
import io.mostik.bridge.server.config.ConfigProblem;
import io.mostik.bridge.server.config.ConnectionSettings;
import io.mostik.bridge.server.config.SecretSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes what the library works with out of the settings. */
final class Accounts {

    private static final String BASE_URI = "baseUri ";

    private Accounts() {}

    /**
     * Returns the vendors' accounts with their clients.
     *
     * @param calls is told of the calls of each
     * @throws ConfigException naming every connection whose client cannot be made
     */
    static Connections connections(BridgeConfig config, VendorCalls calls) {
        Connections made = Connections.none();
        List<ConfigProblem> problems = new ArrayList<>();
        for (ConnectionSettings connection : config.connections()) {
            try {
                Optional<Object> client = Clients.of(connection, calls.of(connection.name()));
                if (client.isPresent()) {
                    made = made.with(
                            connection.name(),
                            connection.vendor(),
                            client.get(),
                            connection.organisations(),
                            connection.text("region"));
                }
                if (connection.vendor().equals("onec")) {
                    made = made.also(connection.name(), Clients.reader(connection, calls.of(connection.name())));
                }
            } catch (RuntimeException e) {
                problems.add(problem(connection, String.valueOf(e.getMessage())));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(config.file().getFileName().toString(), problems);
        }
        return made;
    }

    /** What the clients call by another name is told by that of the setting. */
    private static ConfigProblem problem(ConnectionSettings connection, String reason) {
        String place = "connections." + connection.name();
        return reason.startsWith(BASE_URI)
                ? new ConfigProblem(
                        connection.line(),
                        place + "." + Clients.unusableAddress(connection),
                        reason.substring(BASE_URI.length()))
                : new ConfigProblem(connection.line(), place, reason);
    }

    static List<Base> bases(BridgeConfig config) {
        return config.bases().stream()
                .map(base -> new Base(
                        base.name(),
                        base.keys().stream().map(SecretSetting::value).toList(),
                        base.may(),
                        base.organisations(),
                        base.language(),
                        base.zone(),
                        base.charset()))
                .toList();
    }

    static List<Person> people(BridgeConfig config) {
        return config.people().stream()
                .map(person -> new Person(
                        person.name(),
                        person.key().value(),
                        Person.Role.valueOf(person.role().name())))
                .toList();
    }
}
