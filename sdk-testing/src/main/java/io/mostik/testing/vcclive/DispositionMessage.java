package io.mostik.testing.vcclive;

import io.mostik.testing.internal.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The body of the call-disposition webhook. */
final class DispositionMessage {

    private DispositionMessage() {}

    static Map<String, Object> of(VccAccount account, VccCall call) {
        VccProject project = account.projects.get(call.projectId());
        VccRecord record = project.records.get(call.numberId());
        VccUser user = account.users.get(call.userId());
        VccDisposition disposition = project.dispositions.get(call.dispositionId());
        return new JsonObject()
                .with("uuid", call.uuid())
                .with("projectid", call.projectId())
                .with("projectName", project.name())
                .with("numberid", call.numberId())
                .with("phone_id", 1)
                .with("userid", call.userId())
                .with("username", user.username())
                .with("agentName", user.name())
                .with("teamids", List.of())
                .with("direction", "out")
                .with("source", call.source())
                .with("destination", call.destination())
                .with("disposition", disposition.describeInWebhook())
                .with("agent_description", call.description())
                .with("closed", disposition.reach() == 3 ? 1 : 0)
                .with("create_time", VccTime.local(call.endedAt()))
                .with("timestamp", VccTime.iso(call.endedAt()))
                .with("first_outbound_call_attempt", VccTime.local(call.startedAt()))
                .with("sum_attempted_calls", record.events.size())
                .with("call_start_time", VccTime.local(call.startedAt()))
                .with("client_data", clientData(project, record));
    }

    private static Map<String, Object> clientData(VccProject project, VccRecord record) {
        Map<String, Object> data = new LinkedHashMap<>();
        record.data.forEach((name, value) -> data.put(name, project.words(name, value)));
        data.put("contacts", VccRecord.orEmptyArray(record.contacts));
        return data;
    }
}
