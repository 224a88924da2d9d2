package io.mostik.pbx.vcclive.voice;

import io.mostik.core.ApiError;
import io.mostik.core.ApiException;
import io.mostik.core.AuthException;
import io.mostik.core.DecodingException;
import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Page;
import io.mostik.core.Phase;
import io.mostik.core.ProgressListener;
import io.mostik.core.ProgressMeter;
import io.mostik.core.SdkException;
import io.mostik.core.TimeSource;
import io.mostik.pbx.vcclive.voice.ArchiveReport.Archived;
import io.mostik.pbx.vcclive.voice.ArchiveReport.Failed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Takes recordings to a folder: lists, streams to disk, moves into place, and only when the file is safely there marks
 * it as archived by its checksum. A run that was killed at any step is made good by the next one: a file is named after
 * its call, so it is never there twice, and it is marked last, so it is never lost. Obtained from
 * {@code VccLive.voiceArchive(folder)}. One run at a time in a folder, across processes too.
 */
public final class VoiceArchive {

    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}");

    private final VoiceFilesApi files;
    private final Path folder;
    private final ProgressListener progress;

    VoiceArchive(VoiceFilesApi files, Path folder) {
        this(files, folder, ProgressListener.none());
    }

    private VoiceArchive(VoiceFilesApi files, Path folder, ProgressListener progress) {
        this.files = Objects.requireNonNull(files, "files");
        this.folder = Objects.requireNonNull(folder, "folder");
        this.progress = progress;
    }

    /**
     * Returns this archive telling how many recordings a run has dealt with, of how many if the vendor counts them, at most a few
     * times a second and at the end. Told on the thread of the run.
     */
    public VoiceArchive progress(ProgressListener listener) {
        return new VoiceArchive(files, folder, Objects.requireNonNull(listener, "listener"));
    }

    /**
     * Archives the recordings of a month, to {@code folder/yyyy/MM/uuid.mp4}. One that fails does not stop the others.
     *
     * @throws IllegalStateException if another run works in the folder
     * @throws UncheckedIOException if the disk fails
     * @throws SdkException if the list cannot be had, the credentials are refused, or the run was interrupted; what was
     *     archived until then stays so
     */
    public ArchiveReport run(YearMonth month) {
        List<Archived> archived = new ArrayList<>();
        List<Failed> failed = new ArrayList<>();
        ProgressMeter meter = ProgressMeter.start("recordings", progress, TimeSource.system());
        try (ArchiveFolder target = ArchiveFolder.open(folder, month)) {
            for (Page<VoiceFile> page : files.list(month).pages()) {
                meter.total(page.total());
                for (VoiceFile file : page.items()) {
                    take(file, target, archived, failed);
                    meter.add(1);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the archive's folder failed", e);
        } finally {
            meter.end();
        }
        return new ArchiveReport(archived, failed);
    }

    private void take(VoiceFile file, ArchiveFolder target, List<Archived> archived, List<Failed> failed)
            throws IOException {
        try {
            archived.add(archive(file, target));
        } catch (SdkException e) {
            if (e instanceof AuthException || e.failure().cancelled()) {
                throw e;
            }
            failed.add(new Failed(file, e));
        }
    }

    private Archived archive(VoiceFile file, ArchiveFolder target) throws IOException {
        Path path = target.path(nameOf(file));
        if (target.has(path)) {
            String md5 = target.md5(path);
            if (isConfirmed(file, md5)) {
                return new Archived(file, path, md5, false);
            }
        }
        String md5 = files.download(file, path).checksum();
        target.force();
        files.markArchived(file, md5);
        return new Archived(file, path, md5, true);
    }

    /** A file left behind by an earlier run is whole; if the vendor has other bytes, its own are fetched again. */
    private boolean isConfirmed(VoiceFile file, String md5) {
        try {
            files.markArchived(file, md5);
            return true;
        } catch (ApiException e) {
            if (e.outcome() == Outcome.REJECTED && e.error().kind() == ApiError.Kind.OTHER) {
                return false;
            }
            throw e;
        }
    }

    /** The vendor's own names hold people's names and numbers, and anything else: files are named after calls. */
    private static String nameOf(VoiceFile file) {
        if (!FILE_NAME.matcher(file.uuid()).matches()) {
            throw new DecodingException(
                    "uuid of a recording cannot be the name of a file",
                    FailureInfo.lasting("voiceFiles.list", Outcome.UNKNOWN, Phase.DECODE));
        }
        return file.uuid() + ".mp4";
    }
}
