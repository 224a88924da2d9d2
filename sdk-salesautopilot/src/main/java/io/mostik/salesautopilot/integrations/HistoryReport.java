package io.mostik.salesautopilot.integrations;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of a webshop's orders.
 *
 * @param placed how many are new in the list
 * @param alreadyThere how many were there, or were handed over by an earlier run
 * @param refused what the vendor says of those that it does not take, by the shop's number
 */
public record HistoryReport(int placed, int alreadyThere, Map<String, String> refused) {

    /** Keeps a copy. */
    public HistoryReport {
        refused = new LinkedHashMap<>(refused);
    }
}
