package io.mostik.bridge.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Unpacks the copies of a database. */
final class Unzip {

    private Unzip() {}

    /** Unpacks the files of a zip into a folder; entries with a path are refused. */
    static void into(Path zip, Path folder) throws IOException {
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(file)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (!entry.getName().matches("bridge\\.[a-z.]+")) {
                    throw new IllegalArgumentException(
                            zip.getFileName() + " is no copy of a journal: it holds other files");
                }
                Files.copy(entries, folder.resolve(entry.getName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
