package io.mostik.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Random;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last block of a writing is on the disk only if all others are. */
class OrderedFilesTest {

    private static final String NAME = "ordered-files";
    private static final String LEFT = NAME + "-left";

    @BeforeAll
    static void register() {
        CutDisk.register();
        OrderedFiles.register();
    }

    @AfterEach
    void forget() {
        CutDisk.forget(NAME);
        CutDisk.forget(LEFT);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "4096, 0", "4097, 1", "8192, 4096", "20480, 16384", "20000, 15904"})
    void givenWriting_whenCutBeforeItIsForced_thenAllButItsLastBlockIsThere(int size, int left) throws IOException {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) 7);
        try (FileChannel file =
                FilePath.get("ordered:cut:memFS:" + NAME + ".mv.db").open("rw")) {
            assertThat(file.write(ByteBuffer.wrap(bytes), 0)).isEqualTo(size);
            assertThat(read(file, size)).isEqualTo(bytes);
            CutDisk.cut(NAME, CutDisk.Loss.ALL, new Random(1), LEFT);
        }

        try (FileChannel file = FilePath.get("memFS:" + LEFT + ".mv.db").open("r")) {
            assertThat(file.size()).isEqualTo(left);
            assertThat(read(file, left)).isEqualTo(Arrays.copyOf(bytes, left));
        }
    }

    private static byte[] read(FileChannel file, int size) throws IOException {
        ByteBuffer read = ByteBuffer.allocate(size);
        while (read.hasRemaining() && file.read(read, read.position()) > 0) {
            assertThat(read.position()).isPositive();
        }
        return read.array();
    }
}
