package io.mostik.bridge.link;

import io.mostik.bridge.Connections;
import io.mostik.bridge.text.Nearest;
import io.mostik.bridge.trigger.TriggerSpec;
import io.mostik.bridge.trigger.Triggers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks what a link waits for: its trigger, where that comes from, and what is taken from its events. */
final class SourceCheck {

    private final Triggers triggers;
    private final Connections connections;
    private final Map<String, List<String>> hooks;

    SourceCheck(Triggers triggers, Connections connections, Map<String, List<String>> hooks) {
        this.triggers = triggers;
        this.connections = connections;
        this.hooks = Map.copyOf(hooks);
    }

    void check(Link link, Findings found) {
        Optional<TriggerSpec> known = triggers.find(link.source().trigger());
        if (known.isEmpty()) {
            List<String> names = triggers.all().stream().map(TriggerSpec::name).toList();
            found.error(
                    link,
                    "on",
                    link.source().trigger() + " is not known"
                            + Nearest.hint(link.source().trigger(), names));
            return;
        }
        TriggerSpec trigger = known.get();
        checkFrom(link, trigger, found);
        checkPaths(link, trigger, found);
        boolean isFeed = trigger.kind() == TriggerSpec.Kind.FEED;
        if (isFeed != link.source().feed().isPresent()) {
            String reason = isFeed ? "is missing: say at least start: now" : "is for triggers that are asked for";
            found.error(link, "feed", reason);
        }
        boolean needsList = isFeed && trigger.vendor().equals("salesautopilot");
        if (needsList && link.source().feed().flatMap(Link.FeedRule::list).isEmpty()) {
            found.error(link, "feed.list", "is missing");
        }
        boolean needsEntity = isFeed && trigger.vendor().equals("onec");
        if (needsEntity
                && link.source().feed().flatMap(Link.FeedRule::documents).isEmpty()) {
            found.error(link, "feed.entity", "is missing");
        }
        boolean hasVersion = link.key().isEmpty()
                || link.key().get().paths().stream()
                        .anyMatch(path -> trigger.versions().contains(path.last()));
        if (trigger.isChange() && !hasVersion) {
            found.warning(
                    link, "key", "has no version, so that only the first change counts; one is " + trigger.versions());
        }
    }

    private void checkFrom(Link link, TriggerSpec trigger, Findings found) {
        String from = link.source().connection();
        if (trigger.vendor().isEmpty()) {
            if (!from.isEmpty()) {
                found.error(link, "from", "is not for " + trigger.name());
            }
            return;
        }
        boolean isFeed = trigger.kind() == TriggerSpec.Kind.FEED;
        Collection<String> known =
                isFeed ? connections.ofVendor(trigger.vendor()) : hooks.getOrDefault(trigger.name(), List.of());
        if (from.isEmpty()) {
            found.error(link, "from", "is missing" + Nearest.hint("", known));
        } else if (!known.contains(from)) {
            String what = isFeed ? " is no connection of " + trigger.vendor() : " has no webhook for " + trigger.name();
            found.error(link, "from", from + what + Nearest.hint(from, known));
        }
    }

    private static void checkPaths(Link link, TriggerSpec trigger, Findings found) {
        if (trigger.fields().isEmpty()) {
            return;
        }
        pathsOf(link)
                .filter(path -> !trigger.fields().contains(path.root()))
                .filter(path -> !path.root().equals(LinkData.EVENT))
                .filter(path -> link.withdraws().isEmpty() || !path.root().equals(LinkData.DONE))
                .distinct()
                .forEach(path -> found.error(
                        link,
                        "",
                        "{" + path + "}: " + trigger.name() + " has no " + path.root()
                                + Nearest.hint(path.root(), trigger.fields())));
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
}
