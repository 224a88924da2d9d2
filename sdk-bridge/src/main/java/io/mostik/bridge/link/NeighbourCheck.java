package io.mostik.bridge.link;

import io.mostik.bridge.action.ActionSpec;
import io.mostik.bridge.action.FieldSpec;
import io.mostik.bridge.text.Nearest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks links against each other: names, withdrawals, fields written in both directions, ways round. */
final class NeighbourCheck {

    private final Map<String, ActionSpec> actions;

    NeighbourCheck(Map<String, ActionSpec> actions) {
        this.actions = actions;
    }

    void check(Link link, LinkSet links, Findings found) {
        link.was()
                .filter(was -> links.find(was).isPresent())
                .ifPresent(was -> found.error(link, "was", was + " is a link of its own"));
        for (String other : link.withdraws()) {
            Optional<Link> withdrawn = links.find(other);
            if (withdrawn.isEmpty()) {
                List<String> names = links.all().stream().map(Link::name).toList();
                found.error(link, "withdraws", other + " is no link" + Nearest.hint(other, names));
            } else if (link.about().isEmpty() || withdrawn.get().about().isEmpty()) {
                found.error(link, "about", "is missing here or at " + other + ", so nothing could be withdrawn");
            }
        }
        links.all().stream()
                .dropWhile(other -> !other.name().equals(link.name()))
                .skip(1)
                .filter(other -> isReverse(link, other))
                .forEach(other -> bothWays(link, other)
                        .forEach(field -> found.error(
                                link,
                                "map",
                                field + " is written in both directions: the other link is " + other.name())));
        if (goesRound(link, link.target().connection(), links, new LinkedHashSet<>())) {
            found.warning(link, "", "leads through other links back to where it began");
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
        there.retainAll(written(other).stream().map(NeighbourCheck::turned).toList());
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
}
