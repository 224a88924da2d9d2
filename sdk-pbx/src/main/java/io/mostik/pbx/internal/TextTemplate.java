package io.mostik.pbx.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with variables in braces, such as {@code {secret:key}:{signature}}. Immutable. */
public final class TextTemplate {

    private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_.:/*-]*)}");

    private final String text;

    /** Creates a template of this text. */
    public TextTemplate(String text) {
        this.text = text;
    }

    /** Returns the names of its variables. */
    public List<String> variables() {
        List<String> names = new ArrayList<>();
        Matcher found = VARIABLE.matcher(text);
        while (found.find()) {
            names.add(found.group(1));
        }
        return names;
    }

    /** Returns the text with the values of its variables. */
    public String fill(UnaryOperator<String> values) {
        return VARIABLE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(values.apply(found.group(1))));
    }

    /** Returns whether the text is one variable and nothing else. */
    public boolean isOneVariable() {
        return VARIABLE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
