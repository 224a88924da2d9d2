package io.mostik.datahub.airbyte;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the YAML of the protocol's schema: maps and lists by indentation, scalars on one line. Texts of several lines are
 * left out, and so is the content of {@code Examples}; lists within a line are of plain words.
 */
final class SmallYaml {

    private static final Pattern ENTRY = Pattern.compile("(\"[^\"]+\"|[\\w$]+):(?: +(.*))?");

    private final List<String> lines;
    private int at;

    private SmallYaml(List<String> lines) {
        this.lines = lines;
    }

    static JsonNode read(String text) {
        List<String> lines = text.lines()
                .map(line -> line.replaceFirst("(^| )#(?![/\\w\"]).*$", ""))
                .map(String::stripTrailing)
                .filter(line -> !line.isBlank() && !line.equals("---"))
                .toList();
        return new SmallYaml(new ArrayList<>(lines)).block(0);
    }

    private int indent(int line) {
        String text = lines.get(line);
        return text.length() - text.stripLeading().length();
    }

    private boolean within(int indent) {
        return at < lines.size() && indent(at) >= indent;
    }

    private JsonNode block(int indent) {
        return lines.get(at).stripLeading().startsWith("- ") ? list(indent) : map(indent);
    }

    private ArrayNode list(int indent) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        while (within(indent) && lines.get(at).stripLeading().startsWith("- ")) {
            String item = lines.get(at).stripLeading().substring(2);
            if (ENTRY.matcher(item).matches()) {
                lines.set(at, " ".repeat(indent(at) + 2) + item);
                list.add(map(indent(at)));
                continue;
            }
            at++;
            list.add(scalar(item));
            skip(indent + 1);
        }
        return list;
    }

    private ObjectNode map(int indent) {
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        while (within(indent) && !lines.get(at).stripLeading().startsWith("- ")) {
            Matcher entry = ENTRY.matcher(lines.get(at).strip());
            if (indent(at) != indent || !entry.matches()) {
                throw new IllegalArgumentException("line: " + lines.get(at));
            }
            at++;
            String name = entry.group(1).replace("\"", "");
            String rest = Optional.ofNullable(entry.group(2)).orElse("");
            if (rest.isEmpty() && !name.equals("Examples") && !name.equals("examples") && hasBlock(indent)) {
                map.set(name, block(indent(at)));
            } else {
                map.set(name, scalar(rest));
                skip(indent + 1);
            }
        }
        return map;
    }

    private boolean hasBlock(int indent) {
        if (at == lines.size()) {
            return false;
        }
        String next = lines.get(at).strip();
        return next.startsWith("- ")
                ? indent(at) >= indent
                : indent(at) > indent && ENTRY.matcher(next).matches();
    }

    private void skip(int indent) {
        while (within(indent)) {
            at++;
        }
    }

    private static JsonNode scalar(String text) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        if (text.startsWith("[")) {
            ArrayNode list = make.arrayNode();
            for (String word : text.substring(1, text.indexOf(']')).split(",")) {
                list.add(word.strip().replace("\"", ""));
            }
            return list;
        }
        if (text.equals("true") || text.equals("false")) {
            return make.booleanNode(Boolean.parseBoolean(text));
        }
        String plain = text.replaceFirst(" +#.*$", "").replaceAll("^\"|\"$", "");
        return plain.matches("\\d+") ? make.numberNode(Integer.parseInt(plain)) : make.textNode(plain);
    }
}
