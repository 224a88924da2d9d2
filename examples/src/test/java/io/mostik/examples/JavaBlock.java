package io.mostik.examples;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Statements of a document, made a class that can be compiled and run. */
final class JavaBlock {

    private final Path source;
    private final Path work;

    private JavaBlock(Path source, Path work) {
        this.source = source;
        this.work = work;
    }

    static JavaBlock of(String block, Path work) throws IOException {
        Path source = work.resolve("Block.java");
        Files.writeString(source, asClass(block));
        return new JavaBlock(source, work);
    }

    /** Returns what the compiler had to say; nothing when all is well. */
    String compile() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-d", work.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
            compiler.getTask(complaints, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
        }
        return complaints.toString();
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
}
