package io.mostik.bridge.server.config;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the journal is kept.
 *
 * @param url as it stands in the file, such as {@code h2:data} or {@code postgresql://host/name}
 * @param kind which database it is
 * @param folder the folder of a database in files
 * @param user name at PostgreSQL; empty text for none
 * @param password at PostgreSQL
 * @param pepper under which persons are found again
 * @param isPowerSafe whether each commit is on the disk before it is answered
 */
public record StoreSettings(
        String url,
        Kind kind,
        Optional<Path> folder,
        String user,
        Optional<SecretSetting> password,
        Optional<SecretSetting> pepper,
        boolean isPowerSafe) {

    /** The databases that are known. */
    public enum Kind {
        /** H2 in files: one program at a time. */
        H2,
        /** H2 in memory, which ends with the program: for a trial. */
        MEMORY,
        /** PostgreSQL 13 or later: one program or several. */
        POSTGRESQL
    }

    /** Checks that no part is missing. */
    public StoreSettings {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(pepper, "pepper");
    }

    /** Returns a database in memory. */
    public static StoreSettings inMemory(Optional<SecretSetting> pepper) {
        return new StoreSettings("h2:mem", Kind.MEMORY, Optional.empty(), "", Optional.empty(), pepper, false);
    }
}
