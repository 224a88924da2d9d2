package io.mostik.core;

import java.util.List;
import java.util.stream.Collectors;

/** The dialects of all supported databases. */
final class Dialects {

    private static final List<Dialect> ALL =
            List.of(new PostgresDialect(), new H2Dialect(), new MariaDbDialect(), new SqliteDialect());

    private Dialects() {}

    /**
     * Returns the dialect of a product.
     *
     * @throws StateStoreException if there is none
     */
    static Dialect of(String product) {
        return ALL.stream()
                .filter(dialect -> dialect.products().contains(product))
                .findFirst()
                .orElseThrow(
                        () -> new StateStoreException(product + " is not supported as a state store; " + supported()
                                + " are. For another database, implement StateStore and run StateStoreContract on it"));
    }

    private static String supported() {
        return ALL.stream().flatMap(dialect -> dialect.products().stream()).collect(Collectors.joining(", "));
    }
}
