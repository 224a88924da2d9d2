package io.mostik.salesautopilot.internal;

import io.mostik.core.DecodingException;
import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.json.Json;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The fields of an object that a shop or an invoicing program answered. Numbers may come as texts; a field that is needed and is
 * missing, null, empty or of another kind is a {@link DecodingException} that names it, never its content.
 *
 * @param operation the call
 * @param json the object
 * @param place where it stands in the answer, for messages
 */
public record Fields(String operation, Json json, String place) {

    private static final int LONGEST_AMOUNT = 30;

    /** Returns the fields of an answer that has to be an object. */
    public static Fields of(String operation, Json answer) {
        Fields fields = new Fields(operation, answer, "");
        if (!answer.isObject()) {
            throw fields.failure("it is no object");
        }
        return fields;
    }

    /** Returns the objects of an answer that has to be a list. */
    public static List<Fields> list(String operation, Json answer) {
        Fields whole = new Fields(operation, answer, "");
        if (!answer.isArray()) {
            throw whole.failure("it is no list");
        }
        return whole.objects(answer);
    }

    /** Returns a text that has to be there. */
    public String text(String name) {
        return find(name).orElseThrow(() -> failure(place + name + " is missing"));
    }

    /** Returns a text or a number, if there is one. */
    public Optional<String> find(String name) {
        return json.get(name).text().map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Returns an amount that has to be there. */
    public BigDecimal amount(String name) {
        return find(name)
                .filter(text -> text.length() <= LONGEST_AMOUNT)
                .flatMap(text -> json.get(name).number())
                .orElseThrow(() -> failure(place + name + " is no amount"));
    }

    /** Returns an amount; 0 if it is absent or null. */
    public BigDecimal amountOrZero(String name) {
        return json.get(name).isPresent() ? amount(name) : BigDecimal.ZERO;
    }

    /** Returns an id that has to be there. */
    public long id(String name) {
        return json.get(name).wholeNumber().filter(id -> id > 0).orElseThrow(() -> failure(place + name + " is no id"));
    }

    /** Returns a time in UTC without a mark of its zone, which has to be there. */
    public Instant utc(String name) {
        try {
            return LocalDateTime.parse(text(name)).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw failure(place + name + " is no time");
        }
    }

    /** Returns a day that has to be there. */
    public LocalDate day(String name) {
        try {
            return LocalDate.parse(text(name));
        } catch (DateTimeException e) {
            throw failure(place + name + " is no day");
        }
    }

    /** Returns an object that has to be there. */
    public Fields object(String name) {
        if (!json.get(name).isObject()) {
            throw failure(place + name + " is no object");
        }
        return new Fields(operation, json.get(name), place + name + ".");
    }

    /** Returns the objects of a list that has to be there. */
    public List<Fields> rows(String name) {
        if (!json.get(name).isArray()) {
            throw failure(place + name + " is no list");
        }
        return new Fields(operation, json, place + name + ".").objects(json.get(name));
    }

    private List<Fields> objects(Json list) {
        return list.elements().stream()
                .map(row -> {
                    if (!row.isObject()) {
                        throw failure(place + " is no list of objects");
                    }
                    return new Fields(operation, row, place);
                })
                .toList();
    }

    /** Returns the objects of a list; none if it is absent or null. */
    public List<Fields> rowsOrNone(String name) {
        return json.get(name).isPresent() ? rows(name) : List.of();
    }

    /** Returns the failure of an answer that cannot be used. */
    public DecodingException failure(String why) {
        return new DecodingException(
                "answer cannot be read, " + why, FailureInfo.lasting(operation, Outcome.UNKNOWN, Phase.DECODE));
    }

    /** Returns the place only. */
    @Override
    public String toString() {
        return "Fields[" + operation + ", " + place + "]";
    }
}
