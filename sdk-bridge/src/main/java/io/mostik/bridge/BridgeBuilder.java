package io.mostik.bridge;

import io.mostik.bridge.action.ActionProvider;
import io.mostik.core.Secret;
import io.mostik.core.TimeSource;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import javax.sql.DataSource;

/** Settings of a {@link Bridge}. Not thread-safe. */
public final class BridgeBuilder {

    private static final int USUAL_THREADS = 10;
    private static final int MOST_THREADS = 200;
    private static final int LONGEST_NAME = 50;
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private final DataSource dataSource;
    private final List<ActionProvider> providers = new ArrayList<>();
    private Optional<TimeSource> time = Optional.empty();
    private TimeSource machine = TimeSource.system();
    private Optional<Path> highWater = Optional.empty();
    private Optional<Secret> pepper = Optional.empty();
    private Connections connections = Connections.none();
    private ZoneId zone = ZoneId.of("Europe/Moscow");
    private Keep keep = Keep.usual();
    private String node = usualName();
    private int threads = USUAL_THREADS;
    private Duration heartbeat = HEARTBEAT;
    private boolean isPowerSafe;

    BridgeBuilder(DataSource dataSource) {
        this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
    }

    /** Sets the name of this node, which no other may have; host and process id by default. */
    public BridgeBuilder node(String name) {
        String read = BridgeNames.key("node", name);
        if (read.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("node must have at most " + LONGEST_NAME + " characters");
        }
        this.node = read;
        return this;
    }

    /** Sets the zone of days that come without one; Europe/Moscow by default. */
    public BridgeBuilder zone(ZoneId of) {
        this.zone = Objects.requireNonNull(of, "zone");
        return this;
    }

    /** Sets a clock in place of the database's; for tests. */
    public BridgeBuilder time(TimeSource source) {
        this.time = Optional.of(source);
        return this;
    }

    /** Sets a clock in place of this machine's, which is compared with the database's; for tests. */
    BridgeBuilder machine(TimeSource clock) {
        this.machine = clock;
        return this;
    }

    /** Sets the vendors' accounts; none by default. */
    public BridgeBuilder connections(Connections accounts) {
        this.connections = Objects.requireNonNull(accounts, "connections");
        return this;
    }

    /** Adds actions to those that {@link ServiceLoader} finds. */
    public BridgeBuilder actions(ActionProvider... more) {
        providers.addAll(List.of(more));
        return this;
    }

    /** Sets how many intents this node carries out at a time, 1 to 200; 10 by default. The pool needs four connections more. */
    public BridgeBuilder threads(int number) {
        if (number < 1 || number > MOST_THREADS) {
            throw new IllegalArgumentException("threads must be 1 to " + MOST_THREADS);
        }
        this.threads = number;
        return this;
    }

    /** Sets how long things are kept; {@link Keep#usual} by default. */
    public BridgeBuilder keep(Keep kept) {
        this.keep = Objects.requireNonNull(kept, "keep");
        return this;
    }

    /**
     * Sets a file of this node, beside the program and not in the database, that says how far the journal was; none by
     * default. A journal that is found to be less far was put back from a copy: nothing is sent then until a person says from
     * when. It is looked at and written with each {@linkplain #heartbeat heartbeat}.
     */
    public BridgeBuilder highWater(Path file) {
        this.highWater = Optional.of(file);
        return this;
    }

    /**
     * Lets what is accepted from now on be found by telephone number and e-mail address, of which an HMAC under this pepper is
     * kept; see {@link Bridge#personalData}. None by default. With another pepper nothing is found that was kept before.
     */
    public BridgeBuilder pepper(Secret secret) {
        this.pepper = Optional.of(secret);
        return this;
    }

    /**
     * Sets how often this node says that it lives; 5 seconds by default. After four of these without a word another node
     * takes over what it was at.
     */
    public BridgeBuilder heartbeat(Duration pause) {
        if (pause.compareTo(Duration.ofMillis(100)) < 0) {
            throw new IllegalArgumentException("heartbeat must be at least 100 milliseconds");
        }
        this.heartbeat = pause;
        return this;
    }

    /**
     * Sets whether H2 in files forces each commit to the disk before anybody is answered or anything is sent; no by default:
     * then it survives the death of the process, but not a power cut. The data source needs an address of {@link
     * H2Files#address} then. PostgreSQL does as it is set up.
     */
    public BridgeBuilder powerSafe(boolean forces) {
        this.isPowerSafe = forces;
        return this;
    }

    /**
     * Makes the tables where they are missing, and returns the bridge, which does nothing before {@link Bridge#start}.
     *
     * @throws io.mostik.core.StateStoreException if the database cannot be the bridge's, or does not answer
     */
    public Bridge build() {
        return new Bridge(this);
    }

    DataSource dataSource() {
        return dataSource;
    }

    List<ActionProvider> providers() {
        List<ActionProvider> all = new ArrayList<>(providers);
        ServiceLoader.load(ActionProvider.class).forEach(all::add);
        return all;
    }

    Optional<TimeSource> time() {
        return time;
    }

    TimeSource machine() {
        return machine;
    }

    Optional<Secret> pepper() {
        return pepper;
    }

    Optional<Path> highWater() {
        return highWater;
    }

    Connections connections() {
        return connections;
    }

    ZoneId zone() {
        return zone;
    }

    Keep keep() {
        return keep;
    }

    String node() {
        return node;
    }

    int threads() {
        return threads;
    }

    Duration heartbeat() {
        return heartbeat;
    }

    boolean isPowerSafe() {
        return isPowerSafe;
    }

    private static String usualName() {
        String process = "-" + ProcessHandle.current().pid();
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            host = "node";
        }
        return host.substring(0, Math.min(host.length(), LONGEST_NAME - process.length())) + process;
    }
}
