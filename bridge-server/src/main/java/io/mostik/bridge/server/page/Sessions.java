package io.mostik.bridge.server.page;

import io.mostik.bridge.Person;
import io.mostik.core.Secret;
import io.mostik.core.TimeSource;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is in. A session ends after eight hours, or with the program. Thread-safe. */
final class Sessions {

    private static final Duration LONGEST = Duration.ofHours(8);
    private static final int MOST = 200;
    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final List<Person> people;
    private final TimeSource time;
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    /**
     * One browser that was let in.
     *
     * @param cookie what the browser shows
     * @param token what the page sends with every change
     */
    record Session(Person person, Secret cookie, Secret token, Instant end) {}

    Sessions(List<Person> people, TimeSource time) {
        this.people = List.copyOf(people);
        this.time = time;
    }

    static Secret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Returns whose key this is; every key is compared, so that the time tells nothing. */
    Optional<Person> owner(String key) {
        return people.stream().filter(person -> person.key().matches(key)).reduce((first, second) -> first);
    }

    /** Begins a session; the oldest one ends if there are too many. */
    synchronized Session begin(Person person) {
        Instant now = time.now();
        sessions.values().removeIf(session -> !now.isBefore(session.end()));
        if (sessions.size() >= MOST) {
            sessions.remove(sessions.keySet().iterator().next());
        }
        Session session = new Session(person, random(), random(), now.plus(LONGEST));
        sessions.put(session.cookie().reveal(), session);
        return session;
    }

    synchronized Optional<Session> find(String cookie) {
        return Optional.ofNullable(sessions.get(cookie))
                .filter(session -> time.now().isBefore(session.end()));
    }

    synchronized void end(Session session) {
        sessions.remove(session.cookie().reveal());
    }
}
