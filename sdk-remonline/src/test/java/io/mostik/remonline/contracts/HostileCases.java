package io.mostik.remonline.contracts;

import io.mostik.core.http.Endpoint;
import io.mostik.core.test.HostileCase;
import io.mostik.core.test.HostileCase.Trait;
import io.mostik.testing.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The contracts as answers to be mutated. */
final class HostileCases {

    private static final String ERROR = "{\"success\":false,\"message\":\"Refused\",\"code\":101}";

    /** As version 2 reports them; of each shape clients in public have seen some properties or all. */
    private static final List<String> FURTHER_ERRORS = List.of(
            "{\"message\":\"Validation error\",\"errors\":{\"name\":[\"required\"]}}",
            "{\"errors\":{\"name\":[\"required\"]}}",
            "{\"message\":{\"validation\":{\"name\":[\"required\"]}},\"code\":101}",
            "{\"message\":\"Refused\"}",
            "{\"detail\":\"Refused\"}",
            "{\"error\":\"Refused\",\"message\":\"not allowed\"}");

    private HostileCases() {}

    static <C> HostileCase<C> of(Contract<C> contract) {
        String answer = file(contract.answer());
        HostileCase<C> call = HostileCase.of(contract.operation(), answer, contract.call());
        Endpoint<?> endpoint = Operations.all().get(contract.operation());
        String type = endpoint.answer().toString();
        if (type.equals("NoAnswer")) {
            return call.with(Trait.PROVEN_BY_STATUS);
        }
        if (contract.operation().endsWith(".publicUrl")) {
            return call.with(Trait.NOTHING_MEANS_NONE);
        }
        if (!type.startsWith("Rows") && !type.startsWith("Page")) {
            return call;
        }
        HostileCase<C> list = call.rowsAt(answer.startsWith("[") ? "" : "/data");
        HostileCase<C> rows = type.contains("Named") ? list.with(Trait.ROWS_OF_ANY_SHAPE) : list;
        if (type.contains("ServiceOperation")) {
            return rows.with(Trait.BARE_LIST).with(Trait.ROWS_WITHOUT_ID);
        }
        return type.startsWith("Rows") ? rows.with(Trait.BARE_LIST) : rows;
    }

    static boolean isOfTokenGeneration(Endpoint<?> endpoint) {
        return endpoint.operation().startsWith("legacy.")
                || endpoint.operation().equals("leads.tokenStatuses");
    }

    static Answer error() {
        return answer(ERROR);
    }

    static List<Answer> furtherErrors() {
        return FURTHER_ERRORS.stream().map(HostileCases::answer).toList();
    }

    private static Answer answer(String body) {
        return Answer.bytes(400, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private static String file(String name) {
        try (InputStream file = Objects.requireNonNull(HostileCases.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
