package io.mostik.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What holds for every type that a module decodes; a module's test extends it and names one class of its own. The types are
 * found, not listed. Each property of each type is answered as null, left out, and answered in wrong shapes; the only ends
 * allowed are a value without a null in it, and a {@link JsonException}.
 */
public abstract class DecodedTypesContract {

    private static final List<Object> SHAPES = List.of(Map.of(), List.of(), "", "?", -1, 1e99, true, List.of(Map.of()));

    private final Class<?> neighbour;
    private final int fewest;
    private final JsonCodec codec = JsonCodec.builder().build();
    private final ObjectMapper mapper = codec.mapper();
    private final SampleJson samples = new SampleJson(mapper);

    /**
     * Creates the contract.
     *
     * @param neighbour a class of the module
     * @param fewest how many decoded types the module has at least, so that a search that finds nothing fails
     */
    protected DecodedTypesContract(Class<?> neighbour, int fewest) {
        this.neighbour = neighbour;
        this.fewest = fewest;
    }

    @Test
    void givenAnyPropertyNull_whenDecoding_thenValueOrTypedFailure() {
        List<String> faults = new ArrayList<>();

        objects()
                .forEach((type, object) -> object.keySet().forEach(name -> {
                    Map<String, Object> odd = new LinkedHashMap<>(object);
                    odd.put(name, null);
                    fault(type, odd)
                            .ifPresent(text -> faults.add(type.getSimpleName() + "." + name + " is null: " + text));
                    odd.put(name, java.util.Arrays.asList((Object) null));
                    fault(type, odd)
                            .ifPresent(text -> faults.add(type.getSimpleName() + "." + name + " is [null]: " + text));
                }));

        assertThat(faults).isEmpty();
    }

    @Test
    void givenAnyPropertyOdd_whenDecoding_thenValueOrTypedFailure() {
        List<String> faults = new ArrayList<>();

        objects()
                .forEach((type, object) -> object.keySet().forEach(name -> {
                    Map<String, Object> odd = new LinkedHashMap<>(object);
                    odd.remove(name);
                    fault(type, odd)
                            .ifPresent(text -> faults.add(type.getSimpleName() + "." + name + " is missing: " + text));
                    for (Object shape : SHAPES) {
                        odd.put(name, shape);
                        fault(type, odd)
                                .ifPresent(text -> faults.add(type.getSimpleName() + "." + name + "=" + shape + text));
                    }
                }));

        assertThat(faults).isEmpty();
    }

    @Test
    void givenModule_whenSearched_thenItsDecodedTypesAreFoundAndRead() {
        Map<Class<?>, Map<String, Object>> objects = objects();

        long read = objects.entrySet().stream()
                .filter(each -> samples.reads(type(each.getKey()), each.getValue()))
                .count();

        assertThat(read).isGreaterThanOrEqualTo(fewest);
    }

    private Map<Class<?>, Map<String, Object>> objects() {
        Map<Class<?>, Map<String, Object>> objects = new LinkedHashMap<>();
        for (Class<?> type : DecodedTypes.besides(neighbour)) {
            samples.object(type(type)).ifPresent(object -> objects.put(type, object));
        }
        return objects;
    }

    private static JavaType type(Class<?> type) {
        return TypeFactory.defaultInstance().constructType(type);
    }

    private Optional<String> fault(Class<?> type, Map<String, Object> json) {
        try {
            byte[] written = mapper.writeValueAsString(json).getBytes(StandardCharsets.UTF_8);
            return nullIn(codec.read(JsonType.of(type), written), 4);
        } catch (JsonException e) {
            return e.getMessage().contains("NullPointerException") ? Optional.of(e.getMessage()) : Optional.empty();
        } catch (Exception e) {
            return Optional.of(e.toString());
        }
    }

    /** Returns where in a value a null is handed out; accessors are all public methods without parameters. */
    private static Optional<String> nullIn(Object value, int depth) {
        if (value == null) {
            return Optional.of("null among the elements");
        }
        if (value instanceof Collection<?> some) {
            return some.stream().flatMap(each -> nullIn(each, depth).stream()).findFirst();
        }
        if (value instanceof Optional<?> some) {
            return some.flatMap(each -> nullIn(each, depth));
        }
        if (depth == 0 || value instanceof Json || !value.getClass().getName().startsWith("io.mostik")) {
            return Optional.empty();
        }
        for (Method accessor : value.getClass().getMethods()) {
            boolean ours = accessor.getDeclaringClass() != Object.class && !Modifier.isStatic(accessor.getModifiers());
            if (ours && accessor.getParameterCount() == 0 && accessor.getReturnType() != void.class) {
                Optional<String> found = nullFrom(accessor, value, depth - 1);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> nullFrom(Method accessor, Object value, int depth) {
        try {
            accessor.setAccessible(true);
            Object part = accessor.invoke(value);
            return part == null ? Optional.of("null from " + accessor.getName() + "()") : nullIn(part, depth);
        } catch (InvocationTargetException e) {
            return e.getCause() instanceof NullPointerException
                    ? Optional.of("NullPointerException from " + accessor.getName() + "()")
                    : Optional.empty();
        } catch (IllegalAccessException e) {
            return Optional.of(e.toString());
        }
    }
}
