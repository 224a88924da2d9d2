package io.mostik.core.http;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;

/** Reads buffers one after the other without joining them. */
final class ByteBuffersInputStream extends InputStream {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Iterator<ByteBuffer> pieces;
    private ByteBuffer current = NOTHING;

    ByteBuffersInputStream(List<ByteBuffer> pieces) {
        this.pieces = pieces.iterator();
    }

    @Override
    public int read() {
        return advance() ? current.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!advance()) {
            return -1;
        }
        int size = Math.min(length, current.remaining());
        current.get(target, offset, size);
        return size;
    }

    @Override
    public int available() {
        return current.remaining();
    }

    private boolean advance() {
        while (!current.hasRemaining()) {
            if (!pieces.hasNext()) {
                return false;
            }
            current = pieces.next().duplicate();
        }
        return true;
    }
}
