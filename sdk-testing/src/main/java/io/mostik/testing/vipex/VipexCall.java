package io.mostik.testing.vipex;

import io.mostik.testing.internal.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One call through the PBX, from its first ring to its end.
 *
 * @param direction {@code in} or {@code out}
 * @param status the status word once the call has ended
 * @param recordingId the coded id of the recording; empty if there is none
 */
public record VipexCall(
        String id,
        String direction,
        String caller,
        String called,
        String extension,
        Instant startedAt,
        Optional<Instant> answeredAt,
        Instant endedAt,
        String status,
        List<Leg> legs,
        Optional<String> recordingId) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Europe/Budapest"));

    /** Keeps a copy of the legs. */
    public VipexCall {
        legs = List.copyOf(legs);
    }

    /** One phone that rang. */
    public record Leg(String party, Instant start, Duration duration, AnswerBehavior pickup) {}

    /** Returns what the vendor hands over at this time: before the end, neither an end nor a status is known. */
    public Map<String, Object> dataAt(Instant now) {
        boolean ended = !now.isBefore(endedAt);
        JsonObject data = new JsonObject()
                .with("id", id)
                .with("direction", direction)
                .with("caller", caller)
                .with("called", called)
                .with("extension", extension)
                .with("start", TIME.format(startedAt))
                .withAny("answer", answeredAt.filter(at -> !now.isBefore(at)).map(TIME::format));
        if (ended) {
            Instant talk = answeredAt.orElse(endedAt);
            data.with("end", TIME.format(endedAt))
                    .with("duration", Duration.between(startedAt, endedAt).toSeconds())
                    .with("talk_time", Duration.between(talk, endedAt).toSeconds())
                    .with("wait_time", Duration.between(startedAt, talk).toSeconds())
                    .with("status", status)
                    .with("legs", legData());
        }
        return data;
    }

    private List<Map<String, Object>> legData() {
        List<Map<String, Object>> data = new ArrayList<>();
        for (Leg leg : legs) {
            JsonObject each = new JsonObject()
                    .with(leg.party().equals(extension) ? "extension" : "called", leg.party())
                    .with("start", TIME.format(leg.start()))
                    .with("duration", leg.duration().toSeconds())
                    .with("status", leg.pickup().word());
            data.add(each);
        }
        return data;
    }
}
