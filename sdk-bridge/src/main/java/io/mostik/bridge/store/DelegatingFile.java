package io.mostik.bridge.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBase;

/** A file of H2 that does what another one does; whoever wants to change a step overrides it. */
class DelegatingFile extends FileBase {

    private final FileChannel file;

    DelegatingFile(FileChannel file) {
        this.file = file;
    }

    @Override
    public synchronized int write(ByteBuffer bytes, long position) throws IOException {
        return file.write(bytes, position);
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
