package io.mostik.bridge.onec.bsl;

import com.github._1c_syntax.bsl.parser.BSLTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * A node of the parser's tree, by the name of its rule such as {@code IfStatement}.
 *
 * @param node of the parser
 */
record BslTree(ParseTree node) {

    private static final String ENDING = "Context";

    static BslTree of(String module) {
        return new BslTree(new BSLTokenizer(module).getAst());
    }

    String rule() {
        String name = node.getClass().getSimpleName();
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : "";
    }

    boolean is(String rule) {
        return rule().equals(rule);
    }

    boolean isWord(String... words) {
        return node instanceof TerminalNode && List.of(words).contains(text().toLowerCase(Locale.ROOT));
    }

    boolean isTerminal() {
        return node instanceof TerminalNode;
    }

    String text() {
        return node.getText();
    }

    String name() {
        return text().toLowerCase(Locale.ROOT);
    }

    List<BslTree> children() {
        List<BslTree> children = new ArrayList<>();
        for (int i = 0; i < node.getChildCount(); i++) {
            children.add(new BslTree(node.getChild(i)));
        }
        return children;
    }

    Stream<BslTree> all(String rule) {
        return children().stream().filter(child -> child.is(rule));
    }

    Optional<BslTree> find(String rule) {
        return all(rule).findFirst();
    }

    BslTree get(String rule) {
        return find(rule).orElseThrow(() -> unknown("no " + rule + " in it"));
    }

    BslTree only() {
        return children().get(0);
    }

    /** Returns every node below with this rule. */
    Stream<BslTree> below(String rule) {
        return Stream.concat(all(rule), children().stream().flatMap(child -> child.below(rule)));
    }

    int errors() {
        int own = node instanceof ErrorNode ? 1 : 0;
        return own + children().stream().mapToInt(BslTree::errors).sum();
    }

    IllegalStateException unknown(String what) {
        return new IllegalStateException(what + ": " + rule() + " " + text());
    }
}
