package io.mostik.pbx.vcclive.webhooks;

import io.mostik.core.json.JsonCodec;
import java.util.Optional;
import java.util.TreeMap;

/** What an event says about a user, for a digest; the password is left out. */
final class UserContent {

    private static final JsonCodec JSON = JsonCodec.camelCase();

    private UserContent() {}

    static String of(EventUser user) {
        EventUser shown =
                EventUser.builder().from(user).password(Optional.empty()).build();
        return new TreeMap<>(JSON.fields(shown)).toString();
    }
}
