package io.mostik.examples.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What an embedder gets with a module: every further jar is one more to keep up to date and to explain. */
class DependencyTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> NOT_AT_RUN_TIME = Set.of("test", "provided");

    @ParameterizedTest
    @CsvSource({
        "sdk-core, jackson-databind jackson-datatype-jsr310 jackson-datatype-jdk8 jspecify",
        "sdk-bank-cards, sdk-core",
        "sdk-pbx, sdk-core libphonenumber",
        "sdk-salesautopilot, sdk-core",
        "sdk-remonline, sdk-core",
        "sdk-data-hub, sdk-core sdk-remonline",
        "sdk-micrometer, sdk-core",
        "sdk-bridge, sdk-core sdk-bank-cards sdk-pbx sdk-salesautopilot sdk-remonline db-scheduler slf4j-api snakeyaml-engine",
        "sdk-spring-boot-starter, sdk-core spring-boot-autoconfigure"
    })
    void givenModule_whenReadingDependencies_thenThereAreNoOthers(String module, String permitted) throws Exception {
        Path pom = ROOT.resolve(module).resolve("pom.xml");

        List<String> found = atRunTime(pom);

        assertThat(Files.exists(pom)).isTrue();
        assertThat(found).containsExactlyInAnyOrder(permitted.split(" "));
    }

    private static List<String> atRunTime(Path pom) throws Exception {
        Element project = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(pom.toFile())
                .getDocumentElement();
        List<String> names = new ArrayList<>();
        for (Element dependencies : children(project, "dependencies")) {
            for (Element dependency : children(dependencies, "dependency")) {
                boolean isOptional = text(dependency, "optional").equals("true");
                if (!isOptional && !NOT_AT_RUN_TIME.contains(text(dependency, "scope"))) {
                    names.add(text(dependency, "artifactId"));
                }
            }
        }
        return names;
    }

    private static String text(Element parent, String name) {
        return children(parent, name).stream()
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                children.add(element);
            }
        }
        return children;
    }
}
