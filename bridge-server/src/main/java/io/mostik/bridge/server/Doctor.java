package io.mostik.bridge.server;

import io.mostik.bridge.Bridge;
import io.mostik.bridge.intent.Blocked;
import io.mostik.bridge.intent.IntentCounts;
import io.mostik.bridge.intent.IntentState;
import io.mostik.bridge.server.config.BridgeConfig;
import io.mostik.bridge.server.config.StoreSettings;
import io.mostik.bridge.server.http.LimitedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Looks for what is wrong or soon will be. Its report holds names and numbers, no value of anybody. */
final class Doctor {

    private static final Duration SKEW = Duration.ofSeconds(2);
    private static final Duration LATE = Duration.ofMinutes(10);
    private static final long LEAST_DISK = 1024L * 1024 * 1024;

    private final BridgeConfig config;
    private final Lamps lamps;
    private final Map<String, LimitedServer> servers;
    private final List<Map<String, Object>> findings = new ArrayList<>();

    Doctor(BridgeConfig config, Lamps lamps, Map<String, LimitedServer> servers) {
        this.config = config;
        this.lamps = lamps;
        this.servers = servers;
    }

    /**
     * Returns findings: place, whether it is good, and what was found. Asks no vendor.
     *
     * @param silent the links that expect events and hear none, with since when
     */
    List<Map<String, Object>> look(Bridge bridge, Map<String, Instant> silent, Backups backups) {
        config.warnings().forEach(warning -> add("settings", false, warning));
        add("program", true, "Java " + Runtime.version().feature() + ", " + System.getProperty("os.name"));
        clock(bridge);
        journal(bridge);
        decisions(bridge);
        nodes(bridge);
        config.connections().forEach(connection -> connection(connection.name()));
        servers.forEach((name, server) ->
                server.certificate().ifPresent(own -> certificate("listen." + name, own.expiresAt(), "")));
        silent.forEach(
                (link, since) -> add("links." + link, false, "expects events and has heard none since " + since));
        disk();
        if (config.store().kind() == StoreSettings.Kind.H2) {
            Instant now = Instant.now();
            String age = backups.last()
                    .map(at -> Duration.between(at, now).toHours() + " hours old")
                    .orElse("none yet");
            add(
                    "backup",
                    backups.last()
                            .filter(at -> Duration.between(at, now).toHours() < 48)
                            .isPresent(),
                    age);
        }
        return findings;
    }

    private void clock(Bridge bridge) {
        Duration skew = Duration.between(bridge.time().now(), Instant.now());
        add("clock", skew.abs().compareTo(SKEW) < 0, skew.toMillis() + " ms ahead of the database");
    }

    private void journal(Bridge bridge) {
        IntentCounts counts = bridge.intents().counts();
        add(
                "journal",
                bridge.held().isEmpty(),
                bridge.held()
                        .map(held -> "nothing is sent: " + held.reason())
                        .orElseGet(() -> "id " + bridge.intents().journal()));
        bridge.heldBases().forEach(held -> add("bases." + held.base(), false, "its intents wait: " + held.reason()));
        add("unknown", counts.in(IntentState.UNKNOWN) == 0, counts.in(IntentState.UNKNOWN) + " need a person");
        Instant now = bridge.time().now();
        blocked(bridge.intents().blocked(), now);
        boolean late = counts.oldestOpen()
                .filter(at -> Duration.between(at, now).compareTo(LATE) > 0)
                .isPresent();
        add(
                "open",
                !late,
                (counts.in(IntentState.ACCEPTED) + counts.in(IntentState.WORKING)) + " open"
                        + counts.oldestOpen()
                                .map(at -> ", the oldest for "
                                        + Duration.between(at, now).toMinutes() + " minutes")
                                .orElse(""));
    }

    private void decisions(Bridge bridge) {
        OptionalLong broken = bridge.decisions().firstBroken();
        add(
                "decisions",
                broken.isEmpty(),
                broken.isEmpty() ? "the chain is whole" : "the chain is broken at " + broken.getAsLong());
    }

    private void nodes(Bridge bridge) {
        Instant now = bridge.time().now();
        bridge.nodes()
                .forEach(node -> add(
                        "nodes." + node.name(),
                        node.ahead().abs().compareTo(SKEW) < 0,
                        "seen "
                                + Math.max(
                                        0, Duration.between(node.seenAt(), now).toSeconds())
                                + " s ago, its clock "
                                + node.ahead().toMillis() + " ms ahead of the database"));
    }

    private void blocked(List<Blocked> blocked, Instant now) {
        boolean isLong = blocked.stream()
                .anyMatch(each -> Duration.between(each.since(), now).compareTo(LATE) > 0);
        String what = blocked.stream()
                .map(each -> "unknown " + each.intent() + " holds up " + each.waiting() + ", the oldest for "
                        + Duration.between(each.since(), now).toMinutes() + " minutes")
                .collect(Collectors.joining("; "));
        add("blocked", !isLong, what.isEmpty() ? "nothing waits for an unknown" : what);
    }

    private void connection(String name) {
        String place = "connections." + name;
        Lamp lamp = lamps.of(name);
        add(place, lamp.state() != Lamp.State.TROUBLE, words(lamp));
        lamps.certificateEnds(name).ifPresent(end -> certificate(place, end, "; the key belongs to it"));
    }

    private void certificate(String place, Instant end, String more) {
        long days = Duration.between(Instant.now(), end).toDays();
        add(place + ".certificate", days > Lamps.SOON.toDays(), "ends in " + days + " days" + more);
    }

    private static String words(Lamp lamp) {
        String since = lamp.since().map(at -> " since " + at).orElse("");
        return switch (lamp.why()) {
            case "keyRefused" -> "the vendor refuses its key" + since;
            case "noReply" -> "the vendor does not answer" + since;
            case "vendorFails" -> "the vendor answers with a failure of its own" + since;
            case "certificateEnded" -> "its certificate has ended";
            case "heldBack" -> "calls are held back for a while";
            default -> lamp.state() == Lamp.State.QUIET ? "not used since the start" : "the last call was answered";
        };
    }

    private void disk() {
        try {
            Path folder = config.store()
                    .folder()
                    .filter(Files::isDirectory)
                    .orElse(config.file().toAbsolutePath().getParent());
            long free = Files.getFileStore(folder).getUsableSpace();
            add("disk", free > LEAST_DISK, free / (1024 * 1024) + " MB free");
        } catch (IOException e) {
            add("disk", false, "cannot be asked");
        }
    }

    private void add(String place, boolean isGood, String what) {
        Map<String, Object> finding = new LinkedHashMap<>();
        finding.put("place", place);
        finding.put("good", isGood);
        finding.put("what", what);
        findings.add(finding);
    }
}
