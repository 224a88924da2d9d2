package io.mostik.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** The class path as jars: what Maven left as folders is packed, as it would be to be published. */
final class Jars {

    private final Path folder;
    private final List<Path> jars = new ArrayList<>();

    Jars(Path folder) {
        this.folder = folder;
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry).toAbsolutePath();
            if (entry.isEmpty()) {
                continue;
            }
            if (Files.isDirectory(path)) {
                jars.add(pack(path));
            } else if (Files.exists(path)) {
                jars.add(path);
            }
        }
    }

    String classPath() {
        return String.join(File.pathSeparator, jars.stream().map(Path::toString).toList());
    }

    /** Returns the bytes of the jars whose name begins so. */
    long size(String name) {
        return jars.stream()
                .filter(jar -> jar.getFileName().toString().startsWith(name))
                .mapToLong(Jars::size)
                .sum();
    }

    private Path pack(Path classes) {
        Path jar = folder.resolve(classes.getName(classes.getNameCount() - 3) + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> all = Files.walk(classes)) {
            for (Path one : all.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(one).toString().replace(File.separatorChar, '/')));
                Files.copy(one, out);
                out.closeEntry();
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path jar) {
        try {
            return Files.size(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
