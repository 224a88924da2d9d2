package io.mostik.examples;

import com.github._1c_syntax.bsl.parser.BSLTokenizer;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;

/** Reads 1C's language with the parser of the 1C community: no 1C runs here. */
final class BslParser {

    private BslParser() {}

    /** Returns what 1C would not read: line and word of each place, in their order; empty if the text is right. */
    static List<String> errors(String text) {
        List<String> errors = new ArrayList<>();
        collect(new BSLTokenizer(text).getAst(), errors);
        return errors;
    }

    private static void collect(ParseTree tree, List<String> errors) {
        if (tree instanceof ErrorNode error) {
            errors.add(error.getSymbol().getLine() + ": " + error.getText());
        }
        if (tree instanceof ParserRuleContext rule && rule.exception != null) {
            errors.add(place(rule.exception));
        }
        for (int child = 0; child < tree.getChildCount(); child++) {
            collect(tree.getChild(child), errors);
        }
    }

    private static String place(RecognitionException exception) {
        return exception.getOffendingToken().getLine() + ": before "
                + exception.getOffendingToken().getText();
    }
}
