package io.mostik.bridge.gateway;

import io.mostik.bridge.action.FieldException;
import io.mostik.bridge.action.FlatFields;
import io.mostik.core.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One request on its route.
 *
 * @param caller who asks
 * @param request the request as it came
 * @param place what stands in the variable part of the address; empty text if there is none
 */
record Asked(Caller caller, WebhookRequest request, String place) {

    private static final String FORM = "application/x-www-form-urlencoded";

    /** Returns the fields of the body. */
    Map<String, String> body() {
        String text = RequestText.decode(
                request.contentType(),
                request.body(),
                caller.base().map(base -> base.charset()).orElse(StandardCharsets.UTF_8));
        if (isForm() && !text.stripLeading().startsWith("{")) {
            throw Refusal.of(415, "body_is_form");
        }
        return FlatFields.read(text);
    }

    /** Returns the fields of a body that may be left out. */
    Map<String, String> bodyIfAny() {
        return request.body().length == 0 ? Map.of() : body();
    }

    /** Programs that send JSON under the usual type of forms are understood: curl and PHP do so unless told otherwise. */
    private boolean isForm() {
        return request.contentType().strip().toLowerCase(Locale.ROOT).startsWith(FORM);
    }

    /** Returns the parameters of the address, each of which may be there once. */
    Map<String, String> query(Set<String> known) {
        Map<String, String> query = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> parameter : request.query().entrySet()) {
            String name = parameter.getKey();
            if (!known.contains(name)) {
                throw Refusal.of(400, "parameter_unknown")
                        .with(
                                "choices",
                                String.join(", ", known.stream().sorted().toList()));
            }
            if (parameter.getValue().size() > 1) {
                throw Refusal.of(new FieldException(name, "field_twice"));
            }
            query.put(name, parameter.getValue().get(0));
        }
        return query;
    }

    /** Returns a whole number from 0 up. */
    static long number(Map<String, String> given, String name, long usual) {
        String text = Optional.ofNullable(given.get(name)).map(String::strip).orElse("");
        if (text.isEmpty()) {
            return usual;
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw Refusal.of(new FieldException(name, "field_number"));
        }
        return Long.parseLong(text);
    }

    /** Returns how long an answer may be waited for. */
    static Duration patience(Map<String, String> given, long usual) {
        return Duration.ofSeconds(Math.min(number(given, "wait", usual), LongPolls.LONGEST.toSeconds()));
    }
}
