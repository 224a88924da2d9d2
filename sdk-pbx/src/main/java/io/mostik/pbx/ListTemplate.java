package io.mostik.pbx;

import io.mostik.core.json.Json;
import io.mostik.pbx.internal.CaseInsensitiveObject;
import io.mostik.pbx.internal.Settings;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * How the PBX's own list of calls is asked for. In the request, {@code {from:PATTERN}} and {@code {to:PATTERN}} are the first and the
 * last moment, as a pattern of {@code DateTimeFormatter} in the list's zone, or {@code epoch}. Comes out of a file; see
 * {@code pbx.json}. Immutable.
 */
public final class ListTemplate {

    private static final Settings<Parts> SETTINGS = new Settings<Parts>()
            .any("request", (parts, request) -> parts.request = Optional.of(RequestTemplate.ofList(request)))
            .text("items", (parts, path) -> parts.items = path)
            .read("zone", ListTemplate::zone, (parts, zone) -> parts.zone = zone);

    private final Json settings;
    private final RequestTemplate request;
    private final Parts parts;

    private static final class Parts {
        private Optional<RequestTemplate> request = Optional.empty();
        private String items = "";
        private ZoneId zone = ZoneId.of("Europe/Budapest");
    }

    private ListTemplate(Json settings, Parts parts) {
        this.settings = settings;
        this.parts = parts;
        this.request = parts.request.orElseThrow(() -> new IllegalArgumentException("request is missing"));
        for (String variable : request.variables()) {
            if (variable.contains(":") && !variable.startsWith("secret:")) {
                String unused = moment(variable, Instant.EPOCH, Instant.EPOCH);
            }
        }
    }

    /**
     * Returns the template that a JSON object describes: {@code request}; {@code items}, the path of the calls in its answer,
     * which otherwise is an array; and {@code zone}, Europe/Budapest by default.
     *
     * @throws IllegalArgumentException naming what is unknown or cannot work
     */
    public static ListTemplate fromJson(String json) {
        return of(Settings.ofJson(json));
    }

    static ListTemplate of(Json settings) {
        Parts parts = new Parts();
        SETTINGS.apply(settings, parts);
        return new ListTemplate(settings, parts);
    }

    /** Returns the names of the secrets that the request needs. */
    public List<String> secretNames() {
        return request.secretNames();
    }

    RequestTemplate request() {
        return request;
    }

    /** Returns a moment as a variable wants it. */
    String moment(String variable, Instant from, Instant to) {
        int colon = variable.indexOf(':');
        Instant moment = variable.startsWith("from") ? from : to;
        String pattern = variable.substring(colon + 1);
        try {
            return pattern.equals("epoch")
                    ? String.valueOf(moment.getEpochSecond())
                    : DateTimeFormatter.ofPattern(pattern).withZone(parts.zone).format(moment);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException("request: {" + variable + "} has no pattern of a time", e);
        }
    }

    /** Returns the calls in an answer; empty if it holds no list of them. */
    Optional<List<Json>> calls(Json answer) {
        Optional<Json> found = parts.items.isEmpty()
                ? Optional.of(answer)
                : new CaseInsensitiveObject(answer).find(CaseInsensitiveObject.path(parts.items));
        return found.filter(Json::isArray).map(Json::elements);
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("zone is not known", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ListTemplate that && settings.equals(that.settings);
    }

    @Override
    public int hashCode() {
        return settings.hashCode();
    }

    @Override
    public String toString() {
        return "ListTemplate[" + request + "]";
    }
}
