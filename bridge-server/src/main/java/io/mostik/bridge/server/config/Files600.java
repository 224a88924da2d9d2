package io.mostik.bridge.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;

/** Looks whether others on the machine may read a file, and makes files that they may not. */
final class Files600 {

    private static final Set<PosixFilePermission> OTHERS =
            Set.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.GROUP_WRITE);

    /** Returns a warning if others may read or change a file; none where the system has other rights. */
    List<String> warnings(Path file) {
        try {
            return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)
                    ? List.of(file.getFileName() + " can be read or changed by others on this machine: chmod 600")
                    : List.of();
        } catch (IOException | UnsupportedOperationException e) {
            return List.of();
        }
    }
}
