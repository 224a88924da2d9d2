package io.mostik.bridge.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * Files of H2 in which the last block of each writing comes to the disk after all others of it. H2 knows by that block, which
 * ends a part of its file, that the part was written; it keeps no checksum of what lies before it.
 */
public final class OrderedFiles extends FilePathWrapper {

    /** What addresses of such files begin with, after {@code jdbc:h2:}. */
    public static final String SCHEME = "ordered";

    static final int BLOCK = 4096;

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
    private static final class Ordered extends FileBase {

        private final FileChannel file;

        Ordered(FileChannel file) {
            this.file = file;
        }

        @Override
        public synchronized int write(ByteBuffer bytes, long position) throws IOException {
            int all = bytes.remaining();
            int last = bytes.limit();
            if (all <= BLOCK) {
                return file.write(bytes, position);
            }
            long at = position;
            bytes.limit(last - BLOCK);
            while (bytes.hasRemaining()) {
                at += file.write(bytes, at);
            }
            file.force(false);
            bytes.limit(last);
            while (bytes.hasRemaining()) {
                at += file.write(bytes, at);
            }
            return all;
        }

        @Override
        public synchronized int write(ByteBuffer bytes) throws IOException {
            int count = write(bytes, file.position());
            file.position(file.position() + count);
            return count;
        }

        @Override
        public FileChannel truncate(long length) throws IOException {
            file.truncate(length);
            return this;
        }

        @Override
        public void force(boolean isMetaData) throws IOException {
            file.force(isMetaData);
        }

        @Override
        public synchronized int read(ByteBuffer bytes) throws IOException {
            return file.read(bytes);
        }

        @Override
        public synchronized int read(ByteBuffer bytes, long position) throws IOException {
            return file.read(bytes, position);
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            file.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean isShared) throws IOException {
            return file.tryLock(position, size, isShared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
