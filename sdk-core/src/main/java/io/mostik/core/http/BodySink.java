package io.mostik.core.http;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Takes the body of an answer as it arrives, so that it is never in memory as a whole. */
interface BodySink {

    /** Returns whether it wants the body of this answer; error answers are read into memory instead. */
    boolean wants(int status, ApiHeaders headers);

    /** Starts from the beginning; called for every try. */
    void begin() throws IOException;

    /** Takes the next piece. */
    void accept(ByteBuffer piece) throws IOException;

    /** Ends well. */
    void complete() throws IOException;

    /** Returns what came in place of a file, once it has ended well; empty if it was one. */
    default ResponseBody words() {
        return ResponseBody.EMPTY;
    }

    /** Ends badly: throws away what came. */
    void abort();
}
