package io.mostik.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A database to measure on.
 *
 * @param name shown in the report
 * @param url for the driver
 * @param user who asks
 * @param password its password
 */
record Database(String name, String url, String user, String password) {

    private static final Map<String, String> NAMES = Map.of("POSTGRES", "PostgreSQL", "MARIADB", "MariaDB");

    static Database h2(Path file) {
        return new Database("H2", "jdbc:h2:" + file, "sa", "");
    }

    /** Returns those that the variables {@code MOSTIK_TEST_POSTGRES_URL} and {@code MOSTIK_TEST_MARIADB_URL} name. */
    static List<Database> others() {
        List<Database> named = new ArrayList<>();
        for (String each : List.of("POSTGRES", "MARIADB")) {
            String url = variable(each, "URL");
            if (!url.isEmpty()) {
                named.add(new Database(
                        Objects.requireNonNull(NAMES.get(each)),
                        url,
                        variable(each, "USER"),
                        variable(each, "PASSWORD")));
            }
        }
        return named;
    }

    private static String variable(String database, String what) {
        return Objects.requireNonNullElse(System.getenv("MOSTIK_TEST_" + database + "_" + what), "");
    }

    @Override
    public String toString() {
        return name;
    }
}
