package io.mostik.testing.program;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The parameters that an action is called with; what does not fit is refused by its name. */
final class Arguments {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private final JsonNode given;

    private Arguments(JsonNode given) {
        this.given = given;
    }

    /** Reads what was given for an action, over its defaults. */
    static Arguments of(Action action, JsonNode given) {
        if (!given.isObject() && !given.isMissingNode()) {
            throw Refused.invalid("The parameters of " + action.name() + " are a JSON object");
        }
        given.fieldNames().forEachRemaining(name -> {
            if (!action.defaults().containsKey(name)) {
                throw Refused.invalid("Action " + action.name() + " has no parameter " + name + ", but "
                        + action.defaults().keySet());
            }
        });
        Map<String, Object> all = new LinkedHashMap<>(action.defaults());
        given.properties().forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return new Arguments(SimJson.tree(all));
    }

    String text(String name) {
        JsonNode value = given.path(name);
        if (!value.isValueNode() || value.isNull()) {
            throw Refused.invalid("Parameter " + name + " is a text");
        }
        return value.asText();
    }

    long number(String name) {
        String text = text(name);
        if (!text.matches("-?\\d{1,18}")) {
            throw Refused.invalid("Parameter " + name + " is a whole number, not " + text);
        }
        return Long.parseLong(text);
    }

    int small(String name) {
        long number = number(name);
        if (number < 0 || number > 100_000) {
            throw Refused.invalid("Parameter " + name + " is from 0 to 100000, not " + number);
        }
        return (int) number;
    }

    BigDecimal decimal(String name) {
        try {
            return new BigDecimal(text(name));
        } catch (NumberFormatException e) {
            throw Refused.invalid("Parameter " + name + " is a number such as 379.50, not " + text(name));
        }
    }

    boolean flag(String name) {
        String text = text(name);
        if (!text.equals("true") && !text.equals("false")) {
            throw Refused.invalid("Parameter " + name + " is true or false, not " + text);
        }
        return text.equals("true");
    }

    Duration duration(String name) {
        try {
            return Duration.parse(text(name));
        } catch (DateTimeParseException e) {
            throw Refused.invalid("Parameter " + name + " is a duration such as PT90S, not " + text(name));
        }
    }

    <E extends Enum<E>> E word(String name, Class<E> type) {
        String text = text(name).toUpperCase(Locale.ROOT);
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(text)) {
                return each;
            }
        }
        throw Refused.invalid("Parameter " + name + " is one of " + java.util.Arrays.toString(type.getEnumConstants())
                + ", not " + text(name));
    }

    /** Returns values by name, each a text. */
    Map<String, String> fields(String name) {
        Map<String, String> fields = new LinkedHashMap<>();
        given.path(name)
                .properties()
                .forEach(entry -> fields.put(entry.getKey(), entry.getValue().asText()));
        return fields;
    }

    /** Returns a list of texts. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        given.path(name).forEach(each -> texts.add(each.asText()));
        return texts;
    }

    JsonNode node(String name) {
        return given.path(name);
    }

    /** Returns an address on this machine: nothing is ever sent elsewhere, and no name is looked up. */
    URI loopback(String name) {
        String text = text(name);
        try {
            URI uri = URI.create(text.replace("${iv}", "iv"));
            String host = Optional.ofNullable(uri.getHost()).orElse("");
            if ("http".equals(uri.getScheme()) && LOOPBACK.matcher(host).matches()) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new Refused(422, "Parameter " + name + " is no address: " + text);
        }
        throw Refused.invalid("Parameter " + name + " is an http address of this machine, such as"
                + " http://127.0.0.1:9000/hook, not " + text);
    }
}
