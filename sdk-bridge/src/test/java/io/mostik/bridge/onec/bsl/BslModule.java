package io.mostik.bridge.onec.bsl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A common module: its procedures and functions, run on a platform. Belongs to one thread. */
public final class BslModule {

    private final BslTree tree;
    private final BslPlatform platform;
    private final Map<String, Sub> subs = new LinkedHashMap<>();

    /** A procedure or function. */
    private record Sub(String name, List<BslTree> parameters, boolean isExported, BslTree code) {}

    private BslModule(BslTree tree, BslPlatform platform) {
        this.tree = tree;
        this.platform = platform;
        tree.below("Sub").forEach(sub -> {
            BslTree body = sub.only();
            BslTree head = body.children().get(0);
            String name = head.get("SubName").text();
            List<BslTree> parameters = head.find("ParamList")
                    .map(list -> list.all("Param").toList())
                    .orElse(List.of());
            boolean isExported = head.children().stream().anyMatch(child -> child.isWord("экспорт", "export"));
            subs.put(name.toLowerCase(Locale.ROOT), new Sub(name, parameters, isExported, body.get("SubCodeBlock")));
        });
    }

    /** Reads a module. */
    public static BslModule read(String text, BslPlatform platform) {
        return new BslModule(BslTree.of(text), platform);
    }

    /** Returns how many syntax errors it has. */
    public int errors() {
        return tree.errors();
    }

    /** Returns the names of what others may call. */
    public List<String> exported() {
        return subs.values().stream().filter(Sub::isExported).map(Sub::name).toList();
    }

    /** Calls something from outside. */
    public Object call(String name, Object... arguments) {
        Sub sub = subs.get(name.toLowerCase(Locale.ROOT));
        if (sub == null || !sub.isExported()) {
            throw new IllegalArgumentException("the module exports no " + name);
        }
        return run(sub, new ArrayList<>(Arrays.asList(arguments)));
    }

    boolean has(String name) {
        return subs.containsKey(name);
    }

    Object callOwn(String name, List<Object> arguments) {
        Sub sub = subs.get(name);
        if (sub == null) {
            throw new BslException("Процедура или функция с указанным именем не определена (" + name + ")");
        }
        return run(sub, arguments);
    }

    private Object run(Sub sub, List<Object> arguments) {
        if (arguments.size() > sub.parameters().size()) {
            throw new BslException("Слишком много фактических параметров: " + sub.name());
        }
        Map<String, Object> variables = new LinkedHashMap<>();
        BslExpressions expressions = new BslExpressions(this, platform, variables);
        for (int i = 0; i < sub.parameters().size(); i++) {
            BslTree parameter = sub.parameters().get(i);
            Object given = BslValues.argument(arguments, i);
            boolean isMissing = i >= arguments.size() || given == BslValues.UNDEFINED;
            Object value = isMissing && parameter.find("DefaultValue").isPresent()
                    ? expressions.constant(parameter.get("DefaultValue").get("ConstValue"))
                    : given;
            variables.put(parameterName(parameter), value);
        }
        return new BslStatements(expressions, platform, variables)
                .run(sub.code().get("CodeBlock"));
    }

    private static String parameterName(BslTree parameter) {
        return parameter.children().stream()
                .filter(BslTree::isTerminal)
                .filter(child -> !child.isWord("знач", "val"))
                .findFirst()
                .orElseThrow(() -> parameter.unknown("no name"))
                .name();
    }
}
