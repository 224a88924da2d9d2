package io.mostik.testing.vcclive;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import io.mostik.testing.HookDelivery;
import io.mostik.testing.HookSender;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.Simulator;
import io.mostik.testing.SimulatorServer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A simulator of VCC Live: projects, quotas, fields, records, dispositions, call records, e-mails, statistics,
 * users, voice files, the campaign manager, the desktop application, and the webhooks. Starts with project 134
 * "Renewals HU" (fields {@code name}, {@code city} of one choice, {@code interest} of several; dispositions 11
 * "No answer", 12 "Sale") and agent 17. Its clock follows the machine's, or stands ({@link #startFrozen}).
 *
 * <pre>{@code
 * try (VccLiveSimulator vendor = VccLiveSimulator.start();
 *         VccLive vcc = VccLive.builder()
 *                 .customer(vendor.customer())
 *                 .token(Secret.of(vendor.token()))
 *                 .baseUri(vendor.uri().toString())
 *                 .build()) {
 *     vcc.records().add(134, NewRecord.builder().field("name", "Nóra").field("phone1", "36301112233").build());
 *     List<Long> records = vendor.records(134);
 * }
 * }</pre>
 *
 * <p>{@link #faults} makes it fail, {@link #journal} says what it was asked, {@link #deliveries} what it sent. In JUnit
 * {@link io.mostik.testing.SimulatorExtension} starts and closes it. Thread-safe.
 */
public final class VccLiveSimulator implements Simulator {

    private static final String OFFICE = "3615550100";
    private static final Duration TALK = Duration.ofSeconds(95);

    private final VccAccount account = new VccAccount();
    private final HookSender sender = new HookSender(3, Duration.ofSeconds(5), status -> status == 200);
    private final VccApi api;
    private final VccCampaignBase campaigns = new VccCampaignBase();
    private final VccDesktopApp desktop;
    private final VccEvents events;
    private final SimulatorServer server;
    private volatile Optional<VccHook> dispositionHook = Optional.empty();

    private VccLiveSimulator(int port, SimulatedClock clock) {
        this.api = new VccApi(account, clock);
        addProject(134, "Renewals HU");
        addField(134, "name", "text");
        addField(134, "city", "simple", "Budapest", "Győr");
        addField(134, "interest", "multiple", "loan", "card");
        addDisposition(134, 11, "No answer", "failed");
        addDisposition(134, 12, "Sale", "ordered");
        addUser(17, "nora_op", "Kovács Nóra");
        this.desktop = new VccDesktopApp(account, api.records, clock);
        this.events = new VccEvents(account, sender, clock);
        account.userAdded = events::tellLater;
        this.server = SimulatorServer.start(port, clock, new VccHosts(api, campaigns, desktop, events));
    }

    /** Starts on a free port; its clock follows the machine's. */
    public static VccLiveSimulator start() {
        return start(0, SimulatedClock.running());
    }

    /**
     * Starts on a free port with a clock that stands still until it is advanced: for tests that move the vendor's time.
     */
    public static VccLiveSimulator startFrozen() {
        return start(0, SimulatedClock.standing());
    }

    /** Starts on this port, 0 for a free one, with another clock. */
    public static VccLiveSimulator start(int port, SimulatedClock clock) {
        return new VccLiveSimulator(port, clock);
    }

    @Override
    public SimulatorServer server() {
        return server;
    }

    /** Returns the base URL with its {@code /v2}; the journal's paths begin with that too. */
    @Override
    public URI uri() {
        return URI.create(server.uri() + VccApi.BASE);
    }

    /** Returns the base URL of the campaign manager, with its {@code /api/v1}. */
    public URI campaignsUri() {
        return URI.create(server.uri() + VccCampaignBase.BASE);
    }

    /** Returns the campaign manager. */
    public VccCampaignBase campaigns() {
        return campaigns;
    }

    /** Returns the application on the agent's machine; it listens on the port of {@link #uri()}. */
    public VccDesktopApp desktop() {
        return desktop;
    }

    /** Returns the webhooks beside the one for dispositions. */
    public VccEvents events() {
        return events;
    }

    /** Returns the customer name that is asked for as user name. */
    public String customer() {
        return api.credentials.username();
    }

    /** Returns the token that is asked for as password. */
    public String token() {
        return api.credentials.password();
    }

    /** Asks for another customer name and token from now on. */
    public void credentials(String customer, String token) {
        api.credentials.set(customer, token);
    }

    /** Lets the token reach only resources that fit this, such as {@code /projects.*}; of GET the query counts too. */
    public void allowResources(String regularExpression) {
        api.allow(regularExpression);
    }

    /** Sets how long after its call a call record can be read; five minutes unless set. */
    public void cdrDelay(Duration afterCall) {
        change(() -> account.cdrDelay = requireNonNull(afterCall, "afterCall"));
    }

    /** Adds a project without fields. */
    public void addProject(long projectId, String name) {
        change(() -> account.projects.add(new VccProject(projectId, name, account.ids)));
    }

    /** Adds a field; the type is {@code text}, {@code simple} or {@code multiple}, the last two with values. */
    public void addField(long projectId, String name, String type, String... values) {
        inProject(projectId, project -> project.addField(name, type, List.of(values)));
    }

    /** Adds a disposition; the assessment is {@code success}, {@code ordered} or {@code failed}. */
    public void addDisposition(long projectId, long dispositionId, String name, String assessment) {
        inProject(projectId, project -> project.dispositions.add(new VccDisposition(dispositionId, name, assessment)));
    }

    /** Adds an agent. */
    public void addUser(long userId, String username, String name) {
        change(() -> account.users.add(VccUser.agent(userId, username, name)));
    }

    /** Lets a user be logged in with a state such as {@code AVAILABLE4CALL} since now, and a primary project. */
    public void logIn(long userId, String state, long projectId) {
        change(() -> account.online.put(userId, new UserApi.Presence(state, projectId, clock().now())));
    }

    /** Lets a user log out. */
    public void logOut(long userId) {
        change(() -> account.online.remove(userId));
    }

    /** Adds a quota on a value of a field, so much of it used, and returns its id. */
    public long addQuota(long projectId, String fieldName, String valueName, int limit, int used) {
        return inProject(projectId, project -> {
            long quotaId = account.ids.next();
            long valueId = project.fields
                    .find(fieldName)
                    .flatMap(field -> field.find(valueName))
                    .orElseThrow();
            return project.quotas
                    .quotas
                    .add(new VccQuotas.Quota(quotaId, fieldName, valueName, valueId, limit, used))
                    .id();
        });
    }

    /** Returns the limit of a quota. */
    public int quotaLimit(long projectId, long quotaId) {
        return inProject(
                projectId,
                project -> project.quotas.quotas.find(quotaId).orElseThrow().limit());
    }

    /** Adds an e-mail to the log of a project. */
    public void addEmail(long projectId, VccEmail email) {
        change(() -> account.emails
                .computeIfAbsent(projectId, unused -> new ArrayList<>())
                .add(email));
    }

    /** Adds a row to the statistics {@code inbound}, {@code userbased} or {@code userstate}: figures by name. */
    public void addStatistics(String name, Map<String, ?> row) {
        if (!LogApi.DIMENSIONS.containsKey(name)) {
            throw new IllegalArgumentException("No statistics of this name: " + name);
        }
        change(() -> account.statistics
                .computeIfAbsent(name, unused -> new ArrayList<>())
                .add(new LinkedHashMap<>(row)));
    }

    /** Adds a record with these values and returns its number id. */
    public long addRecord(long projectId, Map<String, String> form) {
        ObjectNode sent = new ObjectMapper().createObjectNode();
        ObjectNode values = sent.putObject("form");
        form.forEach(values::put);
        return inProject(projectId, project -> api.records.add(project, sent).id());
    }

    /** Adds a recording to the archive; year of four digits, month of two. */
    public void addVoiceFile(String uuid, String year, String month, String name, byte[] audio) {
        change(() -> account.voiceFiles.add(new VccVoiceFile(uuid, year, month, name, audio)));
    }

    /** Sets where dispositions are reported; nowhere unless set. */
    public void onDisposition(VccHook hook) {
        dispositionHook = Optional.of(hook);
    }

    /** Lets the dialer call a record's first phone for 95 seconds and the agent set a disposition; the webhook follows. */
    public VccCall call(long projectId, long numberId, long userId, long dispositionId, String description) {
        VccCall call = inProject(projectId, project -> {
            VccRecord record = project.records.find(numberId).orElseThrow();
            VccCall made = new VccCall(
                    UUID.randomUUID().toString(),
                    projectId,
                    numberId,
                    account.users.find(userId).orElseThrow().id(),
                    project.dispositions.find(dispositionId).orElseThrow().id(),
                    description,
                    OFFICE,
                    record.phone("phone1"),
                    clock().now().minus(TALK),
                    TALK);
            account.calls.add(made);
            record.events.add(RecordApi.event(dispositionId, userId, description, ""));
            return made;
        });
        if (dispositionHook.isPresent()) {
            sendDisposition(call);
        }
        return call;
    }

    /** Sends the webhook of a call, once more if it was sent before. */
    public HookDelivery sendDisposition(VccCall call) {
        VccHook hook = dispositionHook.orElseThrow(() -> new IllegalStateException("onDisposition is not set"));
        Map<String, Object> message = ask(() -> DispositionMessage.of(account, call));
        return sender.deliver(hook.toHook(Answer.json(200, message).body(), message));
    }

    /** Returns every webhook so far with its attempts; each is tried at most three times, and only 200 is success. */
    @Override
    public List<HookDelivery> deliveries() {
        return sender.deliveries();
    }

    /** Returns the number ids of a project's records, in the order they were added. */
    public List<Long> records(long projectId) {
        return inProject(
                projectId,
                project -> project.records.stream().map(VccRecord::id).toList());
    }

    /** Returns a record's value in words, choices by name joined by {@code |}; empty if it has none. */
    public Optional<String> value(long projectId, long numberId, String fieldName) {
        return inProject(
                projectId,
                project -> project.records
                        .find(numberId)
                        .flatMap(record -> Optional.ofNullable(record.data.get(fieldName)))
                        .map(kept -> project.words(fieldName, kept)));
    }

    /** Returns what is planned for a record: {@code phone_field} and {@code next_calldate}, as far as they were sent. */
    public Map<String, String> planned(long projectId, long numberId) {
        return inRecord(projectId, numberId, record -> Map.copyOf(record.planned));
    }

    /** Returns the ids of the dispositions set on a record so far. */
    public List<Long> dispositions(long projectId, long numberId) {
        return inRecord(
                projectId,
                numberId,
                record -> record.events.stream()
                        .map(event -> (Long) event.getOrDefault("dispositionid", 0L))
                        .toList());
    }

    /** Returns whether a recording was ticked off with the right checksum. */
    public boolean archived(String uuid) {
        return ask(() -> account.voiceFiles.find(uuid).orElseThrow().archived());
    }

    private <T> T ask(Supplier<T> question) {
        synchronized (account) {
            return question.get();
        }
    }

    private void change(Runnable change) {
        synchronized (account) {
            change.run();
        }
    }

    private <T> T inRecord(long projectId, long numberId, Function<VccRecord, T> work) {
        return inProject(
                projectId, project -> work.apply(project.records.find(numberId).orElseThrow()));
    }

    private <T> T inProject(long projectId, Function<VccProject, T> work) {
        return ask(() -> work.apply(account.projects.find(projectId).orElseThrow()));
    }
}
