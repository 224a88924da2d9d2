package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestedFileTest {

    private static final int BLOCK = 64 * 1024;
    private static final Set<String> NAMES = Set.of("mostik-checksum", "mostik-sync");

    private Path file;

    @BeforeEach
    void makeTheFile(@TempDir Path folder) throws IOException {
        file = Files.createFile(folder.resolve("file"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK, 50 * BLOCK + 17, 600 * BLOCK + 1})
    void writesAndDigestsAllThatCameWhateverItsSize(int size) throws Exception {
        byte[] content = new byte[size];
        Random random = new Random(size);
        random.nextBytes(content);
        byte[] checksum;
        try (DigestedFile written = DigestedFile.open(file, sha256())) {
            for (int at = 0; at < size; ) {
                int piece = Math.min(size - at, 1 + random.nextInt(40_000));
                written.add(ByteBuffer.wrap(content, at, piece).asReadOnlyBuffer());
                at += piece;
            }
            checksum = written.complete();
        }

        assertThat(file).hasBinaryContent(content);
        assertThat(checksum).isEqualTo(sha256().digest(content));
        assertNoThreadIsLeft();
    }

    @Test
    void endsItsThreadWhenItIsClosedInTheMiddle() throws Exception {
        try (DigestedFile written = DigestedFile.open(file, sha256())) {
            written.add(ByteBuffer.allocate(10 * BLOCK));
        }

        assertNoThreadIsLeft();
    }

    @Test
    @Timeout(20)
    void failsAndDoesNotWaitForEverWhenDigestingFails() throws Exception {
        try (DigestedFile written = DigestedFile.open(file, new BrokenDigest())) {
            assertThatThrownBy(() -> {
                        written.add(ByteBuffer.allocate(10 * BLOCK));
                        written.complete();
                    })
                    .isInstanceOf(IOException.class)
                    .hasMessage("no checksum");
        }

        assertNoThreadIsLeft();
    }

    private static MessageDigest sha256() throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256");
    }

    private static void assertNoThreadIsLeft() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (NAMES.contains(thread.getName())) {
                thread.join(Duration.ofSeconds(10).toMillis());
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }

    /** A provider's digest that does not work. */
    private static final class BrokenDigest extends MessageDigest {

        BrokenDigest() {
            super("broken");
        }

        @Override
        protected void engineUpdate(byte input) {
            throw new IllegalStateException("broken");
        }

        @Override
        protected void engineUpdate(byte[] input, int offset, int length) {
            throw new IllegalStateException("broken");
        }

        @Override
        protected byte[] engineDigest() {
            throw new IllegalStateException("broken");
        }

        @Override
        protected void engineReset() {
            // Nothing is kept.
        }
    }
}
