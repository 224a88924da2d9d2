package io.mostik.bridge.link;

import io.mostik.bridge.link.Link.FailureRule;
import io.mostik.bridge.link.Link.Source;
import io.mostik.bridge.link.Link.Target;
import io.mostik.bridge.text.Sha256;
import io.mostik.bridge.yaml.YamlTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes links of a tree. Belongs to one thread and one file. */
final class LinkReader {

    private static final int MOST_LINKS = 200;
    private static final int MOST_RULES = 60;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,59}");
    private static final Set<String> TOP = Set.of("links", "lookups");
    private static final List<String> KNOWN = List.of(
            "name",
            "was",
            "on",
            "from",
            "feed",
            "expect",
            "do",
            "to",
            "when",
            "key",
            "about",
            "withdraws",
            "with",
            "map",
            "onFailure");

    private final boolean amongOthers;
    private final Map<String, Lookup> lookups = new LinkedHashMap<>();

    LinkReader(boolean amongOthers) {
        this.amongOthers = amongOthers;
    }

    LinkSet read(YamlTree root) {
        Map<String, YamlTree> top = root.entries();
        if (!amongOthers) {
            Settings.refuseOthers(top, TOP);
        }
        Optional.ofNullable(top.get("lookups")).ifPresent(this::readLookups);
        List<Link> links = Optional.ofNullable(top.get("links"))
                .filter(tree -> !tree.isNothing())
                .map(this::links)
                .orElse(List.of());
        if (!amongOthers && !top.containsKey("links")) {
            root.problem("has no links");
        }
        return LinkSet.of(links);
    }

    private void readLookups(YamlTree tree) {
        tree.entries().forEach((name, table) -> {
            Map<String, String> values = new LinkedHashMap<>();
            table.entries().forEach((from, to) -> to.text().ifPresent(text -> values.put(from, text)));
            try {
                lookups.put(name, Lookup.of(name, values));
            } catch (IllegalArgumentException e) {
                table.problem(Settings.message(e));
            }
        });
    }

    private List<Link> links(YamlTree tree) {
        List<YamlTree> elements = tree.elements();
        if (elements.size() > MOST_LINKS) {
            tree.problem("more than " + MOST_LINKS + " links");
            return List.of();
        }
        Map<String, Link> links = new LinkedHashMap<>();
        for (YamlTree element : elements) {
            link(element).ifPresent(link -> {
                if (links.putIfAbsent(link.name(), link) != null) {
                    element.at("links." + link.name()).problem("another link has this name");
                }
            });
        }
        return List.copyOf(links.values());
    }

    private Optional<Link> link(YamlTree tree) {
        Map<String, YamlTree> unnamed = tree.entries();
        Optional<String> name = Optional.ofNullable(unnamed.get("name")).flatMap(YamlTree::text);
        YamlTree named = tree.at("links." + name.orElse(tree.place().replace("links", "")));
        Settings settings = Settings.of(named, KNOWN);
        settings.required("name")
                .ifPresent(text -> settings.check(
                        "name",
                        NAME.matcher(text).matches(),
                        "must be small" + " Latin letters, digits, dots and dashes, at most 60"));
        Optional<String> trigger = settings.required("on");
        Optional<String> action = settings.required("do");
        FeedReader feeds = new FeedReader(settings);
        Source source =
                new Source(trigger.orElse(""), settings.text("from").orElse(""), feeds.feed(), feeds.expectation());
        Target target = new Target(action.orElse(""), settings.text("to").orElse(""));
        Link link = new Link(
                name.orElse(""),
                settings.text("was"),
                source,
                target,
                settings.tree("when").map(ConditionReader::read).orElse(List.of()),
                settings.template("key"),
                settings.template("about"),
                settings.texts("withdraws"),
                rules(settings),
                settings.tree("onFailure").map(LinkReader::onFailure).orElse(FailureRule.DEFAULT),
                tree.line(),
                "");
        return name.map(known -> withDigest(link));
    }

    private List<MapRule> rules(Settings settings) {
        List<MapRule> rules = new ArrayList<>();
        Map<String, YamlTree> fields = new LinkedHashMap<>();
        settings.tree("with")
                .ifPresent(with -> with.entries().forEach((field, value) -> {
                    fields.put(field, value);
                    value.text().ifPresent(text -> rules.add(MapRule.fixed(field, text, value.line())));
                }));
        settings.tree("map")
                .ifPresent(map -> map.entries().forEach((field, value) -> {
                    if (fields.put(field, value) != null) {
                        value.problem("is filled by with already");
                    }
                    RuleReader.read(field, value, lookups).ifPresent(rules::add);
                }));
        if (fields.size() > MOST_RULES) {
            settings.tree("map")
                    .or(() -> settings.tree("with"))
                    .ifPresent(tree -> tree.problem("more than " + MOST_RULES + " rules"));
        }
        return rules;
    }

    private static FailureRule onFailure(YamlTree tree) {
        Settings settings = Settings.of(tree, List.of("tryFor", "pauseAfter"));
        int pauseAfter = settings.number("pauseAfter", 1, 10_000).orElse(FailureRule.DEFAULT.pauseAfter());
        return new FailureRule(settings.duration("tryFor"), pauseAfter);
    }

    private static Link withDigest(Link link) {
        String text = String.join(
                "\n",
                link.source().toString(),
                link.target().toString(),
                link.when().toString(),
                link.key().toString(),
                link.about().toString(),
                link.withdraws().toString(),
                String.join("\n", link.rules().stream().map(MapRule::text).toList()));
        return new Link(
                link.name(),
                link.was(),
                link.source(),
                link.target(),
                link.when(),
                link.key(),
                link.about(),
                link.withdraws(),
                link.rules(),
                link.onFailure(),
                link.line(),
                digest(text));
    }

    /** Returns the first 16 hexadecimal digits of SHA-256. */
    static String digest(String text) {
        return Sha256.hex(text).substring(0, 16);
    }
}
