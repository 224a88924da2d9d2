package io.mostik.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialectTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "databases.md");

    @ParameterizedTest
    @ValueSource(strings = {"PostgreSQL", "H2", "MariaDB", "SQLite"})
    void givenDocument_whenRead_thenHoldsTheStatement(String product) throws Exception {
        String document = Files.readString(DOCUMENT)
                .replaceAll("\\s+", " ")
                .replace("( ", "(")
                .replace(" )", ")");

        assertThat(document).contains(JdbcStateStore.createTableStatement(product));
    }

    @Test
    void givenClockAhead_whenNextVersionIsNeeded_thenIsAboveTheKnown() {
        long ahead = Versions.next(2_000_000_000_000L, 0);

        assertThat(Versions.next(1_000_000_000_000L, ahead)).isEqualTo(ahead + 1);
        assertThat(Versions.next(2_000_000_000_001L, ahead)).isGreaterThan(ahead + 1);
    }
}
