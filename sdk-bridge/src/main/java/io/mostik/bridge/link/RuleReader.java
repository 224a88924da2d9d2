package io.mostik.bridge.link;

import io.mostik.bridge.link.Conversion.Kind;
import io.mostik.bridge.link.MapRule.Parts;
import io.mostik.bridge.text.Nearest;
import io.mostik.bridge.yaml.YamlTree;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the rule of one field. */
final class RuleReader {

    private static final List<String> KNOWN = List.of(
            "from",
            "value",
            "as",
            "region",
            "zone",
            "pattern",
            "split",
            "join",
            "first",
            "lookup",
            "default",
            "required",
            "max");

    private RuleReader() {}

    static Optional<MapRule> read(String field, YamlTree tree, Map<String, Lookup> lookups) {
        return tree.isMap() ? ruleOf(field, Settings.of(tree, KNOWN), lookups) : shortRule(field, tree);
    }

    /** A text alone is a template. */
    private static Optional<MapRule> shortRule(String field, YamlTree tree) {
        return tree.text()
                .flatMap(text -> template(tree, text))
                .map(template -> new MapRule(
                        field,
                        Optional.of(template),
                        Optional.empty(),
                        Conversion.of(Kind.TEXT),
                        Parts.DEFAULT,
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        tree.line()));
    }

    private static Optional<MapRule> ruleOf(String field, Settings settings, Map<String, Lookup> lookups) {
        Optional<String> from = settings.text("from");
        Optional<String> value = settings.text("value");
        if (from.isPresent() == value.isPresent()) {
            settings.tree().problem("must have one of from and value");
            return Optional.empty();
        }
        if (value.isPresent() && settings.values().size() > 1) {
            settings.tree().problem("value stands alone");
        }
        Optional<Template> source = from.flatMap(text -> source(settings, text));
        Optional<Lookup> lookup = settings.text("lookup").flatMap(name -> {
            settings.check("lookup", lookups.containsKey(name), "is not known" + Nearest.hint(name, lookups.keySet()));
            return Optional.ofNullable(lookups.get(name));
        });
        Parts parts = new Parts(
                settings.tree("split").flatMap(YamlTree::text).filter(text -> !text.isEmpty()),
                settings.tree("join").flatMap(YamlTree::text).orElse(Parts.DEFAULT.join()),
                settings.flag("first"));
        return Optional.of(new MapRule(
                field,
                source,
                value,
                conversion(settings),
                parts,
                lookup,
                settings.text("default"),
                settings.flag("required"),
                settings.number("max", 1, 4_000),
                settings.tree().line()));
    }

    /** A path, or a template with paths in braces. */
    private static Optional<Template> source(Settings settings, String text) {
        YamlTree tree = settings.tree("from").orElseThrow();
        return text.contains("{") || text.contains("}")
                ? template(tree, text)
                : template(tree, "{" + text.strip() + "}");
    }

    private static Optional<Template> template(YamlTree tree, String text) {
        try {
            return Optional.of(Template.of(text));
        } catch (IllegalArgumentException e) {
            tree.problem(Settings.message(e));
            return Optional.empty();
        }
    }

    private static Conversion conversion(Settings settings) {
        Optional<String> word = settings.text("as");
        word.ifPresent(given ->
                settings.check("as", Kind.words().contains(given), "is not known" + Nearest.hint(given, Kind.words())));
        Kind kind = word.filter(Kind.words()::contains)
                .map(known -> Kind.valueOf(known.toUpperCase(Locale.ROOT)))
                .orElse(Kind.TEXT);
        Optional<ZoneId> zone = settings.text("zone").flatMap(name -> zone(settings, name));
        if (kind != Kind.PHONE) {
            settings.check("region", settings.tree("region").isEmpty(), "is for phones only");
        }
        if (kind != Kind.DATE) {
            settings.check("pattern", settings.tree("pattern").isEmpty(), "is for dates only");
            settings.check("zone", settings.tree("zone").isEmpty(), "is for dates only");
        }
        Optional<String> region = checked(
                settings,
                "region",
                "is no region of two letters, such as HU",
                text -> new Conversion(Kind.PHONE, Optional.of(text), Optional.empty(), Optional.empty()));
        Optional<String> pattern = checked(
                settings,
                "pattern",
                "is no pattern of a date, such as dd.MM.yyyy",
                text -> new Conversion(Kind.DATE, Optional.empty(), Optional.empty(), Optional.of(text)));
        return new Conversion(kind, region, zone, pattern);
    }

    private static Optional<String> checked(
            Settings settings, String name, String reason, Function<String, Conversion> reader) {
        return settings.text(name).filter(text -> {
            try {
                return reader.apply(text).kind() != Kind.TEXT;
            } catch (IllegalArgumentException e) {
                settings.check(name, false, reason);
                return false;
            }
        });
    }

    private static Optional<ZoneId> zone(Settings settings, String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            settings.check("zone", false, "is no zone, such as Europe/Budapest");
            return Optional.empty();
        }
    }
}
