package io.mostik.bridge.server.online;

import io.mostik.bridge.Connections;
import io.mostik.core.http.CallOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks vendors whether the settings fit: whether keys work, and whether projects, lists, forms, fields, statuses and
 * entities that links use are there. Reads alone; a vendor that does not answer, or answers anything, stops no other.
 */
public final class OnlineCheck {

    private static final CallOptions OPTIONS =
            CallOptions.builder().deadline(Duration.ofSeconds(20)).build();

    private final Connections connections;
    private final List<LinkUse> links;

    /** Creates the check. */
    public OnlineCheck(Connections connections, List<LinkUse> links) {
        this.connections = connections;
        this.links = List.copyOf(links);
    }

    /**
     * Asks.
     *
     * @param accounts the vendor of each connection, by its name
     * @return what was found, in the order of the connections
     */
    public List<Finding> look(Map<String, String> accounts) {
        List<Finding> all = new ArrayList<>();
        new LinkedHashMap<>(accounts).forEach((name, vendor) -> {
            Findings found = new Findings(name);
            probe(vendor).look(account(name), found);
            all.addAll(found.all());
        });
        return all;
    }

    private Account account(String name) {
        return new Account(
                name,
                connections,
                links.stream()
                        .filter(use -> use.link().target().connection().equals(name))
                        .toList(),
                links.stream()
                        .filter(use -> use.link().source().connection().equals(name))
                        .toList());
    }

    private static Probe probe(String vendor) {
        return switch (vendor) {
            case "vcc" -> new VccProbe(OPTIONS);
            case "salesautopilot" -> new SalesAutopilotProbe(OPTIONS);
            case "remonline" -> new RemOnlineProbe(OPTIONS);
            case "onec" -> new OnecProbe();
            case "tbank" -> OtherProbes.tbank(OPTIONS);
            case "szamlazz" -> OtherProbes.szamlazz();
            case "woocommerce" -> OtherProbes.woocommerce();
            case "vipex" -> OtherProbes.none("no question is known that changes nothing");
            case "http" -> OtherProbes.none("it is only posted to: no question is known that changes nothing");
            default -> OtherProbes.none("it only posts: there is nothing to ask");
        };
    }
}
