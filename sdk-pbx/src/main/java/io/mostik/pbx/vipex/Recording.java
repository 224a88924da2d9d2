package io.mostik.pbx.vipex;

import io.mostik.pbx.AudioFormat;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A recording that came whole.
 *
 * @param file where it is
 * @param bytes its size
 * @param sha256 its checksum in lower-case hexadecimal
 * @param format as its beginning tells
 * @param contentType what the PBX called it
 */
public record Recording(Path file, long bytes, String sha256, AudioFormat format, Optional<String> contentType) {}
