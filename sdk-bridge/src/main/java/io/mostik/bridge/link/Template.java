package io.mostik.bridge.link;

import io.mostik.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A text with values in it: {@code {merges.FNAME} {merges.LNAME}}. A brace itself is written twice. What is absent leaves
 * nothing; blanks at both ends and double ones go. Immutable.
 */
public final class Template {

    private static final int LONGEST = 4_000;

    private final String text;
    private final List<Part> parts;

    private Template(String text, List<Part> parts) {
        this.text = text;
        this.parts = List.copyOf(parts);
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException if a brace is open, or a path in it is none; the reason is in the message
     */
    public static Template of(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("a template must have 1 to " + LONGEST + " characters");
        }
        List<Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char here = text.charAt(at);
            boolean isDouble = (here == '{' || here == '}') && at + 1 < text.length() && text.charAt(at + 1) == here;
            if (isDouble) {
                literal.append(here);
                at += 2;
            } else if (here == '{') {
                int end = text.indexOf('}', at);
                if (end < 0) {
                    throw new IllegalArgumentException("a brace is opened and not closed");
                }
                parts.add(new Part(literal.toString(), Optional.of(DataPath.of(text.substring(at + 1, end)))));
                literal.setLength(0);
                at = end + 1;
            } else if (here == '}') {
                throw new IllegalArgumentException("a brace is closed and was not opened");
            } else {
                literal.append(here);
                at++;
            }
        }
        parts.add(new Part(literal.toString(), Optional.empty()));
        return new Template(text, parts);
    }

    /** Returns the paths in it. */
    public List<DataPath> paths() {
        return parts.stream().flatMap(part -> part.path().stream()).toList();
    }

    /** Returns the text for an event; empty if the template has paths and all of them lead to nothing. */
    public Optional<String> render(Json data) {
        List<List<String>> values =
                paths().stream().map(path -> path.values(data)).toList();
        if (!values.isEmpty() && values.stream().allMatch(List::isEmpty)) {
            return Optional.empty();
        }
        StringBuilder rendered = new StringBuilder();
        int next = 0;
        for (Part part : parts) {
            rendered.append(part.literal());
            if (part.path().isPresent()) {
                rendered.append(values.get(next).stream().collect(Collectors.joining(", ")));
                next++;
            }
        }
        String plain = rendered.toString().replaceAll(" {2,}", " ").strip();
        return plain.isEmpty() ? Optional.empty() : Optional.of(plain);
    }

    /** Returns whether any path leads to nothing. */
    boolean lacks(Json data) {
        return paths().stream().anyMatch(path -> path.values(data).isEmpty());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Template that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns it as it was written. */
    @Override
    public String toString() {
        return text;
    }

    private record Part(String literal, Optional<DataPath> path) {}
}
