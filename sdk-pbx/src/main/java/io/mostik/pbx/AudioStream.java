package io.mostik.pbx;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * A recording being read. It lies whole in a temporary file, which goes when this is closed.
 *
 * @param contentType what the PBX called it
 * @param bytes its size
 * @param format as its beginning tells
 * @param content the audio
 */
public record AudioStream(Optional<String> contentType, long bytes, AudioFormat format, InputStream content)
        implements AutoCloseable {

    @Override
    public void close() throws IOException {
        content.close();
    }
}
