package io.mostik.core.webhook;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Shows names that a stranger has chosen: a few, short ones, without anything that could be a value or forge a log line. */
final class RequestNames {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_.\\[\\]-]{0,39}");
    private static final int MOST = 20;

    private RequestNames() {}

    static String of(Collection<String> names) {
        String shown = names.stream()
                .limit(MOST)
                .map(name -> PLAIN.matcher(name).matches() ? name : "?")
                .collect(Collectors.joining(", ", "[", ""));
        return shown + (names.size() > MOST ? ", … " + names.size() + " in all]" : "]");
    }
}
