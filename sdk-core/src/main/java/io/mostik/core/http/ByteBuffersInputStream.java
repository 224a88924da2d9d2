package io.mostik.core.http;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;

/** Reads buffers one after the other without joining them; leaves their positions as they are. */
final class ByteBuffersInputStream extends InputStream {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Iterator<ByteBuffer> pieces;
    private ByteBuffer current = NOTHING;
    private int at;

    ByteBuffersInputStream(List<ByteBuffer> pieces) {
        this.pieces = pieces.iterator();
    }

    @Override
    public int read() {
        return advance() ? current.get(at++) & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!advance()) {
            return -1;
        }
        int size = Math.min(length, available());
        current.get(at, target, offset, size);
        at += size;
        return size;
    }

    @Override
    public int available() {
        return current.limit() - at;
    }

    private boolean advance() {
        while (at >= current.limit()) {
            if (!pieces.hasNext()) {
                return false;
            }
            current = pieces.next();
            at = current.position();
        }
        return true;
    }
}
