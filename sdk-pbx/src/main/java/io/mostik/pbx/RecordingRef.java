package io.mostik.pbx;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Redacted;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Where a recording of a call is to be had: by an id at the PBX, at an address, or in a file that came with the call's data. */
@Value.Immutable
@JsonDeserialize(builder = RecordingRef.Builder.class)
public interface RecordingRef {

    /** Returns the coded id by which the PBX gives it out. How long it is valid is not known: fetch it promptly. */
    Optional<String> id();

    /** Returns the file that was written from the call's data. */
    Optional<Path> file();

    /**
     * Returns the address at which the PBX has it. It comes from the push: fetch it from hosts that you know only, and send
     * no credentials of yours along. It may be a signed one, which ends soon.
     */
    @Redacted
    Optional<String> url();

    /** Returns the SHA-256 of the file in lower-case hexadecimal. */
    Optional<String> sha256();

    /** Returns the format: of the file by its beginning, otherwise as the PBX calls it. */
    @Value.Default
    default AudioFormat format() {
        return AudioFormat.UNKNOWN;
    }

    /** Returns the name that the PBX gives it. Never use it as a path. */
    @Redacted
    Optional<String> name();

    /** Returns how long it sounds, as far as its file tells. */
    Optional<Duration> length();

    /** Returns what is wrong with its file; also empty where it was not looked into. */
    List<RecordingDefect> defects();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a reference. */
    final class Builder extends ImmutableRecordingRef.Builder {
        Builder() {}
    }
}
