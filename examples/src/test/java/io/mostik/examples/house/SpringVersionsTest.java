package io.mostik.examples.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The applications on Spring Boot are no children of the root, as those of embedders; their versions are its versions. */
@Tag("any-jdk")
class SpringVersionsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void givenApplications_whenReadingVersions_thenTheyMatchTheRoot() throws IOException {
        String root = Files.readString(ROOT.resolve("pom.xml"));

        assertThat(version("examples/spring-desk", "spring-boot.version"))
                .isEqualTo(property(root, "spring-boot.version"));
        assertThat(version("examples/spring-desk-boot4", "spring-boot.version"))
                .isEqualTo(property(root, "spring-boot4.version"));
        for (String application : List.of("examples/spring-desk", "examples/spring-desk-boot4")) {
            assertThat(Files.readString(ROOT.resolve(application).resolve("pom.xml")))
                    .contains("<mostik.version>" + ours(root) + "</mostik.version>")
                    .contains("<version>" + plugin(root, "maven-surefire-plugin") + "</version>")
                    .contains("<version>" + plugin(root, "maven-compiler-plugin") + "</version>");
        }
    }

    @Test
    void givenLibraries_whenTheBomIsRead_thenItListsEachOfThem() throws IOException {
        String bom = Files.readString(ROOT.resolve("sdk-bom/pom.xml"));

        try (Stream<Path> folders = Files.list(ROOT)) {
            List<String> libraries = folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> name.startsWith("sdk-") && !name.equals("sdk-bom"))
                    .toList();
            assertThat(libraries)
                    .isNotEmpty()
                    .allSatisfy(library -> assertThat(bom).contains("<artifactId>" + library + "</artifactId>"));
        }
    }

    private static String version(String application, String property) throws IOException {
        return property(Files.readString(ROOT.resolve(application).resolve("pom.xml")), property);
    }

    private static String property(String pom, String name) {
        return first(pom, "<" + Pattern.quote(name) + ">([^<]+)</");
    }

    private static String plugin(String pom, String name) {
        return first(pom, "<artifactId>" + name + "</artifactId>\\s*<version>([^<]+)</version>");
    }

    private static String ours(String pom) {
        return first(pom, "<artifactId>mostik</artifactId>\\s*<version>([^<]+)</version>");
    }

    private static String first(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
