package io.mostik.bridge.gateway;

import io.mostik.bridge.Base;
import io.mostik.bridge.Person;
import io.mostik.bridge.messages.Messages;
import io.mostik.bridge.text.Sha256;
import io.mostik.core.Secret;
import io.mostik.core.webhook.WebhookRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out by the key who asks. The key is looked up by its digest, so that the time says nothing about keys that are
 * nearly right.
 */
final class Keys {

    private static final String SCHEME = "Bearer ";
    private static final int LONGEST = 1_000;

    private final Map<String, Base> bases = new HashMap<>();
    private final Map<String, Person> people = new HashMap<>();
    private final Base first;

    Keys(List<Base> bases, List<Person> people) {
        this.first = bases.get(0);
        bases.forEach(base -> base.keys().forEach(key -> put(this.bases, key, base)));
        people.forEach(person -> put(this.people, person.key(), person));
    }

    private <T> void put(Map<String, T> holders, Secret key, T holder) {
        String digest = Sha256.hex(key.reveal());
        if (bases.containsKey(digest) || people.containsKey(digest)) {
            throw new IllegalArgumentException("two bases or people have the same key");
        }
        holders.put(digest, holder);
    }

    /** Returns who asks; empty if the key is missing or wrong. */
    Optional<Caller> find(WebhookRequest head) {
        Optional<String> digest = head.header("Authorization")
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> value.substring(SCHEME.length()).strip())
                .filter(key -> key.length() <= LONGEST)
                .map(Sha256::hex);
        Optional<Caller> base = digest.map(bases::get).map(Caller::of);
        return base.or(() -> digest.map(people::get).map(person -> Caller.of(person, language(head), first.zone())));
    }

    /** Returns the language for somebody who is not a base: the header's, else that of the first base. */
    String language(WebhookRequest head) {
        String wanted = head.header("Accept-Language").orElse("").toLowerCase(Locale.ROOT);
        String start = wanted.length() < 2 ? wanted : wanted.substring(0, 2);
        return Messages.LANGUAGES.contains(start) ? start : first.language();
    }
}
