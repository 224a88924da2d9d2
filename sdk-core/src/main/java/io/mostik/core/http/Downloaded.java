package io.mostik.core.http;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A downloaded file, complete and on the disk.
 *
 * @param file where it is
 * @param bytes its size
 * @param checksum in lower-case hexadecimal, by the algorithm asked for
 * @param contentType what the vendor called it
 */
public record Downloaded(Path file, long bytes, String checksum, Optional<String> contentType) {}
