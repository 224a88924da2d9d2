package io.mostik.testing.vcclive;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.LinkedHashMap;
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
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("userid", id);
        user.put("username", username);
        user.put("name", name);
        user.put("status", "active");
        user.put("extension", Long.toString(100 + id));
        user.put("is_agent", agent);
        user.put("hourly", 0);
        user.put("groupid", roleId);
        user.put("group_name", ROLES.getOrDefault(roleId, ""));
        user.put("teams_name", "");
        user.put("projectIds", List.of());
        return user;
    }

    Map<String, Object> describeInWebhook() {
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("userid", id);
        user.put("username", username);
        user.put("name", name);
        user.put("email", email);
        user.put("contactPhone", phone);
        user.put("mobilePhone", NullNode.getInstance());
        user.put("mobileProjectId", NullNode.getInstance());
        user.put("extension", Long.toString(100 + id));
        user.put("isAgent", agent);
        user.put("privGroup", roleId);
        user.put("state", "active");
        user.put("hourly", 0);
        user.put("monthly", "0");
        user.put("messageLists", List.of());
        user.put("redistribution", 1);
        user.put("registerTransport", "global");
        return user;
    }
}
