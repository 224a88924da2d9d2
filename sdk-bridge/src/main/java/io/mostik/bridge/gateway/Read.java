package io.mostik.bridge.gateway;

import io.mostik.bridge.Fields;
import io.mostik.bridge.action.ActionSpec;
import java.util.List;
import java.util.Map;

/**
 * Something that is read through from a vendor, and kept nowhere.
 *
 * @param spec its name, parameters and what it gives
 * @param isList whether it gives rows; else it gives one or nothing
 * @param source where it comes from
 */
record Read(ActionSpec spec, boolean isList, Source source) {

    /** Where a read comes from. */
    @FunctionalInterface
    interface Source {

        /**
         * Returns what there is, at most one row more than is shown.
         *
         * @throws io.mostik.core.SdkException if the vendor or the way to it failed
         */
        List<Map<String, Object>> rows(String connection, Fields parameters);
    }
}
