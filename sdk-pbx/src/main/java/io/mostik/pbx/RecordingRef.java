package io.mostik.pbx;

import java.nio.file.Path;
import java.util.Optional;
import org.immutables.value.Value;

/** Where the recording of a call is to be had: by an id at the PBX, or in a file that came with the call's data. */
@Value.Immutable
public interface RecordingRef {

    /** Returns the coded id by which the PBX gives it out. How long it is valid is not known: fetch it promptly. */
    Optional<String> id();

    /** Returns the file that was written from the call's data. */
    Optional<Path> file();

    /** Returns the SHA-256 of the file in lower-case hexadecimal. */
    Optional<String> sha256();

    /** Returns the format: of the file by its beginning, otherwise as the PBX calls it. */
    @Value.Default
    default AudioFormat format() {
        return AudioFormat.UNKNOWN;
    }

    /** Returns the name that the PBX gives it. Never use it as a path. */
    @Value.Redacted
    Optional<String> name();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a reference. */
    final class Builder extends ImmutableRecordingRef.Builder {
        Builder() {}
    }
}
