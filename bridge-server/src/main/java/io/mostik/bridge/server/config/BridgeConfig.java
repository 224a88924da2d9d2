package io.mostik.bridge.server.config;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/**
 * All settings of the program, checked. Immutable.
 *
 * @param file where they were read
 * @param store where the journal is kept
 * @param gateway where programs ask
 * @param page where people and monitoring look
 * @param hooks where vendors' webhooks arrive
 * @param zone of days and of times without one
 * @param bases calling programs
 * @param connections accounts at vendors
 * @param people who may use the page
 * @param keep how long things are kept
 * @param linkFiles files of links in the order of their names, after those of the settings' own file
 * @param hasLinks whether the settings' own file has links
 * @param warnings what works but should be looked at
 */
public record BridgeConfig(
        Path file,
        StoreSettings store,
        ListenerSettings gateway,
        ListenerSettings page,
        ListenerSettings hooks,
        ZoneId zone,
        List<CallerSettings> bases,
        List<ConnectionSettings> connections,
        List<PersonSettings> people,
        KeepSettings keep,
        List<Path> linkFiles,
        boolean hasLinks,
        List<String> warnings) {

    /** Checks that no part is missing. */
    public BridgeConfig {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(gateway, "gateway");
        Objects.requireNonNull(page, "page");
        Objects.requireNonNull(hooks, "hooks");
        Objects.requireNonNull(zone, "zone");
        bases = List.copyOf(bases);
        connections = List.copyOf(connections);
        people = List.copyOf(people);
        Objects.requireNonNull(keep, "keep");
        linkFiles = List.copyOf(linkFiles);
        warnings = List.copyOf(warnings);
    }

    /** Returns whether others are the same in all but links, warnings and the lines things stand in; secrets by their values. */
    public boolean isSameBesideLinks(BridgeConfig others) {
        return withoutLinks().equals(others.withoutLinks());
    }

    private BridgeConfig withoutLinks() {
        return new BridgeConfig(
                file,
                store,
                gateway,
                page,
                hooks,
                zone,
                bases,
                connections.stream().map(ConnectionSettings::withoutLine).toList(),
                people,
                keep,
                List.of(),
                false,
                List.of());
    }
}
