package io.mostik.pbx.internal;

import io.mostik.pbx.RecordingDefect;
import io.mostik.pbx.RecordingRef;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeSet;

/** Compares how long a recording sounds with how long the call was. */
public final class RecordingLength {

    private static final Duration SLACK = Duration.ofSeconds(5);
    private static final Duration LONGER = Duration.ofMinutes(1);

    private RecordingLength() {}

    /** Returns the recording with what its length tells, in place of what it told before. */
    public static RecordingRef compare(RecordingRef recording, Optional<Duration> talk, Optional<Duration> whole) {
        TreeSet<RecordingDefect> defects = new TreeSet<>(recording.defects());
        defects.remove(RecordingDefect.SHORTER_THAN_CALL);
        defects.remove(RecordingDefect.LONGER_THAN_CALL);
        recording.length().ifPresent(length -> {
            if (talk.filter(time ->
                            length.plus(SLACK).compareTo(time.multipliedBy(4).dividedBy(5)) < 0)
                    .isPresent()) {
                defects.add(RecordingDefect.SHORTER_THAN_CALL);
            }
            if (whole.filter(time -> !time.isZero() && length.compareTo(time.plus(LONGER)) > 0)
                    .isPresent()) {
                defects.add(RecordingDefect.LONGER_THAN_CALL);
            }
        });
        return RecordingRef.builder().from(recording).defects(defects).build();
    }
}
