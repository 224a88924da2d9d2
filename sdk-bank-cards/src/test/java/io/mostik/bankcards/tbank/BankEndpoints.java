package io.mostik.bankcards.tbank;

import io.mostik.bankcards.tbank.internal.BankClient;
import io.mostik.core.Effect;
import io.mostik.core.http.Endpoint;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The endpoints of every API that the client hands out, whoever adds one. */
final class BankEndpoints {

    private BankEndpoints() {}

    /** Returns one endpoint for each operation. */
    static Map<String, Endpoint<?>> all() {
        Map<String, Endpoint<?>> all = new TreeMap<>();
        every().forEach(endpoint -> all.put(endpoint.operation(), endpoint));
        return all;
    }

    /** Returns the effects with which each operation can be sent. */
    static Map<String, Set<Effect>> effects() {
        Map<String, Set<Effect>> effects = new TreeMap<>();
        every().forEach(endpoint -> effects.computeIfAbsent(endpoint.operation(), name -> EnumSet.noneOf(Effect.class))
                .add(endpoint.effect()));
        return effects;
    }

    private static Stream<Endpoint<?>> every() {
        return Arrays.stream(TBank.class.getMethods())
                .map(Method::getReturnType)
                .filter(BankEndpoints::isApi)
                .distinct()
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> field.getType() == Endpoint.class)
                .map(BankEndpoints::valueOf);
    }

    private static boolean isApi(Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors())
                .anyMatch(made -> Arrays.equals(made.getParameterTypes(), new Class<?>[] {BankClient.class}));
    }

    private static Endpoint<?> valueOf(Field field) {
        try {
            field.setAccessible(true);
            return (Endpoint<?>) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
