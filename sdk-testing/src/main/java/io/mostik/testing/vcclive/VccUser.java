package io.mostik.testing.vcclive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An agent. */
record VccUser(long id, String username, String name) {

    Map<String, Object> describe() {
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("userid", id);
        user.put("username", username);
        user.put("name", name);
        user.put("status", "active");
        user.put("extension", Long.toString(100 + id));
        user.put("is_agent", true);
        user.put("hourly", 0);
        user.put("groupid", 4);
        user.put("group_name", "operator");
        user.put("teams_name", "");
        user.put("projectIds", List.of());
        return user;
    }
}
