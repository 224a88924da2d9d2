package io.mostik.pbx.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.json.Json;
import io.mostik.pbx.CallDirection;
import io.mostik.pbx.CallLeg;
import io.mostik.pbx.CallOutcome;
import io.mostik.pbx.CallPhase;
import io.mostik.pbx.CallRecord;
import io.mostik.pbx.PhoneNumber;
import io.mostik.pbx.RecordingRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The pushes of one call, as a vendor of that shape sends them, already read. */
enum VendorShape {
    /** START, INTERNAL for each telephone, ANSWER, END, RECORD with two ids alone. */
    ZADARMA {
        @Override
        List<CallRecord> call(int i) {
            return List.of(
                    base(i, "start")
                            .startedAt(start(i))
                            .toldPhase(CallPhase.STARTED)
                            .caller(caller(i))
                            .called(OFFICE)
                            .build(),
                    base(i, "internal 101")
                            .startedAt(start(i))
                            .toldPhase(CallPhase.STARTED)
                            .caller(caller(i))
                            .called(OFFICE)
                            .extension("101")
                            .build(),
                    base(i, "internal 102")
                            .startedAt(start(i))
                            .toldPhase(CallPhase.STARTED)
                            .caller(caller(i))
                            .called(OFFICE)
                            .extension("102")
                            .build(),
                    base(i, "answer")
                            .startedAt(start(i))
                            .toldPhase(CallPhase.ANSWERED)
                            .caller(caller(i))
                            .called(PhoneNumber.of("101"))
                            .extension("101")
                            .build(),
                    base(i, "end")
                            .startedAt(start(i))
                            .toldPhase(CallPhase.ENDED)
                            .caller(caller(i))
                            .called(OFFICE)
                            .extension("101")
                            .duration(talk(i))
                            .outcome(CallOutcome.ANSWERED)
                            .outcomeWord("answered")
                            .recording(recording(i))
                            .build(),
                    base(i, "record").recording(recording(i)).build());
        }
    },
    /** One message for each telephone, without any time; the others stop when one is taken. */
    MCN {
        @Override
        List<CallRecord> call(int i) {
            return List.of(
                    base(i, "in start")
                            .toldPhase(CallPhase.STARTED)
                            .direction(CallDirection.INBOUND)
                            .caller(caller(i))
                            .extension("101")
                            .build(),
                    base(i, "in start 2")
                            .toldPhase(CallPhase.STARTED)
                            .direction(CallDirection.INBOUND)
                            .caller(caller(i))
                            .extension("102")
                            .build(),
                    base(i, "in start 3")
                            .toldPhase(CallPhase.STARTED)
                            .direction(CallDirection.INBOUND)
                            .caller(caller(i))
                            .extension("103")
                            .build(),
                    base(i, "answered")
                            .toldPhase(CallPhase.ANSWERED)
                            .direction(CallDirection.INBOUND)
                            .caller(caller(i))
                            .extension("101")
                            .build(),
                    base(i, "close 102")
                            .toldPhase(CallPhase.STARTED)
                            .direction(CallDirection.INBOUND)
                            .caller(caller(i))
                            .extension("102")
                            .outcome(CallOutcome.UNKNOWN)
                            .build(),
                    base(i, "end")
                            .toldPhase(CallPhase.ENDED)
                            .direction(CallDirection.INBOUND)
                            .caller(caller(i))
                            .extension("101")
                            .talkTime(talk(i))
                            .build());
        }
    },
    /** States of two legs with numbers of their own, one of which took over from the other, and a summary. */
    MANGO {
        @Override
        List<CallRecord> call(int i) {
            return List.of(
                    leg(i, "L1", 1)
                            .toldPhase(CallPhase.STARTED)
                            .extension("101")
                            .build(),
                    leg(i, "L1", 2)
                            .toldPhase(CallPhase.ANSWERED)
                            .extension("101")
                            .build(),
                    leg(i, "L2", 1)
                            .toldPhase(CallPhase.STARTED)
                            .extension("102")
                            .build(),
                    leg(i, "L2", 2)
                            .toldPhase(CallPhase.ANSWERED)
                            .extension("102")
                            .build(),
                    leg(i, "L2", 3)
                            .toldPhase(CallPhase.ENDED)
                            .extension("102")
                            .hangupCause("1110")
                            .build(),
                    base(i, "summary")
                            .linkedId("E" + i)
                            .callId("E" + i)
                            .toldPhase(CallPhase.ENDED)
                            .direction(CallDirection.INBOUND)
                            .caller(caller(i))
                            .startedAt(start(i))
                            .answeredAt(start(i).plusSeconds(12))
                            .endedAt(start(i).plus(talk(i)))
                            .outcome(CallOutcome.ANSWERED)
                            .extension("102")
                            .build());
        }

        private CallRecord.Builder leg(int i, String leg, int sequence) {
            return base(i, leg + sequence)
                    .linkedId("E" + i)
                    .callId(leg)
                    .legId(leg)
                    .sequence(sequence)
                    .caller(caller(i));
        }
    },
    /** A length of zero while it rings, a poor hang-up at once, all data half a minute later. */
    AIRCALL {
        @Override
        List<CallRecord> call(int i) {
            return List.of(
                    base(i, "created")
                            .direction(CallDirection.INBOUND)
                            .caller(caller(i))
                            .called(OFFICE)
                            .startedAt(start(i))
                            .duration(Duration.ZERO)
                            .build(),
                    base(i, "answered")
                            .direction(CallDirection.INBOUND)
                            .caller(caller(i))
                            .called(OFFICE)
                            .startedAt(start(i))
                            .answeredAt(start(i).plusSeconds(12))
                            .duration(Duration.ZERO)
                            .userName("Nora")
                            .build(),
                    base(i, "hungup")
                            .direction(CallDirection.INBOUND)
                            .caller(caller(i))
                            .called(OFFICE)
                            .startedAt(start(i))
                            .answeredAt(start(i).plusSeconds(12))
                            .endedAt(start(i).plus(talk(i)))
                            .duration(talk(i))
                            .build(),
                    base(i, "ended")
                            .direction(CallDirection.INBOUND)
                            .caller(caller(i))
                            .called(OFFICE)
                            .startedAt(start(i))
                            .answeredAt(start(i).plusSeconds(12))
                            .endedAt(start(i).plus(talk(i)))
                            .duration(talk(i))
                            .outcome(CallOutcome.ANSWERED)
                            .userName("Nora")
                            .recording(recording(i))
                            .build());
        }
    },
    /** Busy, and completed after no time; numbered. */
    TWILIO {
        @Override
        List<CallRecord> call(int i) {
            return List.of(
                    base(i, "initiated")
                            .sequence(0)
                            .toldPhase(CallPhase.STARTED)
                            .direction(CallDirection.OUTBOUND)
                            .called(caller(i))
                            .build(),
                    base(i, "ringing")
                            .sequence(1)
                            .toldPhase(CallPhase.STARTED)
                            .direction(CallDirection.OUTBOUND)
                            .called(caller(i))
                            .build(),
                    base(i, "busy")
                            .sequence(2)
                            .outcome(CallOutcome.BUSY)
                            .outcomeWord("busy")
                            .direction(CallDirection.OUTBOUND)
                            .called(caller(i))
                            .build(),
                    base(i, "completed")
                            .sequence(3)
                            .outcome(CallOutcome.ANSWERED)
                            .outcomeWord("completed")
                            .duration(Duration.ZERO)
                            .direction(CallDirection.OUTBOUND)
                            .called(caller(i))
                            .build());
        }

        @Override
        void check(CallRecord story) {
            assertThat(story.outcome()).isEqualTo(CallOutcome.BUSY);
            assertThat(story.phase()).isEqualTo(CallPhase.ENDED);
        }
    },
    /** A row for each telephone of a queue, joined by one id, and the row after a transfer. */
    ASTERISK {
        @Override
        List<CallRecord> call(int i) {
            return List.of(
                    row(i, "101", 0, 12, CallOutcome.MISSED),
                    row(i, "102", 0, 12, CallOutcome.MISSED),
                    row(i, "103", 15, 27, CallOutcome.MISSED),
                    row(i, "104", 27, 400, CallOutcome.ANSWERED),
                    row(i, "105", 400, 700, CallOutcome.ANSWERED));
        }

        private CallRecord row(int i, String extension, int from, int to, CallOutcome outcome) {
            return base(i, extension)
                    .linkedId("1772442900." + i)
                    .callId("1772442900." + i + extension)
                    .caller(caller(i))
                    .called(PhoneNumber.of("600"))
                    .extension(extension)
                    .startedAt(start(i).plusSeconds(from))
                    .endedAt(start(i).plusSeconds(to))
                    .duration(Duration.ofSeconds(to - from))
                    .outcome(outcome)
                    .build();
        }

        @Override
        void check(CallRecord story) {
            super.check(story);
            assertThat(story.legs()).hasSize(5);
            assertThat(story.extension()).contains("105");
        }
    },
    /** The attempts within the one push at the end, which comes again with another count. */
    BINOTEL {
        @Override
        List<CallRecord> call(int i) {
            return List.of(end(i, 1), end(i, 2), end(i, 3));
        }

        private CallRecord end(int i, int attempt) {
            return base(i, "attempt " + attempt)
                    .startedAt(start(i))
                    .direction(CallDirection.OUTBOUND)
                    .called(caller(i))
                    .talkTime(talk(i))
                    .outcome(CallOutcome.ANSWERED)
                    .toldPhase(CallPhase.ENDED)
                    .addLegs(CallLeg.builder()
                            .extension("801")
                            .outcome(CallOutcome.MISSED)
                            .build())
                    .addLegs(CallLeg.builder()
                            .extension("901")
                            .outcome(CallOutcome.ANSWERED)
                            .build())
                    .build();
        }
    },
    /** A last message that says less, and wrongly. */
    VUXA {
        @Override
        List<CallRecord> call(int i) {
            return List.of(
                    base(i, "Dial")
                            .toldPhase(CallPhase.STARTED)
                            .direction(CallDirection.OUTBOUND)
                            .called(caller(i))
                            .extension("101")
                            .build(),
                    base(i, "Bridge")
                            .toldPhase(CallPhase.ANSWERED)
                            .direction(CallDirection.OUTBOUND)
                            .called(caller(i))
                            .extension("101")
                            .build(),
                    base(i, "Hangup")
                            .toldPhase(CallPhase.ENDED)
                            .direction(CallDirection.INBOUND)
                            .called(caller(i))
                            .build());
        }

        @Override
        void check(CallRecord story) {
            super.check(story);
            assertThat(story.direction()).isEqualTo(CallDirection.OUTBOUND);
            assertThat(story.extension()).contains("101");
        }
    };

    static final PhoneNumber OFFICE = PhoneNumber.of("+3615550100");

    abstract List<CallRecord> call(int i);

    /** Checks the story of a call; of most it is that somebody answered and it is over. */
    void check(CallRecord story) {
        assertThat(story.outcome()).as(name()).isEqualTo(CallOutcome.ANSWERED);
        assertThat(story.phase()).as(name()).isEqualTo(CallPhase.ENDED);
    }

    static CallRecord.Builder base(int i, String event) {
        return CallRecord.builder().callId("call-" + i).raw(Json.of(Map.of("event", event, event, i)));
    }

    static Instant start(int i) {
        return Instant.parse("2026-03-02T09:15:00Z").plusSeconds(600L * i);
    }

    static PhoneNumber caller(int i) {
        return PhoneNumber.of("+3630111" + (1_000 + i % 9_000));
    }

    static Duration talk(int i) {
        return Duration.ofSeconds(60 + i % 600);
    }

    static RecordingRef recording(int i) {
        return RecordingRef.builder().id("rec-" + i).build();
    }
}
