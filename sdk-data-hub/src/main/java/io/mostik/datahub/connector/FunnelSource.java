package io.mostik.datahub.connector;

import java.util.List;
import java.util.Map;

/**
 * The statuses and dictionaries of an account. Each call asks the vendor; the hub remembers the answers for one run.
 * Implementations are thread-safe.
 */
public interface FunnelSource {

    /** Returns how the funnel is shown. */
    String name();

    /** Returns the statuses, in the vendor's order. */
    List<FunnelStatus> statuses();

    /** Returns what people call the vendor's groups of statuses, by number; empty if it has none. */
    Map<Long, List<String>> groups(List<FunnelStatus> statuses);

    /** Returns the names of locations by id, as far as the key may see them. */
    Map<Long, String> locations();

    /** Returns the names of order types by id. */
    Map<Long, String> orderTypes();

    /** Returns first and last names of employees by id. */
    Map<Long, String> employees();

    /** Returns the names of advertising campaigns by id. */
    Map<String, String> campaigns();

    /** Returns whether orders have lines that can be read, as by default. */
    default boolean tellsLines() {
        return true;
    }

    /** Returns the fields that the account has added to orders. */
    List<OwnField> ownFields();
}
