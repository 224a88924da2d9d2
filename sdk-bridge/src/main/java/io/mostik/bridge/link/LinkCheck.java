package io.mostik.bridge.link;

import io.mostik.bridge.Connections;
import io.mostik.bridge.action.ActionSpec;
import io.mostik.bridge.trigger.Triggers;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Checks links against what there is: triggers, actions with their fields, connections, and each other. Asks no vendor.
 *
 * <pre>{@code
 * List<LinkProblem> problems = LinkCheck.of(Triggers.known(), specs, connections, routes.triggers()).check(links);
 * }</pre>
 */
public final class LinkCheck {

    private final SourceCheck sources;
    private final TargetCheck targets;
    private final NeighbourCheck neighbours;

    private LinkCheck(SourceCheck sources, TargetCheck targets, NeighbourCheck neighbours) {
        this.sources = sources;
        this.targets = targets;
        this.neighbours = neighbours;
    }

    /**
     * Returns a check.
     *
     * @param actions the catalogue of actions
     * @param hooks the connections whose webhooks a trigger comes from, by the name of the trigger
     */
    public static LinkCheck of(
            Triggers triggers, List<ActionSpec> actions, Connections connections, Map<String, List<String>> hooks) {
        Map<String, ActionSpec> byName =
                actions.stream().collect(Collectors.toUnmodifiableMap(ActionSpec::name, Function.identity()));
        return new LinkCheck(
                new SourceCheck(triggers, connections, hooks),
                new TargetCheck(byName, connections),
                new NeighbourCheck(byName));
    }

    /** Returns what is wrong, warnings among it, in the order of the links. */
    public List<LinkProblem> check(LinkSet links) {
        Findings found = new Findings();
        for (Link link : links.all()) {
            sources.check(link, found);
            targets.check(link, found);
            neighbours.check(link, links, found);
        }
        return found.all();
    }
}
