package io.mostik.bridge;

import io.mostik.bridge.store.OrderedFiles;
import java.nio.file.Path;

/** Addresses of H2 in files that a power cut leaves whole, for {@link BridgeBuilder#powerSafe}. Needs H2 on the class path. */
public final class H2Files {

    private H2Files() {}

    /**
     * Returns the JDBC address of a file, without settings, and makes it known to H2. What H2 writes at once reaches the disk
     * before its last block does, by which H2 tells that it is complete: a disk may write blocks in any order, and H2 cannot
     * open a file whose last part is complete by that mark and is not.
     *
     * @param file the file without {@code .mv.db}
     */
    public static String address(Path file) {
        OrderedFiles.register();
        return "jdbc:h2:" + OrderedFiles.SCHEME + ":" + file.toAbsolutePath();
    }
}
