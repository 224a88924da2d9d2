package io.mostik.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compiles and runs every Java block of the README, and keeps its version and its table of modules true. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path work;

    static Stream<String> blocks() throws Exception {
        Matcher matcher = BLOCK.matcher(readme());
        return matcher.results().map(block -> block.group(1));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void givenJavaBlock_whenCompiledAndRun_thenItWorks(String block) throws Exception {
        Path source = work.resolve("Block.java");
        Files.writeString(source, asClass(block));

        assertThat(compile(source)).isEmpty();

        try (URLClassLoader loader = new URLClassLoader(new URL[] {work.toUri().toURL()})) {
            loader.loadClass("Block").getMethod("run").invoke(null);
        }
    }

    @Test
    void givenReadme_whenCounted_thenItHasBlocks() throws Exception {
        assertThat(blocks()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void givenVersionInReadme_whenCompared_thenItIsTheBuilds() throws Exception {
        Matcher version =
                Pattern.compile("<version>([^<]+)</version>").matcher(Files.readString(ROOT.resolve("pom.xml")));
        assertThat(version.find()).isTrue();

        assertThat(readme()).contains("<version>" + version.group(1) + "</version>");
    }

    @Test
    void givenModules_whenLookedUp_thenTheReadmeNamesEachPublishedOne() throws Exception {
        for (String module :
                List.of("sdk-bank-cards", "sdk-pbx", "sdk-salesautopilot", "sdk-remonline", "sdk-testing", "sdk-bom")) {
            assertThat(readme()).contains(module);
        }
    }

    private static String readme() throws Exception {
        return Files.readString(ROOT.resolve("README.md"));
    }

    private static String asClass(String block) {
        StringBuilder imports = new StringBuilder();
        StringBuilder code = new StringBuilder();
        block.lines()
                .forEach(line -> (line.startsWith("import ") ? imports : code)
                        .append(line)
                        .append('\n'));
        return imports + "public class Block { public static void run() throws Exception {\n" + code + "}}\n";
    }

    private String compile(Path source) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            compiler.getTask(
                            complaints,
                            files,
                            null,
                            List.of("-d", work.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none"),
                            null,
                            files.getJavaFileObjects(source))
                    .call();
        }
        return complaints.toString();
    }
}
