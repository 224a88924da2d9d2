package io.mostik.remonline.hub;

import io.mostik.core.AuthException;
import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.hub.checks.FindingCode;
import io.mostik.remonline.hub.checks.Findings;
import io.mostik.remonline.hub.checks.InvalidSettingsException;
import io.mostik.remonline.hub.filter.Dictionaries;
import io.mostik.remonline.hub.statuses.Funnel;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A connection of the Smart Data Hub to one account, through its whole life: connect with a key, choose a filter, map
 * statuses, define the calculation, deliver records, edit, change the key, reset, disconnect. State, settings and
 * progress are kept in a {@link StateStore} under the name of the connection.
 *
 * <p><b>Where the key is.</b> With the embedder. It is given to {@link #connect} or {@link #changeKey} as a
 * {@link Secret}, goes into the client that is made with it, and is held by nothing else: it is never written to the
 * store, not even encrypted, and is part of no document, message or text. A process that starts anew calls
 * {@code connect} with the key from where the embedder keeps it, and finds state and settings as they were. Settings
 * that hold the key, as when somebody pasted it into the document, are refused.
 *
 * <p>Thread-safe; of several nodes with one store the last writer wins, and one refresh runs at a time.
 */
public final class HubConnection implements AutoCloseable {

    private static final int UNAUTHORIZED = 401;

    private final ConnectionStore store;
    private final Function<Secret, RemOnline> clients;
    private final TimeSource time;
    private final int rememberedItems;
    private Optional<Session> session = Optional.empty();

    private HubConnection(Builder builder) {
        this.store = new ConnectionStore(builder.store, builder.name, builder.time);
        this.clients = builder.clients;
        this.time = builder.time;
        this.rememberedItems = builder.rememberedItems;
    }

    /**
     * Returns a builder.
     *
     * @param store where state, settings and progress are kept
     */
    public static Builder builder(StateStore store) {
        return new Builder(store);
    }

    /** Returns how the connection stands. It can stand connected before this process has a key: connect first. */
    public synchronized ConnectionState state() {
        return store.read().state();
    }

    /**
     * Proves a key by one call for the company, and takes it. A new connection is then configuring; one that was kept
     * goes on as it stood.
     *
     * @return how the connection stands now
     * @throws AuthException if the vendor refuses the key; the connection is in error, whatever was kept stays
     */
    public synchronized ConnectionState connect(Secret key) {
        begin(key);
        KeptConnection kept = store.read();
        ConnectionState state = kept.state();
        if (state.kind() == ConnectionState.Kind.NOT_CONNECTED || state.is(ConnectionState.Reason.KEY_REJECTED)) {
            state = kept.settings().isPresent()
                    ? ConnectionState.CONNECTED
                    : ConnectionState.configuring(WizardStep.FILTER);
            store.write(kept.change().state(state).build());
        }
        return state;
    }

    /**
     * Goes on with another key; the settings are kept and checked again, and the next refresh begins anew, since another
     * key may see other orders.
     *
     * @return what is wrong with the settings for what the new key sees; with errors the connection is in error
     * @throws AuthException if the vendor refuses the key; the connection is in error
     */
    public synchronized Findings changeKey(Secret key) {
        begin(key);
        KeptConnection kept = store.read();
        store.forgetProgress(kept.revision());
        KeptConnection.Builder changed = kept.change().revision(kept.revision() + 1);
        if (kept.settings().isEmpty()) {
            store.write(changed.state(ConnectionState.configuring(WizardStep.FILTER))
                    .build());
            return Findings.none();
        }
        Findings findings = current().check(kept.settings().get(), dictionaries());
        store.write(changed.state(stateAfter(findings)).build());
        return findings;
    }

    private static ConnectionState stateAfter(Findings findings) {
        if (findings.hasErrors()) {
            return ConnectionState.error(ConnectionState.Reason.SETTINGS_OUTDATED);
        }
        return findings.has(FindingCode.UNKNOWN_STATUS)
                ? ConnectionState.error(ConnectionState.Reason.STATUS_DELETED)
                : ConnectionState.CONNECTED;
    }

    private void begin(Secret key) {
        Objects.requireNonNull(key, "key");
        RemOnline client = clients.apply(key);
        try {
            client.company().get();
        } catch (AuthException e) {
            client.close();
            reject();
            throw e;
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
        close();
        session = Optional.of(new Session(key, client, new ItemBook(client.orders(), time, rememberedItems)));
    }

    /** A right that is missing is no reason to doubt the key. */
    private void note(AuthException refusal) {
        if (refusal.status() == UNAUTHORIZED) {
            reject();
        }
    }

    private synchronized void reject() {
        store.write(store.read()
                .change()
                .state(ConnectionState.error(ConnectionState.Reason.KEY_REJECTED))
                .build());
    }

    /** Returns the settings in force; empty if the wizard was never finished. */
    public synchronized Optional<HubSettings> settings() {
        return store.read().settings();
    }

    /** Returns the settings that the wizard is at, from {@link #edit} or {@link #keep}; empty if it is not under way. */
    public synchronized Optional<HubSettings> draft() {
        return store.read().draft();
    }

    /** Returns the dictionaries of the account, from which parameters and values are chosen. They are read afresh. */
    public Dictionaries dictionaries() {
        return current().dictionaries();
    }

    /** Returns the statuses of the account, from which a mapping is made or proposed. */
    public Funnel funnel() {
        return dictionaries().funnel();
    }

    /** Returns everything that is wrong with settings for this account, errors and warnings; keeps nothing. */
    public Findings check(HubSettings settings) {
        return settings.check(dictionaries());
    }

    /**
     * Opens the wizard again, at its first step, with the settings in force as draft. Those go on to be in force until
     * the wizard is finished.
     */
    public synchronized void edit() {
        KeptConnection kept = store.read();
        store.write(kept.change()
                .state(ConnectionState.configuring(WizardStep.FILTER))
                .draft(kept.settings())
                .build());
    }

    /**
     * Keeps what the wizard has so far, without checking it, and where it stands; forwards or back.
     *
     * @throws InvalidSettingsException if the draft holds the key
     */
    public synchronized void keep(HubSettings draft, WizardStep next) {
        write(store.read()
                .change()
                .state(ConnectionState.configuring(next))
                .draft(draft)
                .build());
    }

    /**
     * Finishes the wizard: checks the settings and puts them in force. The next refresh begins anew.
     *
     * @return the warnings
     * @throws InvalidSettingsException if there are errors; nothing has changed then
     */
    public synchronized Findings configure(HubSettings settings) {
        Findings findings = check(settings).orThrow();
        KeptConnection kept = store.read();
        write(kept.change()
                .state(ConnectionState.CONNECTED)
                .settings(settings)
                .draft(Optional.empty())
                .revision(kept.revision() + 1)
                .build());
        store.forgetProgress(kept.revision());
        return findings;
    }

    private void write(KeptConnection connection) {
        current().refuseKeyIn(connection);
        store.write(connection);
    }

    /** Clears filter, mapping, calculation and progress; the key is kept, and the wizard begins again. */
    public synchronized void reset() {
        KeptConnection kept = store.read();
        store.forgetProgress(kept.revision());
        store.write(KeptConnection.of(ConnectionState.configuring(WizardStep.FILTER))
                .change()
                .revision(kept.revision() + 1)
                .build());
    }

    /** Removes everything that is kept, and closes the client that has the key. */
    public synchronized void disconnect() {
        store.forgetAll(store.read().revision());
        close();
    }

    /**
     * Prepares a run over all orders: reads the statuses and whatever dictionaries the settings need. No order is asked
     * for before the run is walked.
     *
     * @throws IllegalStateException if there is no key or there are no settings yet
     * @throws InvalidSettingsException if the account no longer has what the filter or the calculation names; the
     *     connection is in error
     */
    public HubRun run() {
        Session now = current();
        return new HubRun(now.client(), prepare(now), this::note);
    }

    /**
     * Brings a table up to date with what changed since the last refresh; the first one fills it. The table then holds
     * what a full run would deliver, whatever happened to the orders: statuses set back, orders opened again, lines
     * changed, orders that no longer pass the filter. Orders deleted at the vendor stay: it does not tell of them. Names
     * of locations are those of the last change.
     *
     * @return what happened to the changed orders
     * @throws IllegalStateException as {@link #run}, or if another refresh is under way
     */
    public RunTally refresh(HubTable table) {
        Session now = current();
        Prepared ready = prepare(now);
        try {
            return new Refresh(now.client(), ready.maker(), store, table)
                    .run(store.read().revision());
        } catch (AuthException e) {
            note(e);
            throw e;
        }
    }

    /** Looks at the account as it is today, and notes how the connection stands then. */
    private Prepared prepare(Session now) {
        HubSettings settings = settings()
                .orElseThrow(() -> new IllegalStateException("there are no settings yet: configure the connection"));
        try {
            Dictionaries account = now.dictionaries();
            Findings found = now.check(settings, account);
            note(stateAfter(found));
            return now.prepare(settings, account, found.orThrow());
        } catch (AuthException e) {
            note(e);
            throw e;
        }
    }

    private synchronized void note(ConnectionState state) {
        KeptConnection kept = store.read();
        boolean wizard = kept.kind() == ConnectionState.Kind.CONFIGURING;
        if (!wizard && !kept.state().equals(state)) {
            store.write(kept.change().state(state).build());
        }
    }

    private synchronized Session current() {
        return session.orElseThrow(
                () -> new IllegalStateException("connect first: the key is not kept between processes"));
    }

    /** Closes the client that has the key; what is kept stays. */
    @Override
    public synchronized void close() {
        session.map(Session::client).ifPresent(RemOnline::close);
        session = Optional.empty();
    }

    /** Returns how it stands, without the key. */
    @Override
    public String toString() {
        return "HubConnection[" + state() + "]";
    }

    /** Collects the settings of a connection. */
    public static final class Builder {

        private static final int REMEMBERED = 20_000;

        private final StateStore store;
        private String name = "main";
        private Function<Secret, RemOnline> clients =
                key -> RemOnline.builder().apiKey(key).build();
        private TimeSource time = TimeSource.system();
        private int rememberedItems = REMEMBERED;

        private Builder(StateStore store) {
            this.store = Objects.requireNonNull(store, "store");
        }

        /** Sets the name under which the store keeps it; {@code main} by default. One for each account. */
        public Builder name(String newName) {
            if (newName.isBlank()) {
                throw new IllegalArgumentException("name must not be blank");
            }
            name = newName;
            return this;
        }

        /** Sets how a client is made with a key; one with the default settings, unless said. The connection closes it. */
        public Builder client(Function<Secret, RemOnline> maker) {
            clients = Objects.requireNonNull(maker, "client");
            return this;
        }

        /** Sets the clock, for tests; the machine's by default. */
        public Builder time(TimeSource clock) {
            time = Objects.requireNonNull(clock, "time");
            return this;
        }

        /** Sets of how many orders the sums of lines are remembered in memory; 20,000 by default, about 10 MB. */
        public Builder rememberedItems(int most) {
            if (most < 0) {
                throw new IllegalArgumentException("rememberedItems must not be negative");
            }
            rememberedItems = most;
            return this;
        }

        /** Returns the connection; nothing is sent. */
        public HubConnection build() {
            return new HubConnection(this);
        }
    }
}
