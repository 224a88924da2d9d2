package io.mostik.pbx.webhooks;

import io.mostik.core.WebhookException;
import io.mostik.core.json.Json;
import io.mostik.pbx.CallRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one push tells about calls: usually one, with some PBXs several. One element that cannot be read does not hold up
 * the others. Prints how many there are.
 *
 * @param calls the calls that could be read, in the order received
 * @param unreadable the elements that name no call, as they came; a push of nothing else is refused as unreadable
 */
public record CallData(List<CallRecord> calls, List<Json> unreadable) {

    /** Keeps unmodifiable copies. */
    public CallData {
        calls = List.copyOf(calls);
        unreadable = List.copyOf(unreadable);
    }

    /** Returns what rows tell that were not pushed, such as those of a list of calls. */
    public static CallData of(WebhookProfile profile, List<Json> rows) {
        List<CallRecord> calls = new ArrayList<>();
        List<Json> unreadable = new ArrayList<>();
        for (Json row : rows) {
            try {
                CallReader reader = new CallReader(profile, profile.callData(), row, Optional.empty());
                if (!reader.isIgnored()) {
                    calls.add(new RecordingIntake(Optional.empty())
                            .claim(reader, reader.record().build()));
                }
            } catch (WebhookException e) {
                unreadable.add(row);
            }
        }
        return new CallData(calls, unreadable);
    }

    String raw() {
        return Stream.concat(calls.stream().map(CallRecord::raw), unreadable.stream())
                .map(json -> String.valueOf(json.value()))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return "CallData[" + calls.size() + " calls, " + unreadable.size() + " unreadable]";
    }
}
