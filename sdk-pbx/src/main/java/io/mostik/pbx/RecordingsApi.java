package io.mostik.pbx;

import io.mostik.core.ApiError;
import io.mostik.core.ApiException;
import io.mostik.core.FailureInfo;
import io.mostik.core.LongOperation;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.Secret;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Call;
import io.mostik.core.http.Download;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Recordings by their coded id. Obtained from {@code PbxClient.recordings()}. Streamed to disk, never whole in memory. How
 * long an id is valid is not known: download promptly. Thread-safe.
 *
 * @see <a href="https://www.opennet.hu/crm-api-blogposzt">the vendor's description</a>
 */
public final class RecordingsApi {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int HTTP_OK = 200;

    private final ApiClient api;
    private final PbxProfile profile;
    private final PbxCredential credential;
    private final Map<String, Secret> secrets;
    private final Redirects redirects;
    private final RecordingUrlsApi urls;
    private final Endpoint<Json> download;

    RecordingsApi(
            ApiClient api,
            PbxProfile profile,
            PbxCredential credential,
            Map<String, Secret> secrets,
            Redirects redirects,
            RecordingUrlsApi urls) {
        this.api = api;
        this.profile = profile;
        this.credential = credential;
        this.secrets = secrets;
        this.redirects = redirects;
        this.urls = urls;
        this.download = profile.recording()
                .map(RecordingTemplate::endpoint)
                .orElseGet(() ->
                        Endpoint.read("recordings.download", "GET", profile.recordingPath(), JsonType.of(Json.class)))
                .deadline(LONGEST);
    }

    /**
     * Downloads a recording to this file, which appears when it is whole. The folder must exist.
     *
     * @param id the coded id from the call's data
     * @throws io.mostik.core.NotFoundException if the PBX cannot decode the id or has no such recording
     * @throws io.mostik.core.AuthException if the credentials are wrong
     */
    public Recording download(String id, Path file) {
        return download(id, Download.to(file).atMost(profile.largestRecording()));
    }

    /**
     * Returns the addresses of the recordings of one id, for a PBX that answers with addresses: fetch them by
     * {@code PbxClient.recordingUrls()}, soon. Several where a call was recorded in parts.
     *
     * @throws IllegalStateException if the profile's {@code recording} has no {@code linkAt}; nothing was sent
     */
    public List<String> links(String id) {
        RecordingTemplate template = profile.recording()
                .filter(RecordingTemplate::isLink)
                .orElseThrow(() -> new IllegalStateException("the profile's recording has no linkAt"));
        return template.found(call(id).send());
    }

    /** Returns the wait that the profile describes; a minute between looks, ten of them, if it does not. */
    public LongOperation<Recording> whenReady(String id, Path file) {
        return whenReady(
                id,
                file,
                profile.recording().flatMap(RecordingTemplate::waiting).orElse(RecordingWait.EACH_MINUTE));
    }

    /**
     * Returns the wait for a recording that may not be there yet: the PBX is asked as {@code wait} says, and a look at which
     * it has none counts as "not yet". Poll it, or {@code await(wait.longest())}. After a restart, begin again with the same
     * id.
     *
     * @param id the coded id from the call's data
     * @param file where it appears when it is whole; the folder must exist
     */
    public LongOperation<Recording> whenReady(String id, Path file, RecordingWait wait) {
        return RecordingLooks.of(id, wait, api.config().time(), () -> download(id, file));
    }

    /**
     * Downloads a recording with an own size limit; the checksum stays SHA-256.
     *
     * @throws io.mostik.core.NotFoundException if the PBX cannot decode the id or has no such recording
     */
    public Recording download(String id, Download target) {
        Download audio = RecordingUrlsApi.target(target);
        if (profile.recording().filter(RecordingTemplate::isLink).isPresent()) {
            return urls.download(only(links(id)), audio);
        }
        Optional<RecordingTemplate> inText = profile.recording().filter(RecordingTemplate::isJson);
        if (inText.isPresent()) {
            return RecordingText.write(only(inText.get().found(call(id).send())), audio);
        }
        try {
            return Recording.of(call(id).download(audio));
        } catch (ApiException e) {
            return urls.redirected(api.config().baseUri(), e, redirects, audio);
        }
    }

    private static String only(List<String> found) {
        if (found.isEmpty()) {
            throw ApiException.of(
                    new ApiError(
                            HTTP_OK,
                            "",
                            "no recording, perhaps not yet",
                            Map.of(),
                            ApiError.Kind.NOT_FOUND,
                            Outcome.REJECTED),
                    FailureInfo.lasting("recordings.download", Outcome.REJECTED, Phase.DECODE));
        }
        if (found.size() > 1) {
            throw new IllegalStateException("the id has " + found.size() + " recordings; see links(id)");
        }
        return found.get(0);
    }

    /**
     * Downloads a recording to a temporary file and writes it out once it is whole, so that nothing is written of one that
     * does not come.
     *
     * @throws IOException if writing fails
     */
    public Recording writeTo(String id, OutputStream out) throws IOException {
        Path passing = Files.createTempFile("mostik-", ".part");
        try {
            Recording recording = download(id, passing);
            Files.copy(passing, out);
            return recording;
        } finally {
            Files.deleteIfExists(passing);
        }
    }

    /**
     * Downloads a recording to a temporary file and opens it. Close it.
     *
     * @throws IOException if the temporary file cannot be made or read
     */
    public AudioStream open(String id) throws IOException {
        Path passing = Files.createTempFile("mostik-", ".part");
        try {
            Recording recording = download(id, passing);
            InputStream content = Files.newInputStream(passing, StandardOpenOption.DELETE_ON_CLOSE);
            return new AudioStream(recording.contentType(), recording.bytes(), recording.format(), content);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(passing);
            throw e;
        }
    }

    private Call<Json> call(String id) {
        if (Objects.requireNonNull(id, "id").isBlank()) {
            throw new IllegalArgumentException("id must not be blank");
        }
        Call<Json> call = api.call(download);
        if (profile.recording().isPresent()) {
            return profile.recording()
                    .get()
                    .request()
                    .fill(call, secrets, api.config().time(), variable -> id);
        }
        if (ProfilePath.has(profile.recordingPath(), "key")) {
            call.path("key", credential.secret().reveal()).hiding(credential.secret());
        }
        return ProfilePath.has(profile.recordingPath(), "id")
                ? call.path("id", id)
                : call.query(profile.recordingIdParam(), id);
    }
}
