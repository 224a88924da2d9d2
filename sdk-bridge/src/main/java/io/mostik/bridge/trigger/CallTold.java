package io.mostik.bridge.trigger;

import io.mostik.bridge.trigger.Told.Data;
import io.mostik.pbx.CallDirection;
import io.mostik.pbx.CallOutcome;
import io.mostik.pbx.CallPhase;
import io.mostik.pbx.CallRecord;
import io.mostik.pbx.PhoneNumber;
import io.mostik.pbx.webhooks.CallData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a PBX tells of calls, as data for links: the calls that have ended. A call has one end, so its key is the call's own,
 * where the PBX tells an id or a time; a second push of the same end is the same event.
 */
final class CallTold {

    private CallTold() {}

    static List<Told> of(CallData push) {
        List<Told> ended = new ArrayList<>();
        for (CallRecord call : push.calls()) {
            if (call.phase() == CallPhase.ENDED) {
                Told told = Told.of(Triggers.VIPEX_CALL_ENDED, call.endedAt().or(call::startedAt), data(call));
                ended.add(call.isDistinct() ? told.withId("call/" + call.key()) : told);
            }
        }
        return ended;
    }

    private static Data data(CallRecord call) {
        boolean isMissed = call.direction() == CallDirection.INBOUND
                && call.outcome() != CallOutcome.ANSWERED
                && call.outcome() != CallOutcome.UNKNOWN;
        return new Data()
                .put("call", call.linkedId().or(call::callId))
                .put("direction", word(call.direction()))
                .put("outcome", word(call.outcome()))
                .put("missed", isMissed)
                .put("caller", call.caller().map(CallTold::number))
                .put("caller_kind", call.caller().map(caller -> word(caller.kind())))
                .put("called", call.called().map(CallTold::number))
                .put("remote", call.remote().map(CallTold::number))
                .put("extension", call.extension())
                .put("queue", call.queue())
                .put("started", call.startedAt())
                .put("answered", call.answeredAt())
                .put("ended", call.endedAt())
                .put("seconds", call.duration().map(Duration::toSeconds))
                .put("raw", call.raw());
    }

    private static String number(PhoneNumber party) {
        Optional<String> e164 = party.e164();
        return e164.orElse(party.original());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
