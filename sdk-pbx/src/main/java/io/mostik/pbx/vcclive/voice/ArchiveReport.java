package io.mostik.pbx.vcclive.voice;

import io.mostik.core.SdkException;
import java.nio.file.Path;
import java.util.List;

/**
 * What one run of the archive did.
 *
 * @param archived recordings that are on disk and marked as archived
 * @param failed recordings that are not marked; the next run takes them up again
 */
public record ArchiveReport(List<Archived> archived, List<Failed> failed) {

    /** Keeps unmodifiable copies. */
    public ArchiveReport {
        archived = List.copyOf(archived);
        failed = List.copyOf(failed);
    }

    /**
     * A recording that is on disk.
     *
     * @param file as the vendor listed it
     * @param path where it is
     * @param md5 its checksum, which the vendor has confirmed
     * @param fetched whether it came in this run; if not, an earlier one had left it behind whole
     */
    public record Archived(VoiceFile file, Path path, String md5, boolean fetched) {}

    /**
     * A recording that was not archived.
     *
     * @param file as the vendor listed it
     * @param reason why
     */
    public record Failed(VoiceFile file, SdkException reason) {}
}
