package io.mostik.pbx.vcclive.users;

import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.JsonType;
import io.mostik.pbx.vcclive.internal.VccId;
import io.mostik.pbx.vcclive.internal.VccList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Users. Obtained from {@code VccLive.users()}. Thread-safe.
 *
 * @see <a href="https://vcc.live/developers/database-api/users/add-new-user">the vendor's reference</a>
 */
public final class UsersApi {

    private static final JsonType<VccList<OnlineUser>> ONLINE_USERS =
            JsonType.envelope(VccList.class, OnlineUser.class);
    private static final Endpoint<VccList<User>> LIST =
            Endpoint.read("users.list", "GET", "/users", JsonType.envelope(VccList.class, User.class));
    // Twice is two users, or an error that hides that the first one was made.
    private static final Endpoint<VccId> ADD = Endpoint.once("users.add", "PUT", "/users", VccId.class);
    private static final Endpoint<VccList<OnlineUser>> ONLINE =
            Endpoint.read("users.online", "GET", "/onlineusers", ONLINE_USERS);
    private static final Endpoint<VccList<OnlineUser>> ONLINE_IN_PROJECT =
            Endpoint.read("users.onlineInProject", "GET", "/onlineusers/{projectId}", ONLINE_USERS);

    private final ApiClient api;

    UsersApi(ApiClient api) {
        this.api = Objects.requireNonNull(api, "api");
    }

    /**
     * Returns all users, active or not.
     *
     * @see <a href="https://vcc.live/?p=35274">the vendor's page</a>
     */
    public List<User> list() {
        return api.call(LIST).send().response();
    }

    /**
     * Adds a user. Never done twice: after a failure with {@code UNKNOWN}, look for the login name in {@link #list()}.
     *
     * @return the id of the user
     * @see <a href="https://vcc.live/developers/database-api/users/add-new-user">the vendor's page</a>
     */
    public long add(NewUser user) {
        return api.call(ADD).json(body(user)).hiding(user.password()).send().id();
    }

    /**
     * Returns who is logged in, and what they are doing.
     *
     * @see <a href="https://vcc.live/developers/database-api/users/user-status">the vendor's page</a>
     */
    public List<OnlineUser> online() {
        return api.call(ONLINE).send().response();
    }

    /**
     * Returns who is logged in with this as the primary project.
     *
     * @see <a href="https://vcc.live/developers/database-api/users/user-status">the vendor's page</a>
     */
    public List<OnlineUser> online(long projectId) {
        return api.call(ONLINE_IN_PROJECT).path("projectId", projectId).send().response();
    }

    private static Map<String, Object> body(NewUser user) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", user.name());
        body.put("username", user.username());
        body.put("password", user.password().reveal());
        body.put("is_agent", user.isAgent());
        body.put("role_id", user.roleId());
        user.email().ifPresent(email -> body.put("email", email));
        user.contactPhone().ifPresent(phone -> body.put("contact_phone", phone));
        return body;
    }
}
