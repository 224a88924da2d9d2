package io.mostik.datahub;

import io.mostik.core.AuthException;
import io.mostik.core.ProgressListener;
import io.mostik.core.ProgressMeter;
import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.once.Lease;
import io.mostik.datahub.checks.FindingCode;
import io.mostik.datahub.checks.Findings;
import io.mostik.datahub.checks.InvalidSettingsException;
import io.mostik.datahub.connector.HubAccount;
import io.mostik.datahub.connector.HubConnector;
import io.mostik.datahub.filter.Dictionaries;
import io.mostik.datahub.statuses.Funnel;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * A connection of the Smart Data Hub to one account, through its whole life: connect with a key, choose a filter, map
 * statuses, define the calculation, deliver records, edit, change the key, reset, disconnect. State, settings and
 * progress are kept in a {@link StateStore} under the name of the connection.
 *
 * <pre>{@code
 * HubConnection hub = HubConnection.builder(store, RemOnlineConnector.create()).name("workshop-7").build();
 * hub.connect(key);
 * hub.configure(HubSettings.builder()
 *         .mapping(StatusMapping.proposeByGroup(hub.funnel()))
 *         .calculation(Calculation.of("{order.cost}", "{order.total} * 94%"))
 *         .build());
 * RunSummary delivered = hub.refresh(table);                       // at first all orders, later what has changed
 * }</pre>
 *
 * <p><b>Where the key is.</b> With the embedder. It is given to {@link #connect} or {@link #changeKey} as a
 * {@link Secret}, goes into the account that is opened with it, and is held by nothing else: it is never written to the
 * store, and is part of no document, message or text. A process that starts again calls {@code connect} with it, and finds
 * state and settings as they were. Settings that hold the key are refused.
 *
 * <p>Thread-safe. Of several nodes with one store none undoes what another has changed, and one refreshes at a time; the
 * others say so.
 */
public final class HubConnection implements AutoCloseable {

    private static final int UNAUTHORIZED = 401;

    private final ConnectionStore store;
    private final HubConnector connector;
    private final TimeSource time;
    private final int rememberedItems;
    private Optional<Session> session = Optional.empty();

    HubConnection(ConnectionStore store, HubConnector connector, TimeSource time, int rememberedItems) {
        this.store = store;
        this.connector = connector;
        this.time = time;
        this.rememberedItems = rememberedItems;
    }

    /**
     * Returns a builder.
     *
     * @param store where state, settings and progress are kept; shared by all nodes
     * @param connector to the CRM of the account
     */
    public static HubConnectionBuilder builder(StateStore store, HubConnector connector) {
        return new HubConnectionBuilder(store, connector);
    }

    /** Returns the state of the connection. It can be connected before this process has a key: connect first. */
    public synchronized ConnectionState state() {
        return store.read().state();
    }

    /**
     * Proves a key by one call for the company, and takes it. A new connection is then configuring; one that was kept
     * goes on as it stood.
     *
     * @return the state of the connection now
     * @throws AuthException if the vendor refuses the key; the connection is in error then, unless a right is missing
     */
    public synchronized ConnectionState connect(Secret key) {
        begin(key);
        ConnectionState state = store.read().state();
        if (!isNew(state)) {
            return state;
        }
        return store.change(kept ->
                        isNew(kept.state()) ? kept.change().state(begun(kept)).build() : kept)
                .state();
    }

    private static boolean isNew(ConnectionState state) {
        return state.kind() == ConnectionState.Kind.NOT_CONNECTED || state.is(ConnectionState.Reason.KEY_REJECTED);
    }

    private static ConnectionState begun(KeptConnection kept) {
        return kept.settings().isPresent() ? ConnectionState.CONNECTED : ConnectionState.configuring(WizardStep.FILTER);
    }

    /**
     * Goes on with another key; the settings are kept and checked again, and the next refresh starts from the
     * beginning, since another key may see other orders.
     *
     * @return what is wrong with the settings for what the new key sees; with errors the connection is in error
     * @throws AuthException if the vendor refuses the key; the one before stays in use
     */
    public synchronized Findings changeKey(Secret key) {
        begin(key);
        Optional<HubSettings> settings = renew(KeptConnection::change).settings();
        Findings findings =
                settings.map(each -> current().check(each, dictionaries())).orElseGet(Findings::none);
        ConnectionState state =
                settings.isPresent() ? stateAfter(findings) : ConnectionState.configuring(WizardStep.FILTER);
        store.change(kept -> kept.change().state(state).build());
        return findings;
    }

    /** Changes what is kept so that the next refresh starts from the beginning. */
    private KeptConnection renew(Function<KeptConnection, KeptConnection.Builder> change) {
        KeptConnection changed = store.change(
                kept -> change.apply(kept).revision(kept.revision() + 1).build());
        store.forgetProgress(changed.revision() - 1);
        return changed;
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
        HubAccount account = connector.open(key);
        try {
            account.prove();
        } catch (AuthException e) {
            account.close();
            if (session.isEmpty()) { // else the key before goes on to work
                note(e);
            }
            throw e;
        } catch (RuntimeException e) {
            account.close();
            throw e;
        }
        close();
        session = Optional.of(new Session(key, account, new ItemBook(account.records(), time, rememberedItems)));
    }

    /** A right that is missing is no reason to doubt the key. */
    private void note(AuthException refusal) {
        if (refusal.status() == UNAUTHORIZED) {
            reject();
        }
    }

    private synchronized void reject() {
        ConnectionState rejected = ConnectionState.error(ConnectionState.Reason.KEY_REJECTED);
        store.change(kept -> kept.change().state(rejected).build());
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
        store.change(kept -> kept.change()
                .state(ConnectionState.configuring(WizardStep.FILTER))
                .draft(kept.settings())
                .build());
    }

    /** Leaves the wizard without putting the draft in force; without settings in force it begins again. */
    public synchronized ConnectionState cancel() {
        return store.change(kept -> kept.kind() != ConnectionState.Kind.CONFIGURING
                        ? kept
                        : kept.change()
                                .state(begun(kept))
                                .draft(Optional.empty())
                                .build())
                .state();
    }

    /**
     * Keeps what the wizard has so far, without checking it, and its step; forwards or back.
     *
     * @throws InvalidSettingsException if the draft holds the key
     */
    public synchronized void keep(HubSettings draft, WizardStep next) {
        store.change(kept -> checked(
                        kept.change().state(ConnectionState.configuring(next)).draft(draft))
                .build());
    }

    /**
     * Finishes the wizard: checks the settings and puts them in force. The next refresh starts from the beginning.
     *
     * @return the warnings
     * @throws InvalidSettingsException if there are errors; nothing has changed then
     */
    public synchronized Findings configure(HubSettings settings) {
        Findings findings = check(settings).orThrow();
        renew(kept -> checked(kept.change()
                .state(ConnectionState.CONNECTED)
                .settings(settings)
                .draft(Optional.empty())));
        return findings;
    }

    private KeptConnection.Builder checked(KeptConnection.Builder changed) {
        current().refuseKeyIn(changed.build());
        return changed;
    }

    /** Clears filter, mapping, calculation and progress; the key is kept, and the wizard begins again. */
    public synchronized void reset() {
        renew(kept -> KeptConnection.of(ConnectionState.configuring(WizardStep.FILTER))
                .change());
    }

    /** Removes everything that is kept, and closes the client that has the key. */
    public synchronized void disconnect() {
        store.forgetAll();
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
        return new HubRun(now.account().records(), prepare(now, store.read()), this::note);
    }

    /** Returns a run by settings that are not in force, such as a draft; fails if they have errors. */
    public HubRun preview(HubSettings settings) {
        Session now = current();
        Dictionaries known = now.dictionaries();
        Prepared ready = now.prepare(settings, known, settings.check(known).orThrow());
        return new HubRun(now.account().records(), ready, this::note);
    }

    /**
     * Brings a table up to date with what changed since the last refresh; the first one fills it. The table then holds
     * what a full run would deliver, whatever happened to the orders: statuses set back, orders opened again, lines
     * changed, orders that no longer pass the filter. An order deleted at the vendor stays until {@link #lookAgain} or
     * {@link #sweep}: no change tells of it. Names of locations are those of the last change.
     *
     * @return what happened to the changed orders, or that another thread or node refreshes
     * @throws IllegalStateException as {@link #run}
     */
    public RunSummary refresh(HubTable table) {
        return refresh(table, ProgressListener.none());
    }

    /**
     * {@linkplain #refresh(HubTable) Refreshes} a table, telling on this thread how many orders were looked at.
     */
    public RunSummary refresh(HubTable table, ProgressListener progress) {
        Objects.requireNonNull(table, "table");
        ProgressMeter meter = ProgressMeter.start("orders", Objects.requireNonNull(progress, "progress"), time);
        Session now = current();
        Optional<Lease> lease = store.tryRefresh();
        if (lease.isEmpty()) {
            return RunSummary.BUSY;
        }
        try (Lease held = lease.get()) {
            KeptConnection kept = store.read();
            Prepared ready = prepare(now, kept);
            return new Refresh(now.account(), ready.maker(), store, table, meter).run(held, kept.revision(), time);
        } catch (AuthException e) {
            note(e);
            throw e;
        } finally {
            meter.end();
        }
    }

    /** Returns the changes for an engine that keeps positions itself; needs key and settings, as {@link #run} does. */
    public HubChanges changes() {
        Session now = current();
        KeptConnection kept = store.read();
        Prepared ready = prepare(now, kept);
        return new HubChanges(now.account(), ready.maker(), kept.settings().orElseThrow(), time);
    }

    /**
     * Lets the next refresh read an order whether or not it changed, as after a webhook: one that was deleted leaves the
     * table then. May be called while a refresh is under way, on any node, and for what is no order.
     *
     */
    public void lookAgain(long orderId) {
        store.lookAgain(orderId);
    }

    /**
     * Removes the orders from a table that were deleted at the vendor; once a night finds those whose webhook was missed.
     * RemOnline is asked for 50 orders a call, and once more for each that did not come.
     *
     * @param held the orders that the table holds; walked while calls are made
     * @return how many were removed; empty if another thread or node refreshes, and nothing was done
     * @throws io.mostik.core.SdkException if a call fails; what was removed so far was deleted
     * @throws IllegalStateException if there is no key yet
     */
    public OptionalLong sweep(HubTable table, Iterable<Long> held) {
        Objects.requireNonNull(table, "table");
        Session now = current();
        Optional<Lease> taken = store.tryRefresh();
        if (taken.isEmpty()) {
            return OptionalLong.empty();
        }
        AtomicLong removed = new AtomicLong();
        try (Lease lease = taken.get()) {
            now.account().records().findDeleted(held, id -> {
                if (lease.isHeld()) { // else another node refreshes, and the next sweep finds it
                    table.remove(id);
                    removed.incrementAndGet();
                }
            });
        } catch (AuthException e) {
            note(e);
            throw e;
        }
        return OptionalLong.of(removed.get());
    }

    /** Looks at the account as it is today, and notes the state of the connection then. */
    private Prepared prepare(Session now, KeptConnection kept) {
        HubSettings settings = kept.settings()
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
        if (isToldBy(state, store.read())) {
            store.change(
                    kept -> isToldBy(state, kept) ? kept.change().state(state).build() : kept);
        }
    }

    /** The wizard goes on whatever a run has found. */
    private static boolean isToldBy(ConnectionState state, KeptConnection kept) {
        return kept.kind() != ConnectionState.Kind.CONFIGURING && !kept.state().equals(state);
    }

    private synchronized Session current() {
        return session.orElseThrow(
                () -> new IllegalStateException("connect first: the key is not kept between processes"));
    }

    /** Closes the account that has the key; what is kept stays. */
    @Override
    public synchronized void close() {
        session.map(Session::account).ifPresent(HubAccount::close);
        session = Optional.empty();
    }

    /** Returns its state, without the key. */
    @Override
    public String toString() {
        return "HubConnection[" + state() + "]";
    }
}
