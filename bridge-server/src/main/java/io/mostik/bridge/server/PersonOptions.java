package io.mostik.bridge.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Who is meant. */
final class PersonOptions {

    @Option(names = "--phone", paramLabel = "NUMBER", description = "the person's telephone number")
    private Optional<String> phone = Optional.empty();

    @Option(names = "--email", paramLabel = "ADDRESS", description = "the person's e-mail address")
    private Optional<String> email = Optional.empty();

    @Option(
            names = "--region",
            paramLabel = "XX",
            description = "where a national number is from, such as HU; else the only region of the connections")
    private Optional<String> region = Optional.empty();

    /** Returns the question about this person. */
    Map<String, String> question() {
        Map<String, String> question = new LinkedHashMap<>();
        phone.ifPresent(text -> question.put("phone", text));
        email.ifPresent(text -> question.put("email", text));
        region.ifPresent(text -> question.put("region", text));
        return question;
    }
}
