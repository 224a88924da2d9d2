package io.mostik.testing.tbank;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.RecordedRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the parts of a request as the bank's pages describe them; what does not fit is a 400. */
final class Contract {

    static final BigDecimal LIMIT_END = new BigDecimal("1000000000000");

    private static final String ACCOUNT = "^(\\d{20}|\\d{22})$";
    private static final String UUID_TEXT =
            "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";
    private static final List<LimitPeriod> SETTABLE =
            List.of(LimitPeriod.DAY, LimitPeriod.MONTH, LimitPeriod.IRREGULAR);

    private Contract() {}

    /** Returns the body, which has to be an object declared as JSON. */
    static JsonNode body(RecordedRequest request) {
        String type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.startsWith("application/json")) {
            throw Refusals.invalid("Content-Type", "expected application/json");
        }
        JsonNode body = request.json();
        if (!body.isObject()) {
            throw Refusals.invalid("body", "expected a JSON object");
        }
        return body;
    }

    static long ucid(String text) {
        if (!text.matches("[1-9]\\d{0,18}") || new BigDecimal(text).compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw Refusals.invalid("ucid", "expected an int64 of at least 1");
        }
        return Long.parseLong(text);
    }

    static long ucid(JsonNode node) {
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 1) {
            throw Refusals.invalid("ucid", "expected an int64 of at least 1");
        }
        return node.longValue();
    }

    static Optional<String> accountNumber(RecordedRequest request) {
        Optional<String> number = request.query("accountNumber");
        number.ifPresent(value -> {
            if (!value.matches(ACCOUNT)) {
                throw Refusals.invalid(
                        "accountNumber", "expected value to match '" + ACCOUNT + "', but was '" + value + "'");
            }
        });
        return number;
    }

    static String accountNumber(String number) {
        return matching("accountNumber", number, ACCOUNT);
    }

    /** Returns a value that has to match a pattern. */
    static String matching(String name, String value, String pattern) {
        if (!value.matches(pattern)) {
            throw Refusals.invalid(name, "expected value to match '" + pattern + "'");
        }
        return value;
    }

    /** Returns a query parameter that has to be there and to match a pattern. */
    static String matching(RecordedRequest request, String name, String pattern) {
        return matching(name, request.query(name).orElse(""), pattern);
    }

    static String uuid(String name, String value) {
        return matching(name, value, UUID_TEXT);
    }

    static void filled(String name, String value) {
        if (value.isBlank()) {
            throw Refusals.invalid(name, "expected a value");
        }
    }

    /** Returns a query parameter that is one of these words, if it is there. */
    static Optional<String> choice(RecordedRequest request, String name, String... words) {
        Optional<String> value = request.query(name);
        if (value.isPresent() && !List.of(words).contains(value.get())) {
            throw Refusals.invalid(name, "expected one of " + List.of(words));
        }
        return value;
    }

    /** Returns a query parameter that has to be a time in UTC. */
    static Instant instant(RecordedRequest request, String name) {
        return optionalInstant(request, name).orElseThrow(() -> Refusals.invalid(name, "expected a date-time"));
    }

    static Optional<Instant> optionalInstant(RecordedRequest request, String name) {
        try {
            return request.query(name).map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw Refusals.invalid(name, "expected a date-time in UTC");
        }
    }

    /** Returns a query parameter that counts: an int32 from zero to this maximum. */
    static int count(RecordedRequest request, String name, int byDefault, int maximum) {
        String text = request.query(name).orElse(Integer.toString(byDefault));
        if (!text.matches("\\d{1,10}") || Long.parseLong(text) > maximum) {
            throw Refusals.invalid(name, "expected an integer from 0 to " + maximum);
        }
        return Integer.parseInt(text);
    }

    /** Returns a limit; the batch takes whole units alone. */
    static NewLimit limit(JsonNode limit, boolean whole) {
        return new NewLimit(value(limit.path("limitValue"), whole), period(limit.path("limitPeriod")));
    }

    private static BigDecimal value(JsonNode node, boolean whole) {
        if (!(whole ? node.isIntegralNumber() : node.isNumber())) {
            throw Refusals.invalid("limitValue", whole ? "expected an integer" : "expected a number");
        }
        BigDecimal value = node.decimalValue();
        if (value.signum() < 0 || value.compareTo(LIMIT_END) >= 0) {
            throw Refusals.invalid("limitValue", "expected at least 0 and less than " + LIMIT_END);
        }
        if (value.stripTrailingZeros().scale() > 2) {
            throw Refusals.invalid("limitValue", "expected at most two decimals");
        }
        return value;
    }

    private static LimitPeriod period(JsonNode node) {
        return SETTABLE.stream()
                .filter(period -> node.isTextual() && period.name().equals(node.textValue()))
                .findFirst()
                .orElseThrow(() -> Refusals.invalid("limitPeriod", "expected one of " + SETTABLE));
    }
}
