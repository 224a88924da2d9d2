package io.mostik.pbx.vcclive.workflow;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.mostik.core.Effect;
import io.mostik.core.json.Json;
import io.mostik.core.once.Before;
import io.mostik.core.once.OnceSteps;
import io.mostik.core.once.ReadBack;
import io.mostik.core.once.Sent;
import io.mostik.pbx.vcclive.VccLive;
import io.mostik.pbx.vcclive.records.NewDisposition;
import java.util.Optional;

/**
 * Sets a disposition. The vendor lists the dispositions of a record but publishes no field that tells one from another, so
 * only their number is compared. It counts where the answer has the list of them; no list is not an empty one, and then
 * nobody can tell whether a lost disposition was set.
 */
final class DispositionSteps implements OnceSteps<DispositionSteps.Entry, Integer, Long> {

    private static final String RECORD = "/projects/{projectId}/records/{numberId}";

    private final VccLive vcc;
    private final long projectId;

    DispositionSteps(VccLive vcc, long projectId) {
        this.vcc = vcc;
        this.projectId = projectId;
    }

    /** What is to be set. Whom it is booked to is a setting of the sync and may change between two tries. */
    @JsonIgnoreProperties("userId")
    record Entry(long numberId, long dispositionId, long userId) {}

    @Override
    public Before<Integer, Long> before(Entry asked) {
        return count(asked).<Before<Integer, Long>>map(Before::state).orElseGet(Before::nothing);
    }

    @Override
    public Sent<Long> send(Entry asked, Optional<Integer> before) {
        vcc.records()
                .addDisposition(
                        projectId,
                        asked.numberId(),
                        NewDisposition.builder()
                                .dispositionId(asked.dispositionId())
                                .userId(asked.userId())
                                .build());
        return Sent.result(asked.numberId());
    }

    @Override
    public ReadBack<Long> readBack(Entry asked, Optional<Integer> before) {
        boolean isAsBefore = before.isPresent() && before.equals(count(asked));
        return isAsBefore ? ReadBack.notApplied() : ReadBack.unknown();
    }

    private Optional<Integer> count(Entry asked) {
        Json events = vcc.raw()
                .call(Effect.READ, "GET", RECORD)
                .path("projectId", projectId)
                .path("numberId", asked.numberId())
                .send()
                .at("response", "events");
        boolean isList = events.isArray() && events.elements().stream().allMatch(Json::isObject);
        return isList ? Optional.of(events.elements().size()) : Optional.empty();
    }
}
