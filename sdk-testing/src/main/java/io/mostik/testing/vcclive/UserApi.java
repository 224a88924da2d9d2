package io.mostik.testing.vcclive;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Routes;
import io.mostik.testing.SimulatedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Users, and who is logged in. */
final class UserApi {

    private static final int SHORTEST_PASSWORD = 8;
    private static final int SHORTEST_NAME = 2;

    private final VccAccount account;
    private final SimulatedClock clock;
    private final Map<Long, Presence> online = new LinkedHashMap<>();
    private volatile BiConsumer<VccUser, String> added = (user, password) -> {};

    UserApi(VccAccount account, SimulatedClock clock) {
        this.account = account;
        this.clock = clock;
    }

    void addTo(Routes routes) {
        routes.on("GET", VccApi.BASE + "/users", (request, path) -> list())
                .on("PUT", VccApi.BASE + "/users", this::add)
                .on("GET", VccApi.BASE + "/onlineusers", (request, path) -> online(Optional.empty()))
                .on(
                        "GET",
                        VccApi.BASE + "/onlineusers/{projectid}",
                        (request, path) -> online(VccApi.id(path, "projectid")));
    }

    /** Tells of each user that is added through the API, with the password. */
    void onAdded(BiConsumer<VccUser, String> listener) {
        added = listener;
    }

    void online(long userId, String state, long projectId) {
        online.put(userId, new Presence(state, projectId, clock.now()));
    }

    void offline(long userId) {
        online.remove(userId);
    }

    private Answer list() {
        return VccEnvelope.ok(account.users().stream().map(VccUser::describe).toList());
    }

    private Answer add(RecordedRequest request, Map<String, String> path) {
        JsonNode sent = request.json();
        for (String name : List.of("name", "username", "password", "is_agent", "role_id")) {
            if (!sent.hasNonNull(name)) {
                throw VccRefusal.missing(name);
            }
        }
        String username = sent.path("username").asText();
        if (sent.path("name").asText().length() < SHORTEST_NAME || username.length() < SHORTEST_NAME) {
            throw VccRefusal.of("error.name_must_be_between", "name");
        }
        checkPassword(sent.path("password").asText());
        if (!VccUser.ROLES.containsKey(sent.path("role_id").asLong())) {
            throw VccRefusal.of("error.non_exist", "role_id");
        }
        if (account.users().stream().anyMatch(user -> user.username().equals(username))) {
            throw VccRefusal.bad("username");
        }
        VccUser user = new VccUser(
                account.ids().next(),
                username,
                sent.path("name").asText(),
                sent.path("email").asText(""),
                sent.path("contact_phone").asText(""),
                sent.path("is_agent").asBoolean(),
                sent.path("role_id").asLong());
        account.add(user);
        added.accept(user, sent.path("password").asText());
        return VccEnvelope.ok(user.id());
    }

    private static void checkPassword(String password) {
        if (password.length() < SHORTEST_PASSWORD) {
            throw VccRefusal.of("error.password_policy_min_chars_error", "password");
        }
        if (password.chars().noneMatch(Character::isDigit)) {
            throw VccRefusal.of("error.password_policy_min_number_chars_error", "password");
        }
        if (password.chars().allMatch(Character::isLetterOrDigit)) {
            throw VccRefusal.of("error.password_policy_min_special_chars_error", "password");
        }
    }

    private Answer online(Optional<Long> projectId) {
        return VccEnvelope.ok(online.entrySet().stream()
                .filter(entry -> projectId.isEmpty()
                        || projectId.get() == entry.getValue().projectId())
                .map(entry -> describe(account.user(entry.getKey()).orElseThrow(), entry.getValue()))
                .toList());
    }

    private Map<String, Object> describe(VccUser user, Presence presence) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("userId", user.id());
        described.put("username", user.username());
        described.put("state", presence.state());
        described.put(
                "stateDuration", Duration.between(presence.since(), clock.now()).toSeconds());
        described.put("stateChangedAt", VccTime.iso(presence.since()));
        described.put("softLimitReached", false);
        described.put("hardLimitReached", false);
        return described;
    }

    private record Presence(String state, long projectId, Instant since) {}
}
