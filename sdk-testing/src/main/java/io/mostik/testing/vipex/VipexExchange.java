package io.mostik.testing.vipex;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mostik.testing.Answer;
import io.mostik.testing.vipex.VipexCall.Leg;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The exchange itself: who has an extension, who picks up, which calls were made, what was recorded. Thread-safe. */
final class VipexExchange {

    private static final DateTimeFormatter CALL_ID =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneId.of("Europe/Budapest"));

    private final Set<String> extensions = new TreeSet<>();
    private final Map<String, AnswerBehavior> plans = new HashMap<>();
    private final Map<String, Answer> recordings = new HashMap<>();
    private final List<VipexCall> calls = new ArrayList<>();
    private Duration talkTime = Duration.ofSeconds(173);
    private RecordingMode recordingMode = RecordingMode.BY_ID;

    synchronized void addExtension(String extension) {
        extensions.add(extension);
    }

    synchronized boolean hasExtension(String extension) {
        return extensions.contains(extension);
    }

    synchronized void plan(String party, AnswerBehavior pickup) {
        plans.put(party, pickup);
    }

    synchronized void talkTime(Duration duration) {
        talkTime = duration;
    }

    synchronized void recordingMode(RecordingMode mode) {
        recordingMode = mode;
    }

    synchronized RecordingMode recordingMode() {
        return recordingMode;
    }

    synchronized void addRecording(String id, String contentType, byte[] audio) {
        recordings.put(id, Answer.bytes(200, contentType, audio));
    }

    synchronized Optional<Answer> recording(String id) {
        return Optional.ofNullable(recordings.get(id));
    }

    synchronized List<VipexCall> calls() {
        return List.copyOf(calls);
    }

    /** Rings the extension, then, once it is picked up, the number. */
    synchronized VipexCall clickToCall(String extension, String number, Instant now) {
        return place("out", extension, number, extension, List.of(extension, number), now);
    }

    /** Rings the extension for a caller from outside. */
    synchronized VipexCall incoming(String caller, String called, String extension, Instant now) {
        return place("in", caller, called, extension, List.of(extension), now);
    }

    private VipexCall place(
            String direction, String caller, String called, String extension, List<String> parties, Instant now) {
        List<Leg> legs = new ArrayList<>();
        AnswerBehavior outcome = AnswerBehavior.ANSWERED;
        Instant time = now;
        for (String party : parties) {
            if (outcome == AnswerBehavior.ANSWERED) {
                outcome = plans.getOrDefault(party, AnswerBehavior.ANSWERED);
                legs.add(new Leg(party, time, outcome.ringing(), outcome));
                time = time.plus(outcome.ringing());
            }
        }
        boolean answered = outcome == AnswerBehavior.ANSWERED;
        VipexCall call = new VipexCall(
                "%s-%06d".formatted(CALL_ID.format(now), calls.size() + 1),
                direction,
                caller,
                called,
                extension,
                now,
                answered ? Optional.of(time) : Optional.empty(),
                answered ? time.plus(talkTime) : time,
                outcome.word(),
                legs,
                answered && recordingMode != RecordingMode.NONE ? Optional.of(record()) : Optional.empty());
        calls.add(call);
        return call;
    }

    private String record() {
        int number = calls.size() + 1;
        String id = Base64.getEncoder().encodeToString(("rec?>~" + number + "/id").getBytes(UTF_8));
        addRecording(id, "audio/wav", TinyWav.tone(300 + 10 * number));
        return id;
    }
}
