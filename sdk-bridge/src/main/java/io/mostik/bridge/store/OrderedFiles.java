package io.mostik.bridge.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * Files of H2 in which the last block of each writing comes to the disk after all others of it. H2 knows by that block, which
 * ends a part of its file, that the part was written; it keeps no checksum of what lies before it.
 */
public final class OrderedFiles extends FilePathWrapper {

    /** What addresses of such files begin with, after {@code jdbc:h2:}. */
    public static final String SCHEME = "ordered";

    private static final int BLOCK = 4096;

    /** Made by H2 too. */
    public OrderedFiles() {}

    /** Makes these addresses known to H2. */
    public static void register() {
        FilePath.register(new OrderedFiles());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Ordered(getBase().open(mode));
    }

    /** The way of H2 to a file. */
    private static final class Ordered extends DelegatingFile {

        Ordered(FileChannel file) {
            super(file);
        }

        @Override
        public synchronized int write(ByteBuffer bytes, long position) throws IOException {
            int all = bytes.remaining();
            int last = bytes.limit();
            long at = position;
            if (all > BLOCK) {
                bytes.limit(last - BLOCK);
                at = writeAll(bytes, at);
                force(false);
                bytes.limit(last);
            }
            long unusedEnd = writeAll(bytes, at);
            return all;
        }

        private long writeAll(ByteBuffer bytes, long position) throws IOException {
            long at = position;
            while (bytes.hasRemaining()) {
                at += super.write(bytes, at);
            }
            return at;
        }
    }
}
