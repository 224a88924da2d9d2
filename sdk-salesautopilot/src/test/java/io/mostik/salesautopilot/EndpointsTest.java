package io.mostik.salesautopilot;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Effect;
import io.mostik.core.http.Endpoint;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every endpoint that the client declares stands in the table of operations; those of sources have tests of their own. */
class EndpointsTest {

    private static final Path CLASSES = Path.of("target", "classes");
    /** Checked by the tests of the log-in: a caller does not call it. */
    private static final String LOGIN = "v2.login";

    private static final List<Endpoint<?>> DECLARED = new ArrayList<>();

    @BeforeAll
    static void readClasses() throws Exception {
        try (Stream<Path> files = Files.walk(CLASSES.resolve("io/mostik/salesautopilot"))) {
            for (Path file : files.filter(EndpointsTest::isOfTheClient).toList()) {
                String name = CLASSES.relativize(file).toString().replace('/', '.');
                declaredIn(Class.forName(name.substring(0, name.length() - ".class".length())));
            }
        }
    }

    @Test
    void givenClient_whenReadingEndpoints_thenThereAreAllOfVendors() {
        assertThat(DECLARED).hasSizeGreaterThanOrEqualTo(70);
    }

    @Test
    void givenEndpoints_whenComparedWithTable_thenEachHasContract() throws IOException {
        List<Operation> table = OperationsTest.operations().toList();

        for (Endpoint<?> endpoint : DECLARED) {
            if (!endpoint.operation().equals(LOGIN)) {
                assertThat(table)
                        .as("a row of " + endpoint.operation() + " " + endpoint.path())
                        .anyMatch(row -> isOf(row, endpoint));
            }
        }
    }

    private static boolean isOfTheClient(Path file) {
        return file.toString().endsWith(".class") && !file.toString().contains("/source/");
    }

    private static boolean isOf(Operation row, Endpoint<?> endpoint) {
        Effect effect = endpoint.effect();
        String path = row.target().replaceFirst("^/v2(?=/)", "").replaceFirst("\\?.*", "");
        return row.name().equals(endpoint.operation())
                && row.effect() == effect
                && row.verb().equals(endpoint.method())
                && path.matches(endpoint.path().replaceAll("\\{\\w+}", "[^/]+"));
    }

    private static void declaredIn(Class<?> type) throws IllegalAccessException {
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == Endpoint.class) {
                field.setAccessible(true);
                DECLARED.add((Endpoint<?>) field.get(null));
            }
        }
    }
}
