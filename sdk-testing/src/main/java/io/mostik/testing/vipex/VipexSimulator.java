package io.mostik.testing.vipex;

import static java.util.Objects.requireNonNull;

import io.mostik.testing.HookDelivery;
import io.mostik.testing.HookSender;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.Simulator;
import io.mostik.testing.SimulatorServer;
import io.mostik.testing.internal.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A simulator of VIPeX: click-to-call, recordings, and pushes of incoming calls and call data. Starts with the
 * extensions 101 and 102. Its clock follows the machine's, or stands ({@link #startFrozen}); calls end, and their data are
 * pushed, as it moves.
 *
 * <pre>{@code
 * try (VipexSimulator vendor = VipexSimulator.start();
 *         PbxClient pbx = Vipex.client()
 *                 .baseUri(vendor.uri().toString())
 *                 .credentials(vendor.username(), Secret.of(vendor.password()))
 *                 .build()) {
 *     pbx.calls().start("101", "06 30 111 2233");
 *     long rung = vendor.dials("101", "06301112233");
 * }
 * }</pre>
 *
 * <p>{@link #faults} makes it fail, {@link #journal} says what it was asked, {@link #deliveries} what it sent. In JUnit
 * {@link io.mostik.testing.SimulatorExtension} starts and closes it. Thread-safe.
 */
public final class VipexSimulator implements Simulator {

    private static final Duration PUSH_AFTER = Duration.ofSeconds(2);

    private final SimulatedClock clock;
    private final VipexExchange exchange = new VipexExchange();
    private final HookSender sender = new HookSender(3);
    private volatile Optional<VipexHook> incomingHook = Optional.empty();
    private volatile Optional<VipexHook> dataHook = Optional.empty();
    private final VipexApi api;
    private final VipexProfile profile;
    private final SimulatorServer server;

    private VipexSimulator(int port, VipexProfile profile, SimulatedClock clock) {
        this.profile = requireNonNull(profile, "profile");
        this.clock = requireNonNull(clock, "clock");
        this.api = new VipexApi(profile, exchange, this::clickToCall);
        exchange.addExtension("101");
        exchange.addExtension("102");
        this.server = SimulatorServer.start(port, clock, api);
    }

    /** Starts on a free port with the default profile; its clock follows the machine's. */
    public static VipexSimulator start() {
        return start(0, VipexProfile.defaults(), SimulatedClock.running());
    }

    /**
     * Starts on a free port with a clock that stands still until it is advanced: for tests that move the vendor's time.
     */
    public static VipexSimulator startFrozen() {
        return start(0, VipexProfile.defaults(), SimulatedClock.standing());
    }

    /** Starts on this port, 0 for a free one, with other names and another clock. */
    public static VipexSimulator start(int port, VipexProfile profile, SimulatedClock clock) {
        return new VipexSimulator(port, profile, clock);
    }

    @Override
    public SimulatorServer server() {
        return server;
    }

    /** Returns the user name that is asked for. */
    public String username() {
        return api.credentials.username();
    }

    /** Returns the password that is asked for. */
    public String password() {
        return api.credentials.password();
    }

    /** Asks for another user name and password from now on. */
    public void credentials(String username, String password) {
        api.credentials.set(username, password);
    }

    /** Adds a user's extension. */
    public void addExtension(String extension) {
        exchange.addExtension(extension);
    }

    /** Plans what happens when this extension or outside number rings; unplanned phones are answered. */
    public void plan(String extensionOrNumber, AnswerBehavior pickup) {
        exchange.plan(extensionOrNumber, pickup);
    }

    /** Sets how long answered calls last from now on; 173 seconds unless set. */
    public void talkTime(Duration duration) {
        exchange.talkTime(duration);
    }

    /** Sets how recordings of later calls are handed over; by id unless set. */
    public void recordings(RecordingMode mode) {
        exchange.recordingMode(mode);
    }

    /** Adds a recording that can be downloaded. */
    public void addRecording(String id, String contentType, byte[] audio) {
        exchange.addRecording(id, contentType, audio);
    }

    /** Sets where incoming calls are reported; nowhere unless set. */
    public void onIncomingCall(VipexHook hook) {
        incomingHook = Optional.of(hook);
    }

    /** Sets where call data are pushed; nowhere unless set. */
    public void onCallData(VipexHook hook) {
        dataHook = Optional.of(hook);
    }

    /** Lets somebody call from outside: the incoming-call hook is sent at once, the call data after the end. */
    public VipexCall incomingCall(String caller, String called, String extension) {
        VipexCall call = exchange.incoming(caller, called, extension, clock.now());
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("caller", caller);
        parameters.put("called", called);
        incomingHook.ifPresent(hook -> sender.deliver(hook.toHook(parameters)));
        pushAfterEnd(call);
        return call;
    }

    /** Pushes what is known of a call by now; before its end these are the data of a call that goes on. */
    public HookDelivery pushCallData(VipexCall call) {
        Instant now = clock.now();
        JsonObject data = new JsonObject().with("call", call.dataAt(now));
        if (!now.isBefore(call.endedAt())) {
            call.recordingId().ifPresent(id -> data.put("recording", recording(id)));
        }
        return pushCallData(data);
    }

    /** Pushes these data as they are. */
    public HookDelivery pushCallData(Map<String, ?> data) {
        VipexHook hook = dataHook.orElseThrow(() -> new IllegalStateException("onCallData is not set"));
        return sender.deliver(hook.toHook(data));
    }

    /** Returns every push so far with its attempts; each is tried at most three times. */
    @Override
    public List<HookDelivery> deliveries() {
        return sender.deliveries();
    }

    /** Returns every call so far, both ways. */
    public List<VipexCall> calls() {
        return exchange.calls();
    }

    /** Returns how often click-to-call connected this extension with this number. */
    public long dials(String extension, String number) {
        return calls().stream()
                .filter(call -> call.direction().equals("out"))
                .filter(call -> call.caller().equals(extension) && call.called().equals(number))
                .count();
    }

    /** Returns how often this recording was asked for. */
    public long recordingRequests(String id) {
        return journal().to("GET", profile.recordingPath()).stream()
                .filter(request -> request.queries(profile.recordingIdParam()).contains(id))
                .count();
    }

    private void clickToCall(String extension, String number) {
        pushAfterEnd(exchange.clickToCall(extension, number, clock.now()));
    }

    private void pushAfterEnd(VipexCall call) {
        Duration untilEnd = Duration.between(clock.now(), call.endedAt());
        clock.after(untilEnd.plus(PUSH_AFTER), () -> {
            if (dataHook.isPresent()) {
                pushCallData(call);
            }
        });
    }

    private Map<String, Object> recording(String id) {
        byte[] audio = exchange.recording(id).orElseThrow().body();
        return exchange.recordingMode() == RecordingMode.INLINE
                ? Map.of("format", "wav", "data", Base64.getEncoder().encodeToString(audio))
                : Map.of("id", id, "format", "wav");
    }
}
