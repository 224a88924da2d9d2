package io.mostik.bankcards.tbank.internal;

import static io.mostik.bankcards.tbank.HostKind.ORDINARY;
import static io.mostik.bankcards.tbank.HostKind.SECURED;

import io.mostik.bankcards.tbank.HostKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The host of each operation. The bank's own pages print the secured host for every card method but
 * the first list and the single card; some clients in public call a few others on the ordinary host, therefore it can
 * be said otherwise for each.
 */
public final class Operations {

    private static final Map<String, HostKind> HOSTS = Map.ofEntries(
            Map.entry("cards.list", ORDINARY),
            Map.entry("cards.get", ORDINARY),
            Map.entry("cards.listDetailed", SECURED),
            Map.entry("cards.block", SECURED),
            Map.entry("limits.get", SECURED),
            Map.entry("limits.setSpend", SECURED),
            Map.entry("limits.setCash", SECURED),
            Map.entry("limits.setBatch", SECURED),
            Map.entry("virtualCards.requisites", SECURED),
            Map.entry("virtualCards.requisitesLink", SECURED),
            Map.entry("virtualCards.reissue", SECURED),
            Map.entry("virtualCards.reissueResult", SECURED),
            Map.entry("virtualCards.issue", SECURED),
            Map.entry("virtualCards.application", SECURED),
            Map.entry("virtualCards.applications", SECURED),
            Map.entry("identification.draft", SECURED),
            Map.entry("identification.attach", SECURED),
            Map.entry("operations.statement", ORDINARY),
            Map.entry("operations.past", ORDINARY),
            Map.entry("accounts.list", ORDINARY),
            Map.entry("company.get", ORDINARY),
            Map.entry("webhooks.subscribe", ORDINARY));

    /** The operations about whose host the bank's pages and clients in public disagree. */
    public static final Set<String> DISPUTED = Set.of(
            "limits.get",
            "limits.setCash",
            "virtualCards.requisites",
            "cards.block",
            "virtualCards.issue",
            "virtualCards.application",
            "virtualCards.reissueResult");

    private Operations() {}

    /** Returns the documented hosts by operation. */
    public static Map<String, HostKind> hosts() {
        return new TreeMap<>(HOSTS);
    }

    /**
     * Refuses an operation that there is not.
     *
     * @throws IllegalArgumentException if the name is unknown
     */
    public static void check(String operation) {
        if (!HOSTS.containsKey(operation)) {
            throw new IllegalArgumentException("operation is none of " + hosts().keySet());
        }
    }

    static HostKind hostOf(String operation) {
        return Optional.ofNullable(HOSTS.get(operation))
                .orElseThrow(() -> new IllegalStateException(operation + " has no host"));
    }
}
