package io.mostik.bridge.link;

import io.mostik.bridge.link.Condition.Operator;
import io.mostik.bridge.link.Condition.Test;
import io.mostik.bridge.yaml.YamlTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads conditions. */
final class ConditionReader {

    private static final int MOST = 60;
    private static final List<String> OPERATORS =
            Arrays.stream(Operator.values()).map(Operator::word).toList();

    private ConditionReader() {}

    static List<Condition> read(YamlTree tree) {
        List<Condition> conditions = new ArrayList<>();
        for (YamlTree element : limited(tree)) {
            Map<String, YamlTree> entries = element.entries();
            YamlTree any = entries.get("any");
            if (any == null) {
                test(element, entries).ifPresent(test -> conditions.add(new Condition(List.of(test))));
                continue;
            }
            Settings.refuseOthers(entries, List.of("any"));
            List<Test> tests = limited(any).stream()
                    .flatMap(inner -> test(inner, inner.entries()).stream())
                    .toList();
            if (tests.isEmpty()) {
                any.problem("has no condition");
            }
            conditions.add(new Condition(tests));
        }
        return conditions;
    }

    private static List<YamlTree> limited(YamlTree tree) {
        List<YamlTree> elements = tree.elements();
        if (elements.size() > MOST) {
            tree.problem("more than " + MOST + " conditions");
            return List.of();
        }
        return elements;
    }

    private static Optional<Test> test(YamlTree tree, Map<String, YamlTree> entries) {
        List<String> known = new ArrayList<>(List.of("field", "any"));
        known.addAll(OPERATORS);
        Settings.refuseOthers(entries, known);
        Settings settings = new Settings(tree, entries);
        Optional<String> field = settings.required("field");
        List<Operator> operators = Arrays.stream(Operator.values())
                .filter(operator -> entries.containsKey(operator.word()))
                .toList();
        if (operators.size() != 1) {
            tree.problem("must have one of " + String.join(", ", OPERATORS));
            return Optional.empty();
        }
        Operator operator = operators.get(0);
        try {
            List<String> values = values(settings, operator);
            return field.isEmpty() || (needsValue(operator) && values.isEmpty())
                    ? Optional.empty()
                    : Optional.of(new Test(DataPath.of(field.get()), operator, values));
        } catch (IllegalArgumentException e) {
            tree.problem(Settings.message(e));
            return Optional.empty();
        }
    }

    private static boolean needsValue(Operator operator) {
        return operator != Operator.PRESENT && operator != Operator.ABSENT;
    }

    private static List<String> values(Settings settings, Operator operator) {
        if (!needsValue(operator)) {
            settings.check(
                    operator.word(),
                    settings.flag(operator.word()),
                    "must be true; for the opposite there is another word");
            return List.of();
        }
        return operator == Operator.IN
                ? settings.texts(operator.word())
                : settings.text(operator.word()).stream().toList();
    }
}
