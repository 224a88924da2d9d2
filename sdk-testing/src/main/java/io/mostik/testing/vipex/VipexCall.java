package io.mostik.testing.vipex;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", id);
        data.put("direction", direction);
        data.put("caller", caller);
        data.put("called", called);
        data.put("extension", extension);
        data.put("start", TIME.format(startedAt));
        answeredAt.filter(at -> !now.isBefore(at)).ifPresent(at -> data.put("answer", TIME.format(at)));
        if (ended) {
            data.put("end", TIME.format(endedAt));
            data.put("duration", Duration.between(startedAt, endedAt).toSeconds());
            data.put(
                    "talk_time",
                    answeredAt
                            .map(at -> Duration.between(at, endedAt))
                            .orElse(Duration.ZERO)
                            .toSeconds());
            data.put(
                    "wait_time",
                    Duration.between(startedAt, answeredAt.orElse(endedAt)).toSeconds());
            data.put("status", status);
            data.put("legs", legData());
        }
        return data;
    }

    private List<Map<String, Object>> legData() {
        List<Map<String, Object>> data = new ArrayList<>();
        for (Leg leg : legs) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put(leg.party().equals(extension) ? "extension" : "called", leg.party());
            each.put("start", TIME.format(leg.start()));
            each.put("duration", leg.duration().toSeconds());
            each.put("status", leg.pickup().word());
            data.add(each);
        }
        return data;
    }
}
