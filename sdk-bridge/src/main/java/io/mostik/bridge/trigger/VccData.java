package io.mostik.bridge.trigger;

import io.mostik.bridge.store.StoredJson;
import io.mostik.bridge.trigger.Told.Data;
import io.mostik.pbx.vcclive.webhooks.CallDisposition;
import io.mostik.pbx.vcclive.webhooks.EventDisposition;
import io.mostik.pbx.vcclive.webhooks.EventTime;
import io.mostik.pbx.vcclive.webhooks.EventUser;
import io.mostik.pbx.vcclive.webhooks.UserEvent;
import java.util.Optional;
import java.util.OptionalLong;

/** What VCC Live tells, as data for links. Never a password. */
final class VccData {

    private VccData() {}

    static Told of(CallDisposition event) {
        Optional<EventTime> time = event.timestamp().or(event::createTime);
        OptionalLong disposition =
                event.disposition().map(EventDisposition::dispositionId).orElse(OptionalLong.empty());
        Data data = new Data()
                .put("uuid", event.uuid())
                .put("numberid", event.numberId())
                .put("projectid", event.projectId())
                .put("userid", event.userId())
                .put("destination", event.destination())
                .put("dispositionid", disposition)
                .put("disposition", event.disposition().flatMap(EventDisposition::name))
                .put(
                        "assessment",
                        event.disposition()
                                .flatMap(EventDisposition::assessment)
                                .map(assessment -> assessment.value()))
                .put("description", event.agentDescription())
                .put("closed", event.closed())
                .put("at", time.map(EventTime::value))
                .put("data", StoredJson.plain(event.clientData()));
        return Told.of(Triggers.VCC_DISPOSITION, event.timestamp().flatMap(EventTime::instant), data);
    }

    static Told of(UserEvent event) {
        Data data = user(event.current())
                .put("at", event.timestamp().map(EventTime::value))
                .put(
                        "before",
                        event.previous().map(before -> user(before).json()).orElse(StoredJson.plain("")));
        String trigger = event.isCreated() ? Triggers.VCC_USER_CREATED : Triggers.VCC_USER_CHANGED;
        return Told.of(trigger, event.timestamp().flatMap(EventTime::instant), data);
    }

    private static Data user(EventUser user) {
        return new Data()
                .put("userid", user.userId())
                .put("username", user.username())
                .put("name", user.name())
                .put("email", user.email())
                .put("phone", user.contactPhone().or(user::mobilePhone))
                .put("state", user.state());
    }
}
