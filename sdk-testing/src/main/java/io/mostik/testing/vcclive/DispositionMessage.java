package io.mostik.testing.vcclive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The body of the call-disposition webhook. */
final class DispositionMessage {

    private DispositionMessage() {}

    static Map<String, Object> of(VccAccount account, VccCall call) {
        VccProject project = account.project(call.projectId()).orElseThrow();
        VccRecord record = project.record(call.numberId()).orElseThrow();
        VccUser user = account.user(call.userId()).orElseThrow();
        VccDisposition disposition = project.disposition(call.dispositionId()).orElseThrow();
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("uuid", call.uuid());
        message.put("projectid", call.projectId());
        message.put("projectName", project.name());
        message.put("numberid", call.numberId());
        message.put("phone_id", 1);
        message.put("userid", call.userId());
        message.put("username", user.username());
        message.put("agentName", user.name());
        message.put("teamids", List.of());
        message.put("direction", "out");
        message.put("source", call.source());
        message.put("destination", call.destination());
        message.put("disposition", disposition.describeInWebhook());
        message.put("agent_description", call.description());
        message.put("closed", disposition.reach() == 3 ? 1 : 0);
        message.put("create_time", VccTime.local(call.endedAt()));
        message.put("timestamp", VccTime.iso(call.endedAt()));
        message.put("first_outbound_call_attempt", VccTime.local(call.startedAt()));
        message.put("sum_attempted_calls", record.events().size());
        message.put("call_start_time", VccTime.local(call.startedAt()));
        message.put("client_data", clientData(project, record));
        return message;
    }

    private static Map<String, Object> clientData(VccProject project, VccRecord record) {
        Map<String, Object> data = new LinkedHashMap<>();
        record.data().forEach((name, value) -> data.put(name, project.words(name, value)));
        data.put("contacts", VccRecord.orEmptyArray(record.contacts()));
        return data;
    }
}
