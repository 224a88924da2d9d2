package io.mostik.bridge.link;

import io.mostik.bridge.Connections;
import io.mostik.bridge.action.ActionSpec;
import io.mostik.bridge.action.FieldSpec;
import io.mostik.bridge.trigger.TriggerSpec;
import io.mostik.bridge.trigger.Triggers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks links against what there is: triggers, actions with their fields, connections, and each other. Asks no vendor.
 *
 * <pre>{@code
 * List<LinkProblem> problems = LinkCheck.of(Triggers.known(), specs, connections, routes.triggers()).check(links);
 * }</pre>
 */
public final class LinkCheck {

    private final Triggers triggers;
    private final Map<String, ActionSpec> actions;
    private final Connections connections;
    private final Map<String, List<String>> hooks;

    private LinkCheck(
            Triggers triggers,
            Map<String, ActionSpec> actions,
            Connections connections,
            Map<String, List<String>> hooks) {
        this.triggers = Objects.requireNonNull(triggers, "triggers");
        this.actions = Map.copyOf(actions);
        this.connections = Objects.requireNonNull(connections, "connections");
        this.hooks = Map.copyOf(hooks);
    }

    /**
     * Returns a check.
     *
     * @param actions the catalogue of actions
     * @param hooks the connections whose webhooks a trigger comes from, by the name of the trigger
     */
    public static LinkCheck of(
            Triggers triggers, List<ActionSpec> actions, Connections connections, Map<String, List<String>> hooks) {
        return new LinkCheck(
                triggers,
                actions.stream().collect(Collectors.toMap(ActionSpec::name, Function.identity())),
                connections,
                hooks);
    }

    /** Returns what is wrong, warnings among it, in the order of the links. */
    public List<LinkProblem> check(LinkSet links) {
        List<LinkProblem> found = new ArrayList<>();
        for (Link link : links.all()) {
            checkSource(link, found);
            checkTarget(link, found);
            checkNeighbours(link, links, found);
        }
        return found;
    }

    private void checkSource(Link link, List<LinkProblem> found) {
        Optional<TriggerSpec> known = triggers.find(link.source().trigger());
        if (known.isEmpty()) {
            List<String> names = triggers.all().stream().map(TriggerSpec::name).toList();
            found.add(error(
                    link,
                    "on",
                    link.source().trigger() + " is not known"
                            + Nearest.hint(link.source().trigger(), names)));
            return;
        }
        TriggerSpec trigger = known.get();
        checkFrom(link, trigger, found);
        checkPaths(link, trigger, found);
        boolean isFeed = trigger.kind() == TriggerSpec.Kind.FEED;
        if (isFeed != link.source().feed().isPresent()) {
            String reason = isFeed ? "is missing: say at least start: now" : "is for triggers that are asked for";
            found.add(error(link, "feed", reason));
        }
        boolean needsList = isFeed && trigger.vendor().equals("salesautopilot");
        if (needsList && link.source().feed().flatMap(Link.FeedRule::list).isEmpty()) {
            found.add(error(link, "feed.list", "is missing"));
        }
        boolean needsEntity = isFeed && trigger.vendor().equals("onec");
        if (needsEntity
                && link.source().feed().flatMap(Link.FeedRule::documents).isEmpty()) {
            found.add(error(link, "feed.entity", "is missing"));
        }
        boolean hasVersion = link.key().isEmpty()
                || link.key().get().paths().stream()
                        .anyMatch(path -> trigger.versions().contains(path.last()));
        if (trigger.isChange() && !hasVersion) {
            found.add(warning(
                    link, "key", "has no version, so that only the first change counts; one is " + trigger.versions()));
        }
    }

    private void checkFrom(Link link, TriggerSpec trigger, List<LinkProblem> found) {
        String from = link.source().connection();
        if (trigger.vendor().isEmpty()) {
            if (!from.isEmpty()) {
                found.add(error(link, "from", "is not for " + trigger.name()));
            }
            return;
        }
        boolean isFeed = trigger.kind() == TriggerSpec.Kind.FEED;
        Collection<String> known =
                isFeed ? connections.ofVendor(trigger.vendor()) : hooks.getOrDefault(trigger.name(), List.of());
        if (from.isEmpty()) {
            found.add(error(link, "from", "is missing" + Nearest.hint("", known)));
        } else if (!known.contains(from)) {
            String what = isFeed ? " is no connection of " + trigger.vendor() : " has no webhook for " + trigger.name();
            found.add(error(link, "from", from + what + Nearest.hint(from, known)));
        }
    }

    private static void checkPaths(Link link, TriggerSpec trigger, List<LinkProblem> found) {
        if (trigger.fields().isEmpty()) {
            return;
        }
        pathsOf(link)
                .filter(path -> !trigger.fields().contains(path.root()))
                .filter(path -> !path.root().equals(LinkData.EVENT))
                .filter(path -> link.withdraws().isEmpty() || !path.root().equals(LinkData.DONE))
                .distinct()
                .forEach(path -> found.add(error(
                        link,
                        "",
                        "{" + path + "}: " + trigger.name() + " has no " + path.root()
                                + Nearest.hint(path.root(), trigger.fields()))));
    }

    private static Stream<DataPath> pathsOf(Link link) {
        Stream<DataPath> rules = link.rules().stream()
                .flatMap(rule -> rule.source().stream())
                .flatMap(template -> template.paths().stream());
        Stream<DataPath> conditions = link.when().stream()
                .flatMap(condition -> condition.anyOf().stream())
                .map(Condition.Test::field);
        Stream<DataPath> keys = Stream.concat(link.key().stream(), link.about().stream())
                .flatMap(template -> template.paths().stream());
        return Stream.of(rules, conditions, keys).flatMap(paths -> paths);
    }

    private void checkTarget(Link link, List<LinkProblem> found) {
        ActionSpec action = actions.get(link.target().action());
        if (action == null) {
            String name = link.target().action();
            found.add(error(link, "do", name + " is not known" + Nearest.hint(name, actions.keySet())));
            return;
        }
        String to = link.target().connection();
        if (action.vendor().isEmpty()) {
            if (!to.isEmpty()) {
                found.add(error(link, "to", "is not for " + action.name()));
            }
        } else if (!connections.ofVendor(action.vendor()).contains(to)) {
            String what = to.isEmpty() ? "is missing" : to + " is no connection of " + action.vendor();
            found.add(error(link, "to", what + Nearest.hint(to, connections.ofVendor(action.vendor()))));
        }
        List<String> names = action.fields().stream().map(FieldSpec::name).toList();
        for (MapRule rule : link.rules()) {
            boolean isFurther = !action.further().isEmpty() && rule.field().startsWith(action.further());
            if (!names.contains(rule.field()) && !isFurther) {
                found.add(LinkProblem.error(
                        rule.line(),
                        "links." + link.name() + ".map." + rule.field(),
                        "is no field of " + action.name() + Nearest.hint(rule.field(), names)));
            }
        }
        Set<String> filled = link.rules().stream().map(MapRule::field).collect(Collectors.toSet());
        action.fields().stream()
                .filter(field -> field.required() && !filled.contains(field.name()))
                .forEach(field -> found.add(error(link, "map", field.name() + " is missing: " + field.description())));
    }

    private void checkNeighbours(Link link, LinkSet links, List<LinkProblem> found) {
        link.was()
                .filter(was -> links.find(was).isPresent())
                .ifPresent(was -> found.add(error(link, "was", was + " is a link of its own")));
        for (String other : link.withdraws()) {
            Optional<Link> withdrawn = links.find(other);
            if (withdrawn.isEmpty()) {
                List<String> names = links.all().stream().map(Link::name).toList();
                found.add(error(link, "withdraws", other + " is no link" + Nearest.hint(other, names)));
            } else if (link.about().isEmpty() || withdrawn.get().about().isEmpty()) {
                found.add(error(link, "about", "is missing here or at " + other + ", so nothing could be withdrawn"));
            }
        }
        links.all().stream()
                .filter(other -> other.line() > link.line() && isReverse(link, other))
                .forEach(other -> bothWays(link, other)
                        .forEach(field -> found.add(error(
                                link,
                                "map",
                                field + " is written in both directions: the other link is " + other.name()))));
        if (goesRound(link, link.target().connection(), links, new LinkedHashSet<>())) {
            found.add(warning(link, "", "leads through other links back to where it began"));
        }
    }

    private static boolean isReverse(Link link, Link other) {
        return !link.source().connection().isEmpty()
                && !other.source().connection().isEmpty()
                && link.source().connection().equals(other.target().connection())
                && other.source().connection().equals(link.target().connection());
    }

    /** What an action requires tells whom it is about, and is the same on both sides. */
    private Set<String> bothWays(Link link, Link other) {
        Set<String> there = written(link);
        there.retainAll(written(other).stream().map(LinkCheck::turned).toList());
        return there.stream().map(pair -> pair.substring(0, pair.indexOf('>'))).collect(Collectors.toSet());
    }

    private Set<String> written(Link link) {
        Set<String> identity = Optional.ofNullable(actions.get(link.target().action())).stream()
                .flatMap(action -> action.fields().stream())
                .filter(FieldSpec::required)
                .map(FieldSpec::name)
                .collect(Collectors.toSet());
        Set<String> pairs = new LinkedHashSet<>();
        for (MapRule rule : link.rules()) {
            if (!identity.contains(rule.field())) {
                rule.source().stream()
                        .flatMap(template -> template.paths().stream())
                        .forEach(path -> pairs.add(plain(path.last()) + ">" + plain(rule.field())));
            }
        }
        return pairs;
    }

    private static String turned(String pair) {
        int at = pair.indexOf('>');
        return pair.substring(at + 1) + ">" + pair.substring(0, at);
    }

    private static String plain(String name) {
        return name.startsWith("field_") ? name.substring("field_".length()) : name;
    }

    /** Two links that answer each other are what the echo guard is for; longer ways round are not. */
    private static boolean goesRound(Link first, String at, LinkSet links, Set<String> seen) {
        return !at.isEmpty()
                && links.all().stream()
                        .filter(next -> next.source().connection().equals(at)
                                && !next.target().connection().isEmpty()
                                && !isReverse(first, next)
                                && seen.add(next.name()))
                        .anyMatch(next ->
                                next.target().connection().equals(first.source().connection())
                                        || goesRound(first, next.target().connection(), links, seen));
    }

    private static LinkProblem error(Link link, String setting, String reason) {
        return LinkProblem.error(link.line(), place(link, setting), reason);
    }

    private static LinkProblem warning(Link link, String setting, String reason) {
        return LinkProblem.warning(link.line(), place(link, setting), reason);
    }

    private static String place(Link link, String setting) {
        return "links." + link.name() + (setting.isEmpty() ? "" : "." + setting);
    }
}
