package io.mostik.remonline;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.remonline.legacy.RemOnlineLegacy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each class of methods says of which client, and how, it is obtained. */
class ObtainedFromTest {

    private static final Pattern SAID = Pattern.compile("Obtained from\\W*\\{@code\\W*(\\w+)\\.(\\w+)\\(\\)}");
    private static final Map<String, Class<?>> CLIENTS =
            Map.of("RemOnline", RemOnline.class, "RemOnlineLegacy", RemOnlineLegacy.class);

    static List<Path> apis() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith("Api.java")).toList();
        }
    }

    @Test
    void givenSources_whenLookedFor_thenTheyAreThere() throws IOException {
        assertThat(apis()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("apis")
    void givenApi_whenItsJavadocIsRead_thenSaysTheTruth(Path api) throws Exception {
        Matcher said = SAID.matcher(Files.readString(api));

        assertThat(said.find()).as("says where it is obtained from").isTrue();
        Class<?> obtained = CLIENTS.get(said.group(1)).getMethod(said.group(2)).getReturnType();
        assertThat(obtained.getSimpleName() + ".java")
                .isEqualTo(api.getFileName().toString());
    }
}
