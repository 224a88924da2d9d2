package io.mostik.bridge.onec.bsl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** {@code ЗаписьJSON}, {@code ЧтениеJSON} and the two functions over them. */
final class BslJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private BslJson() {}

    /** {@code ЗаписьJSON} into a text. */
    static final class Writer implements BslObject {

        private String text = "";

        @Override
        public Object call(String name, List<Object> arguments) {
            return switch (name) {
                case "установитьстроку" -> BslValues.UNDEFINED;
                case "закрыть" -> text;
                default -> BslObject.super.call(name, arguments);
            };
        }
    }

    /** {@code ЧтениеJSON} out of a text. */
    static final class Reader implements BslObject {

        private String text = "";

        @Override
        public Object call(String name, List<Object> arguments) {
            if (!name.equals("установитьстроку")) {
                return BslObject.super.call(name, arguments);
            }
            text = BslValues.string(arguments.get(0));
            return BslValues.UNDEFINED;
        }
    }

    static Object write(Object writer, Object value) {
        ((Writer) writer).text = node(value).toString();
        return BslValues.UNDEFINED;
    }

    private static JsonNode node(Object value) {
        if (value instanceof BslStructure structure) {
            ObjectNode object = JSON.createObjectNode();
            structure.asMap().forEach((name, each) -> object.set(name, node(each)));
            return object;
        }
        if (value instanceof BigDecimal number) {
            return JSON.getNodeFactory().numberNode(number);
        }
        if (value instanceof Boolean truth) {
            return JSON.getNodeFactory().booleanNode(truth);
        }
        if (value instanceof LocalDateTime date) {
            return JSON.getNodeFactory().textNode(BslValues.writtenDate(date));
        }
        if (value instanceof String text) {
            return JSON.getNodeFactory().textNode(text);
        }
        throw new BslException("Невозможно записать значение в JSON");
    }

    /** The third argument names the property whose values are dates; the keys of a structure must be identifiers. */
    static Object read(List<Object> arguments) {
        boolean intoMap = BslValues.truth(BslValues.argument(arguments, 1));
        String dates = BslValues.string(BslValues.argument(arguments, 2));
        try {
            return value(JSON.reader().readTree(((Reader) arguments.get(0)).text), intoMap, dates, "");
        } catch (JsonProcessingException e) {
            throw new BslException("Ошибка разбора JSON");
        }
    }

    private static Object value(JsonNode node, boolean intoMap, String dates, String name) {
        if (node.isObject()) {
            BslStructure structure = new BslStructure(!intoMap);
            node.properties()
                    .forEach(each ->
                            structure.put(each.getKey(), value(each.getValue(), intoMap, dates, each.getKey())));
            return structure;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(each -> list.add(value(each, intoMap, dates, "")));
            return list;
        }
        if (node.isNumber()) {
            return node.decimalValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isTextual()) {
            return name.equals(dates) ? date(node.textValue()) : node.textValue();
        }
        return BslValues.UNDEFINED;
    }

    private static LocalDateTime date(String text) {
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new BslException("Представление даты имеет неверный формат");
        }
    }
}
