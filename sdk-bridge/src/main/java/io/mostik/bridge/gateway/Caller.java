package io.mostik.bridge.gateway;

import io.mostik.bridge.Base;
import io.mostik.bridge.Person;
import java.time.ZoneId;
import java.util.Optional;

/** Who asks: a base or a person, proven by a key. */
record Caller(Optional<Base> base, Optional<Person> person, String language, ZoneId zone) {

    static Caller of(Base base) {
        return new Caller(Optional.of(base), Optional.empty(), base.language(), base.zone());
    }

    static Caller of(Person person, String language, ZoneId zone) {
        return new Caller(Optional.empty(), Optional.of(person), language, zone);
    }

    /** Returns the base; people promise nothing in a base's name. */
    Base needBase() {
        return base.orElseThrow(() -> Refusal.of(403, "only_bases"));
    }

    Person needPerson() {
        return person.orElseThrow(() -> Refusal.of(403, "only_people"));
    }

    void needRight(String name) {
        if (!needBase().isAllowed(name)) {
            throw Refusal.of(403, "not_allowed").with("name", name);
        }
    }
}
