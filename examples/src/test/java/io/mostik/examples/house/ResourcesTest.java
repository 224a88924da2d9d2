package io.mostik.examples.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.core.Secret;
import io.mostik.pbx.vcclive.VccLive;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.legacy.RemOnlineLegacy;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.ids.ListId;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Resource classes are made by their client alone, and each client can make all of its own. */
@Tag("any-jdk")
class ResourcesTest {

    private static final Secret SECRET = Secret.of("secret");
    private static final Map<Class<?>, Object> ARGUMENTS = Map.of(ListId.class, ListId.of(1), Path.class, Path.of("."));

    static Stream<Named<AutoCloseable>> clients() {
        return Stream.of(
                named(TBank.builder().token(SECRET).build()),
                named(VccLive.builder().customer("mycc").token(SECRET).build()),
                named(SalesAutopilot.builder().keyPair("user", SECRET).build()),
                named(RemOnline.builder().apiKey(SECRET).build()),
                named(RemOnlineLegacy.builder().apiKey(SECRET).build()));
    }

    @ParameterizedTest
    @MethodSource("clients")
    void givenClient_whenAskedForEachResource_thenMakesIt(AutoCloseable client) throws Exception {
        List<Object> made = new ArrayList<>();

        for (Method method : client.getClass().getMethods()) {
            if (method.getReturnType().getSimpleName().matches("\\w+(Api|Archive)")) {
                made.add(method.invoke(client, arguments(method)));
            }
        }
        client.close();

        assertThat(made).hasSizeGreaterThan(7).doesNotContainNull();
    }

    @Test
    void givenResourceClasses_whenRead_thenNoneHasPublicConstructor() {
        List<String> open = new ClassFileImporter()
                        .withImportOption(new MainClasses())
                        .importPackages(
                                "io.mostik.bankcards",
                                "io.mostik.pbx",
                                "io.mostik.salesautopilot",
                                "io.mostik.remonline")
                        .stream()
                        .filter(type -> type.getSimpleName().endsWith("Api"))
                        .flatMap(type -> type.getConstructors().stream())
                        .filter(constructor -> constructor.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(constructor -> constructor.getOwner().getSimpleName())
                        .toList();

        assertThat(open).isEmpty();
    }

    private static Object[] arguments(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(type -> type.isEnum() ? type.getEnumConstants()[0] : ARGUMENTS.get(type))
                .toArray();
    }

    private static Named<AutoCloseable> named(AutoCloseable client) {
        return Named.of(client.getClass().getSimpleName(), client);
    }
}
