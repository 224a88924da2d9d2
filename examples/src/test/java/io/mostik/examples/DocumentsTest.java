package io.mostik.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compiles and runs the Java of the README and of the documents, and holds what they say against the code. */
@Tag("any-jdk")
class DocumentsTest {

    @TempDir
    Path work;

    static Stream<Documents.Block> runnable() throws IOException {
        return Documents.blocks().stream().filter(block -> block.source().isEmpty());
    }

    static Stream<Documents.Block> quoted() throws IOException {
        return Documents.blocks().stream().filter(block -> !block.source().isEmpty());
    }

    static List<Path> documents() throws IOException {
        return Documents.all();
    }

    @ParameterizedTest
    @MethodSource("runnable")
    void givenJavaBlock_whenCompiledAndRun_thenItWorks(Documents.Block block) throws Exception {
        JavaBlock java = JavaBlock.of(block.code(), work);

        assertThat(java.compile()).isEmpty();

        try (URLClassLoader loader = new URLClassLoader(new URL[] {work.toUri().toURL()})) {
            loader.loadClass("Block").getMethod("run").invoke(null);
        }
    }

    @ParameterizedTest
    @MethodSource("quoted")
    void givenBlockFromASource_whenCompared_thenEveryLineStandsThere(Documents.Block block) throws Exception {
        List<String> source = stripped(Files.readString(Documents.ROOT.resolve(block.source())));

        assertThat(source).containsAll(stripped(block.code()));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void givenLinksBetweenDocuments_whenFollowed_thenSomethingIsThere(Path document) throws Exception {
        for (String link : Documents.links(document)) {
            if (!link.contains(":")) {
                assertThat(document.resolveSibling(link).normalize()).exists();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void givenCommands_whenLookedUp_thenStoryAndProgramExist(Path document) throws Exception {
        String text = Files.readString(document);

        assertThat(Tour.STORIES).extracting(Story::name).containsAll(Documents.stories(text));
        for (String program : Documents.programs(text)) {
            assertThat(Class.forName(program).getMethod("main", String[].class)).isNotNull();
        }
    }

    @Test
    void givenExamples_whenComparedWithTheTable_thenNoneIsMissing() throws Exception {
        List<String> runnable = Documents.runnableClasses();

        assertThat(Documents.named())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        runnable.stream().filter(name -> !name.equals("Tour")).toList());
        assertThat(Tour.STORIES)
                .extracting(Story::name)
                .containsExactlyInAnyOrderElementsOf(runnable.stream()
                        .filter(name -> !name.equals("Tour") && !name.contains("."))
                        .toList());
    }

    @Test
    void givenStories_whenSourcesAreMeasured_thenNoneIsLongerThanPage() throws Exception {
        for (Story story : Tour.STORIES) {
            Path source = Documents.ROOT.resolve("examples/src/main/java/io/mostik/examples/" + story.name() + ".java");

            assertThat(Files.readAllLines(source)).as(story.name()).hasSizeLessThanOrEqualTo(60);
        }
    }

    @Test
    void givenReadme_whenCounted_thenItHasBlocks() throws Exception {
        assertThat(runnable()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(quoted()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void givenVersionInReadme_whenCompared_thenItIsTheBuilds() throws Exception {
        Matcher version = Pattern.compile("<version>([^<]+)</version>")
                .matcher(Files.readString(Documents.ROOT.resolve("pom.xml")));
        assertThat(version.find()).isTrue();

        assertThat(Documents.readme()).contains("<version>" + version.group(1) + "</version>");
    }

    @Test
    void givenModules_whenLookedUp_thenTheReadmeNamesEachPublishedOne() throws Exception {
        for (String module : List.of(
                "sdk-bank-cards",
                "sdk-pbx",
                "sdk-salesautopilot",
                "sdk-remonline",
                "sdk-data-hub",
                "sdk-bridge",
                "sdk-testing",
                "sdk-bom")) {
            assertThat(Documents.readme()).contains(module);
        }
    }

    private static List<String> stripped(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
