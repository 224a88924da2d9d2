package io.mostik.salesautopilot.workflow;

import io.mostik.salesautopilot.ids.ListId;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Ids of once-only writes. */
final class WriteId {

    private WriteId() {}

    /** Joins a list and further parts so that no two different sets of parts become the same id. */
    static String of(ListId list, String... parts) {
        return list.value()
                + Arrays.stream(parts).map(part -> ":" + escaped(part)).collect(Collectors.joining());
    }

    private static String escaped(String part) {
        String stripped = part.strip();
        if (stripped.isEmpty()) {
            throw new IllegalArgumentException("no part of an id may be blank");
        }
        return stripped.replace("%", "%25").replace(":", "%3A");
    }
}
