package io.mostik.remonline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With {@code -Dmostik.docs.write=true} writes the table; otherwise compares it. */
class OperationsTableTest {

    private static final Path TABLE = Path.of("..", "docs", "remonline-operations.md");

    @Test
    void givenEndpoints_whenLookingForTests_thenEachHasOne() {
        assertThat(OperationsTable.tests().keySet())
                .containsExactlyInAnyOrderElementsOf(Operations.all().keySet());
    }

    @Test
    void givenEndpoints_whenReadingTheDocument_thenItIsUpToDate() throws IOException {
        if (Boolean.getBoolean("mostik.docs.write")) {
            Files.writeString(TABLE, OperationsTable.markdown());
        }

        assertThat(TABLE).hasContent(OperationsTable.markdown());
    }

    @Test
    void givenOfficialTokenFile_whenReadingOperations_thenAllTyped() {
        List<String> typed =
                Operations.all().values().stream().map(TokenGeneration::name).toList();

        assertThat(TokenGeneration.OPERATIONS).hasSize(80).doesNotHaveDuplicates();
        assertThat(typed).containsAll(TokenGeneration.OPERATIONS);
    }
}
