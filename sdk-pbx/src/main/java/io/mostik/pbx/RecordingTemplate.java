package io.mostik.pbx;

import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import io.mostik.pbx.internal.CaseInsensitiveObject;
import io.mostik.pbx.internal.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a recording is asked for by its id: the request, and where its answer holds the address or the recording itself; without
 * either the answer is the recording, or a redirect to it. Comes out of a file; see {@code pbx.json}. Immutable.
 */
public final class RecordingTemplate {

    private static final Settings<Parts> SETTINGS = new Settings<Parts>()
            .any("request", (parts, request) -> parts.request = Optional.of(RequestTemplate.ofRecording(request)))
            .text("linkAt", (parts, path) -> parts.linkAt = Optional.of(path))
            .text("dataAt", (parts, path) -> parts.dataAt = Optional.of(path))
            .section(
                    "wait",
                    Wait.SETTINGS,
                    unused -> new Wait(),
                    (parts, wait) -> parts.wait = Optional.of(wait.waiting()));

    private final Json settings;
    private final Parts parts;
    private final RequestTemplate request;

    private static final class Parts {
        private Optional<RequestTemplate> request = Optional.empty();
        private Optional<String> linkAt = Optional.empty();
        private Optional<String> dataAt = Optional.empty();
        private Optional<RecordingWait> wait = Optional.empty();
    }

    private static final class Wait {

        private static final Settings<Wait> SETTINGS = new Settings<Wait>()
                .read("first", Long::parseLong, (wait, seconds) -> wait.first = seconds)
                .read("pause", Long::parseLong, (wait, seconds) -> wait.pause = seconds)
                .read("looks", Integer::parseInt, (wait, looks) -> wait.looks = looks);

        private long first;
        private long pause = 60;
        private int looks = 10;

        private RecordingWait waiting() {
            return new RecordingWait(Duration.ofSeconds(first), Duration.ofSeconds(pause), looks);
        }
    }

    private RecordingTemplate(Json settings, Parts parts) {
        this.settings = settings;
        this.parts = parts;
        this.request = parts.request.orElseThrow(() -> new IllegalArgumentException("request is missing"));
        if (parts.linkAt.isPresent() && parts.dataAt.isPresent()) {
            throw new IllegalArgumentException("linkAt and dataAt: one of them");
        }
    }

    /**
     * Returns the template that a JSON object describes: {@code request} with {@code {id}} in it; {@code linkAt}, the path of an
     * address or of several; {@code dataAt}, the path of the recording in BASE64; and {@code wait} of {@code first},
     * {@code pause} (60), both in seconds, and {@code looks} (10).
     *
     * @throws IllegalArgumentException naming what is unknown or cannot work
     */
    public static RecordingTemplate fromJson(String json) {
        return of(Settings.ofJson(json));
    }

    static RecordingTemplate of(Json settings) {
        Parts parts = new Parts();
        SETTINGS.apply(settings, parts);
        return new RecordingTemplate(settings, parts);
    }

    /** Returns how long to wait for a recording that is not there yet; empty if nothing is said about it. */
    public Optional<RecordingWait> waiting() {
        return parts.wait;
    }

    /** Returns the names of the secrets that the request needs. */
    public List<String> secretNames() {
        return request.secretNames();
    }

    RequestTemplate request() {
        return request;
    }

    boolean isLink() {
        return parts.linkAt.isPresent();
    }

    Optional<String> dataAt() {
        return parts.dataAt;
    }

    boolean isJson() {
        return isLink() || parts.dataAt.isPresent();
    }

    Endpoint<Json> endpoint() {
        return Endpoint.read("recordings.download", request.method(), request.endpointPath(), JsonType.of(Json.class));
    }

    /** Returns the addresses, or the texts of the recording, that an answer holds. */
    List<String> found(Json answer) {
        String path = parts.linkAt.or(() -> parts.dataAt).orElseThrow();
        return new CaseInsensitiveObject(answer)
                .all(CaseInsensitiveObject.path(path)).stream()
                        .flatMap(value -> value.isArray() ? value.elements().stream() : List.of(value).stream())
                        .flatMap(value -> value.text().stream())
                        .filter(text -> !text.isBlank())
                        .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordingTemplate that && settings.equals(that.settings);
    }

    @Override
    public int hashCode() {
        return settings.hashCode();
    }

    @Override
    public String toString() {
        return "RecordingTemplate[" + request + "]";
    }
}
