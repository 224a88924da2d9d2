package io.mostik.testing.vcclive;

import com.fasterxml.jackson.databind.node.NullNode;
import io.mostik.testing.internal.JsonObject;
import java.util.List;
import java.util.Map;

/** A user, as lists have it and as webhooks do, which use other names for the same. */
record VccUser(long id, String username, String name, String email, String phone, boolean agent, long roleId) {

    static final Map<Long, String> ROLES = Map.of(1L, "admin", 2L, "supervisor", 4L, "operator");

    static VccUser agent(long id, String username, String name) {
        return new VccUser(id, username, name, "", "", true, 4);
    }

    VccUser named(String newName) {
        return new VccUser(id, username, newName, email, phone, agent, roleId);
    }

    Map<String, Object> describe() {
        return new JsonObject()
                .with("userid", id)
                .with("username", username)
                .with("name", name)
                .with("status", "active")
                .with("extension", Long.toString(100 + id))
                .with("is_agent", agent)
                .with("hourly", 0)
                .with("groupid", roleId)
                .with("group_name", ROLES.getOrDefault(roleId, ""))
                .with("teams_name", "")
                .with("projectIds", List.of());
    }

    Map<String, Object> describeInWebhook() {
        return new JsonObject()
                .with("userid", id)
                .with("username", username)
                .with("name", name)
                .with("email", email)
                .with("contactPhone", phone)
                .with("mobilePhone", NullNode.getInstance())
                .with("mobileProjectId", NullNode.getInstance())
                .with("extension", Long.toString(100 + id))
                .with("isAgent", agent)
                .with("privGroup", roleId)
                .with("state", "active")
                .with("hourly", 0)
                .with("monthly", "0")
                .with("messageLists", List.of())
                .with("redistribution", 1)
                .with("registerTransport", "global");
    }
}
