package io.mostik.pbx;

import io.mostik.core.ApiException;
import io.mostik.core.LongOperation;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.Download;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * Recordings whose address came in a push. Obtained from {@code PbxClient.recordingUrls()}. An address in a push may be
 * anybody's, so it is fetched from the hosts of {@link PbxProfile#recordingHosts()} only, by https, without credentials. One
 * redirect is followed, to one of these hosts. An address may end soon: fetch it at once. Thread-safe.
 *
 * <pre>{@code
 * pbx.recordingUrls().download(recording.url().orElseThrow(), file);
 * }</pre>
 */
public final class RecordingUrlsApi {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int HTTPS = 443;
    private static final int HUNDRED = 100;
    private static final int REDIRECT = 3;

    private final ClientConfig config;
    private final PbxProfile profile;

    RecordingUrlsApi(ClientConfig config, PbxProfile profile) {
        this.config = config;
        this.profile = profile;
    }

    /**
     * Downloads a recording to this file, which appears when it is whole. The folder must exist.
     *
     * @param url as it came; one without a host is at the PBX, if that is one of the hosts
     * @throws IllegalArgumentException if the address is not at one of the hosts; nothing was sent
     * @throws io.mostik.core.NotFoundException if there is no recording, perhaps not yet
     * @throws ApiException if it was refused, or a redirect leads to another host
     */
    public Recording download(String url, Path file) {
        return download(url, target(Download.to(file).atMost(profile.largestRecording())));
    }

    /**
     * Returns the wait for a recording that may not be at its address yet, as {@link RecordingsApi#whenReady}. Nothing is sent
     * before the first look. A signed address may have ended by then.
     *
     * @throws IllegalArgumentException if the address is not at one of the hosts
     */
    public LongOperation<Recording> whenReady(String url, Path file, RecordingWait wait) {
        URI unused = resolved(url);
        return RecordingLooks.of("recording", wait, config.time(), () -> download(url, file));
    }

    Recording download(String url, Download target) {
        URI first = resolved(url);
        Redirects redirects = new Redirects();
        try {
            return fetch(first, target, redirects);
        } catch (ApiException e) {
            return redirected(first, e, redirects, target);
        }
    }

    /** What the recording is checked by, wherever it comes from. */
    static Download target(Download target) {
        return target.checksum("SHA-256").beginning(AudioFormat::isPlausible).recognisedBy(AudioFormat::isKnown);
    }

    /** Follows a redirect, once, to one of the hosts only. */
    Recording redirected(URI from, ApiException answer, Redirects redirects, Download target) {
        String location = redirects.take();
        boolean isRedirect = answer.status() / HUNDRED == REDIRECT && !location.isEmpty();
        if (!isRedirect || !isAllowed(address(from, location))) {
            throw answer;
        }
        return fetch(address(from, location), target, new Redirects());
    }

    private URI resolved(String url) {
        URI uri = address(config.baseUri(), url.strip());
        if (!isAllowed(uri)) {
            throw new IllegalArgumentException("url is at none of the profile's recordingHosts");
        }
        return uri;
    }

    private static URI address(URI base, String text) {
        try {
            return base.resolve(new URI(text));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("url is not an address", e);
        }
    }

    private boolean isAllowed(URI uri) {
        return uri.getRawUserInfo() == null
                && uri.getHost() != null
                && profile.recordingHosts().contains(originOf(uri));
    }

    /** A host alone means https on its usual port; anything else is written out. */
    private static String originOf(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        boolean isUsual = "https".equalsIgnoreCase(uri.getScheme()) && (uri.getPort() < 0 || uri.getPort() == HTTPS);
        return isUsual ? host : uri.getScheme().toLowerCase(Locale.ROOT) + "://" + host + ":" + uri.getPort();
    }

    private Recording fetch(URI uri, Download target, Redirects redirects) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String asked = path + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        Endpoint<Json> endpoint = Endpoint.read("recordings.url", "GET", asked, JsonType.of(Json.class))
                .deadline(LONGEST);
        ClientConfig ofHost = ClientConfig.builder()
                .from(config)
                .baseUri(uri.getScheme() + "://" + uri.getRawAuthority())
                .build();
        try (ApiClient host = ApiClient.builder(ofHost)
                .errors(PbxErrors.ofFiles(profile.outcome()))
                .quirks(redirects::over)
                .build()) {
            return Recording.of(host.call(endpoint).download(target));
        }
    }
}
