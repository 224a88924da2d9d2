package io.mostik.core.json;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.DefaultDeserializationContext;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes up an answer of a type that its reader takes, from what the reader says of itself. */
final class SampleJson {

    private static final int DEEPEST = 8;
    private static final List<Object> SCALARS = List.of(
            "1",
            1,
            true,
            "2026-03-02T09:00:00Z",
            "2026-03-02",
            "09:00",
            "10:00:00",
            "RUB",
            "PT1S",
            "https://shop.example/a",
            "+36301112233",
            "2200700000000417",
            "550e8400-e29b-41d4-a716-446655440000",
            "NEW",
            "ACTIVE",
            "x",
            "2026-03",
            Map.of(),
            List.of());

    private final ObjectMapper mapper;

    SampleJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Returns the properties of an object that is read as this type; empty if the type is not read from an object. */
    Optional<Map<String, Object>> object(JavaType type) {
        return properties(type).map(properties -> {
            Map<String, Object> object = new LinkedHashMap<>();
            properties.forEach((name, of) -> sample(of, DEEPEST).ifPresent(value -> object.put(name, value)));
            return object;
        });
    }

    /** Returns the names and types of what the reader of this type takes from an object. */
    private Optional<Map<String, JavaType>> properties(JavaType type) {
        Optional<JsonDeserializer<Object>> reader = reader(type);
        if (reader.isEmpty() || !(reader.get() instanceof BeanDeserializerBase bean)) {
            return Optional.empty();
        }
        Map<String, JavaType> properties = new LinkedHashMap<>();
        bean.creatorProperties().forEachRemaining(each -> properties.put(each.getName(), each.getType()));
        bean.properties()
                .forEachRemaining((SettableBeanProperty each) -> properties.put(each.getName(), each.getType()));
        return properties.isEmpty() ? Optional.empty() : Optional.of(properties);
    }

    private Optional<JsonDeserializer<Object>> reader(JavaType type) {
        try {
            DefaultDeserializationContext blueprint =
                    (DefaultDeserializationContext) mapper.getDeserializationContext();
            DeserializationContext context = blueprint.createInstance(
                    mapper.getDeserializationConfig(), mapper.createParser("null"), mapper.getInjectableValues());
            return Optional.of(context.findContextualValueDeserializer(type, null));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Object> sample(JavaType type, int depth) {
        if (depth == 0) {
            return Optional.empty();
        }
        if (type.isReferenceType() || type.isCollectionLikeType()) {
            Optional<Object> content = sample(type.getContentType(), depth - 1);
            return type.isReferenceType()
                    ? content
                    : Optional.of(content.map(List::of).orElse(List.of()));
        }
        if (type.isMapLikeType()) {
            return sample(type.getContentType(), depth - 1).map(value -> Map.of("1", value));
        }
        Optional<Map<String, JavaType>> properties = properties(type);
        if (properties.isPresent()) {
            Map<String, Object> object = new LinkedHashMap<>();
            properties.get().forEach((name, of) -> sample(of, depth - 1).ifPresent(value -> object.put(name, value)));
            return reads(type, object) ? Optional.of(object) : scalar(type);
        }
        return scalar(type);
    }

    private Optional<Object> scalar(JavaType type) {
        if (type.isEnumType()) {
            return Optional.of(((Enum<?>) type.getRawClass().getEnumConstants()[0]).name());
        }
        return SCALARS.stream().filter(value -> reads(type, value)).findFirst();
    }

    boolean reads(JavaType type, Object json) {
        try {
            return mapper.readValue(mapper.writeValueAsBytes(json), type) != null;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
