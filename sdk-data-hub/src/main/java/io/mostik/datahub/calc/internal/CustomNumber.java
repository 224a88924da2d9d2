package io.mostik.datahub.calc.internal;

import io.mostik.core.json.Json;
import io.mostik.datahub.connector.HubOrder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the account's own fields in an expression, {@code custom.<key>}.
 *
 * @param key of the field
 */
record CustomNumber(String key) {

    private static final Pattern NAME = Pattern.compile("custom\\.(\\w{1,100})");

    static Optional<CustomNumber> find(String field) {
        Matcher name = NAME.matcher(field);
        return name.matches() ? Optional.of(new CustomNumber(name.group(1))) : Optional.empty();
    }

    Json in(HubOrder order) {
        return order.ownFields().getOrDefault(key, Json.of(null));
    }
}
