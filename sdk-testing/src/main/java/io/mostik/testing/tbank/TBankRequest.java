package io.mostik.testing.tbank;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.internal.RequestReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the parts of a request as the bank's pages describe them; what does not fit is a 400. */
final class TBankRequest extends RequestReader {

    private static final BigDecimal LIMIT_END = new BigDecimal("1000000000000");
    private static final String ACCOUNT = "^(\\d{20}|\\d{22})$";
    private static final String UCID = "expected an int64 of at least 1";
    private static final String UUID_TEXT =
            "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";
    private static final List<LimitPeriod> SETTABLE =
            List.of(LimitPeriod.DAY, LimitPeriod.MONTH, LimitPeriod.IRREGULAR);

    TBankRequest(RecordedRequest request, Map<String, String> path) {
        super(request, path, Dialect.BANK);
    }

    /** Returns the body, which has to be an object declared as JSON. */
    @Override
    public JsonNode object() {
        String type = request().header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        require("Content-Type", type.startsWith("application/json"), "expected application/json");
        return super.object();
    }

    /** Returns the card that the path names. */
    long ucid() {
        return ucid(path("ucid"));
    }

    long ucid(String text) {
        boolean number = text.matches("[1-9]\\d{0,18}")
                && new BigDecimal(text).compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
        require("ucid", number, UCID);
        return Long.parseLong(text);
    }

    long ucid(JsonNode node) {
        require("ucid", node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 1, UCID);
        return node.longValue();
    }

    Optional<String> accountNumber() {
        return query(
                "accountNumber",
                value -> value.matches(ACCOUNT),
                "expected value to match '" + ACCOUNT + "', but was '"
                        + query("accountNumber").orElse("") + "'");
    }

    String accountNumber(String number) {
        return matching("accountNumber", number, ACCOUNT);
    }

    /** Returns a value that has to match a pattern. */
    String matching(String name, String value, String pattern) {
        require(name, value.matches(pattern), "expected value to match '" + pattern + "'");
        return value;
    }

    String uuid(String name, String value) {
        return matching(name, value, UUID_TEXT);
    }

    void filled(String name, String value) {
        require(name, !value.isBlank(), "expected a value");
    }

    /** Returns a value that is one of these words. */
    String word(String name, String value, List<String> words) {
        require(name, words.contains(value), "expected one of " + words);
        return value;
    }

    /** Returns a query parameter that is one of these words, if it is there. */
    Optional<String> choice(String name, String... words) {
        return query(name, List.of(words)::contains, "expected one of " + List.of(words));
    }

    /** Returns a query parameter that is true or false. */
    boolean flag(String name) {
        return choice(name, "true", "false").filter("true"::equals).isPresent();
    }

    /** Returns a query parameter that has to be a time in UTC. */
    Instant instant(String name) {
        return optionalInstant(name).orElseThrow(() -> Dialect.BANK.invalid(name, "expected a date-time"));
    }

    Optional<Instant> optionalInstant(String name) {
        try {
            return query(name).map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw Dialect.BANK.invalid(name, "expected a date-time in UTC");
        }
    }

    /** Returns a query parameter that counts: an int32 from zero to this maximum. */
    int count(String name, int byDefault, int maximum) {
        String text = query(name).orElse(Integer.toString(byDefault));
        boolean number = text.matches("\\d{1,10}") && Long.parseLong(text) <= maximum;
        require(name, number, "expected an integer from 0 to " + maximum);
        return Integer.parseInt(text);
    }

    /** Returns a limit; the batch takes whole units alone. */
    NewLimit limit(JsonNode limit, boolean whole) {
        return new NewLimit(value(limit.path("limitValue"), whole), period(limit.path("limitPeriod")));
    }

    private BigDecimal value(JsonNode node, boolean whole) {
        String name = "limitValue";
        require(
                name,
                whole ? node.isIntegralNumber() : node.isNumber(),
                whole ? "expected an integer" : "expected a number");
        BigDecimal value = node.decimalValue();
        boolean inRange = value.signum() >= 0 && value.compareTo(LIMIT_END) < 0;
        require(name, inRange, "expected at least 0 and less than " + LIMIT_END);
        require(name, value.stripTrailingZeros().scale() <= 2, "expected at most two decimals");
        return value;
    }

    private LimitPeriod period(JsonNode node) {
        return SETTABLE.stream()
                .filter(period -> node.isTextual() && period.name().equals(node.textValue()))
                .findFirst()
                .orElseThrow(() -> Dialect.BANK.invalid("limitPeriod", "expected one of " + SETTABLE));
    }
}
