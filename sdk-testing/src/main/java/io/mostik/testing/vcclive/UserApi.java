package io.mostik.testing.vcclive;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.internal.Endpoints;
import io.mostik.testing.internal.JsonObject;
import io.mostik.testing.internal.RequestReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Users, and who is logged in. */
record UserApi(VccAccount account, SimulatedClock clock) {

    private static final int SHORTEST_PASSWORD = 8;
    private static final int SHORTEST_NAME = 2;

    void addTo(Endpoints<RequestReader> endpoints) {
        endpoints
                .get(VccApi.BASE + "/users", this::list)
                .put(VccApi.BASE + "/users", this::add)
                .get(VccApi.BASE + "/onlineusers", this::online)
                .get(VccApi.BASE + "/onlineusers/{projectid}", this::online);
    }

    private Answer list(RequestReader ask) {
        return VccEnvelope.ok(account.users.stream().map(VccUser::describe).toList());
    }

    private Answer add(RequestReader ask) {
        JsonNode sent = ask.request().json();
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
        if (account.users.stream().anyMatch(user -> user.username().equals(username))) {
            throw VccRefusal.bad("username");
        }
        VccUser user = new VccUser(
                account.ids.next(),
                username,
                sent.path("name").asText(),
                sent.path("email").asText(""),
                sent.path("contact_phone").asText(""),
                sent.path("is_agent").asBoolean(),
                sent.path("role_id").asLong());
        account.users.add(user);
        account.userAdded.accept(user, sent.path("password").asText());
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

    private Answer online(RequestReader ask) {
        Optional<Long> projectId = VccApi.number(Optional.of(ask.path("projectid")));
        return VccEnvelope.ok(account.online.entrySet().stream()
                .filter(entry -> projectId.isEmpty()
                        || projectId.get() == entry.getValue().projectId())
                .map(entry -> describe(account.users.get(entry.getKey()), entry.getValue()))
                .toList());
    }

    private Map<String, Object> describe(VccUser user, Presence presence) {
        return new JsonObject()
                .with("userId", user.id())
                .with("username", user.username())
                .with("state", presence.state())
                .with(
                        "stateDuration",
                        Duration.between(presence.since(), clock.now()).toSeconds())
                .with("stateChangedAt", VccTime.iso(presence.since()))
                .with("softLimitReached", false)
                .with("hardLimitReached", false);
    }

    /** How somebody is logged in. */
    record Presence(String state, long projectId, Instant since) {}
}
