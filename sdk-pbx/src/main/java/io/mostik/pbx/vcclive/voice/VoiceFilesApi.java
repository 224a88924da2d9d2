package io.mostik.pbx.vcclive.voice;

import io.mostik.core.Page;
import io.mostik.core.Paged;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Download;
import io.mostik.core.http.Downloaded;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import io.mostik.core.json.NoAnswer;
import io.mostik.pbx.vcclive.internal.VccAnswer;
import io.mostik.pbx.vcclive.internal.VccDone;
import io.mostik.pbx.vcclive.internal.VccFormats;
import io.mostik.pbx.vcclive.internal.VccList;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Recordings. Obtained from {@code VccLive.voiceFiles()}. Thread-safe. To take all of them, use {@link VoiceArchive}.
 *
 * @see <a href="https://vcc.live/developers/database-api/archiver/set-a-successfully-downloaded-voicefile-as-archived">the
 *     vendor's reference</a>
 */
public final class VoiceFilesApi {

    /** Where a recording is fetched: inferred from where it is marked as archived. */
    public static final String INFERRED_PATH = "/voicefiles/{year}/{month}/{uuid}";

    private static final Duration LONGEST_DOWNLOAD = Duration.ofMinutes(10);

    private static final Endpoint<VccAnswer<Json>> MONTHS =
            Endpoint.read("voiceFiles.months", "GET", "/voicefiles", JsonType.envelope(VccAnswer.class, Json.class));
    private static final Endpoint<VccList<VoiceFile>> LIST = Endpoint.read(
            "voiceFiles.list", "GET", "/voicefiles/{year}/{month}", JsonType.envelope(VccList.class, VoiceFile.class));
    // Twice with the same checksum, the file is as archived as once.
    private static final Endpoint<VccDone> MARK_ARCHIVED =
            Endpoint.repeatable("voiceFiles.markArchived", "PUT", "/voicefiles/{year}/{month}/{uuid}", VccDone.class);

    private final ApiClient api;
    private final Endpoint<NoAnswer> download;

    VoiceFilesApi(ApiClient api, String downloadPath) {
        this.api = Objects.requireNonNull(api, "api");
        this.download = Endpoint.read("voiceFiles.download", "GET", downloadPath, NoAnswer.class)
                .deadline(LONGEST_DOWNLOAD);
    }

    /** Returns the months that have recordings, as the vendor sends them. Experimental: path and shape are inferred. */
    public Json months() {
        return api.call(MONTHS).send().response();
    }

    /**
     * Returns the recordings of a month that were not archived yet, 10 a page; nothing is sent until they are walked.
     *
     * @see <a href="https://vcc.live/?p=35226">the vendor's page</a>
     */
    public Paged<VoiceFile> list(YearMonth month) {
        return Paged.of(
                        "",
                        lastUuid -> page(api.call(LIST)
                                .path("year", VccFormats.year(month))
                                .path("month", VccFormats.month(month))
                                .query("lastUuid", Optional.of(lastUuid).filter(uuid -> !uuid.isEmpty()))
                                .send()
                                .response()))
                .distinctBy(VoiceFile::uuid);
    }

    private static Page<VoiceFile> page(List<VoiceFile> files) {
        return files.isEmpty()
                ? Page.last(files)
                : Page.of(files, files.get(files.size() - 1).uuid());
    }

    /**
     * Streams a recording to a file, in MP4. Experimental: the path is inferred; the builder of the client takes
     * another one.
     *
     * @return the file with its MD5
     */
    public Downloaded download(VoiceFile file, Path target) {
        return api.call(download)
                .path("year", file.year())
                .path("month", file.month())
                .path("uuid", file.uuid())
                .download(Download.to(target).checksum("MD5"));
    }

    /**
     * Marks a recording as archived, after which it is no longer listed.
     *
     * @param md5 checksum of the bytes that were fetched, in hexadecimal; the vendor refuses another one
     * @see <a href="https://vcc.live/developers/database-api/archiver/set-a-successfully-downloaded-voicefile-as-archived">the vendor's page</a>
     */
    public void markArchived(VoiceFile file, String md5) {
        api.call(MARK_ARCHIVED)
                .path("year", file.year())
                .path("month", file.month())
                .path("uuid", file.uuid())
                .json(Map.of("checkSum", md5))
                .send();
    }
}
