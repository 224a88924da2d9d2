package io.mostik.pbx;

import io.mostik.core.ApiError;
import io.mostik.core.Outcome;
import io.mostik.core.http.ApiResponse;
import io.mostik.core.http.ErrorDecoder;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a PBX reports errors of recordings: by status, by properties of a JSON object or by words, often with HTTP 200. */
final class PbxErrors implements ErrorDecoder {

    static final JsonCodec JSON = JsonCodec.builder().bareText().build();

    private static final JsonType<Json> ANY = JsonType.of(Json.class);
    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
    private static final List<String> NOTHING = List.of("", "false", "0");

    private static final int LONGEST_WORDS = 1_000;

    private final OutcomeRule rule;
    private final boolean textIsError;

    private PbxErrors(OutcomeRule rule, boolean textIsError) {
        this.rule = rule;
        this.textIsError = textIsError;
    }

    /** A recording is a file, so whatever is readable is an error. */
    static PbxErrors ofFiles(OutcomeRule rule) {
        return new PbxErrors(rule, true);
    }

    /** Where the PBX answers with JSON that holds the recording or its address, that is none. */
    static PbxErrors ofRecordings(PbxProfile profile) {
        boolean isInJson = profile.recording().filter(RecordingTemplate::isJson).isPresent();
        return new PbxErrors(profile.outcome(), !isInJson);
    }

    /** An answer may be anything that does not tell of an error. */
    static PbxErrors ofAnswers(OutcomeRule rule) {
        return new PbxErrors(rule, false);
    }

    @Override
    public Optional<ApiError> decode(ApiResponse response) {
        String text = response.body().text().strip();
        Json answer = read(response);
        if (!response.isSuccess()) {
            return Optional.of(ApiError.of(response.status(), "", words(answer).orElse(text)));
        }
        if (XmlAnswers.isPage(text)) {
            return Optional.of(ApiError.of(response.status(), "", "a page of HTML, as proxies and portals send it")
                    .as(Outcome.UNKNOWN));
        }
        Optional<String> error =
                answer.isObject() ? words(answer) : Optional.of(text).filter(this::isErrorText);
        if (error.isEmpty() && textIsError && !text.isEmpty()) {
            error = Optional.of(isText(text) ? text : "neither a recording of a known kind nor text");
        }
        return error.map(words -> words.substring(0, Math.min(words.length(), LONGEST_WORDS)))
                .map(message -> ApiError.of(response.status(), "", message).as(kind(message)));
    }

    private static boolean isText(String text) {
        return text.codePoints().noneMatch(c -> c == 0xFFFD || (c < ' ' && !Character.isWhitespace(c)));
    }

    private ApiError.Kind kind(String message) {
        if (holdsAny(message, rule.authWords())) {
            return ApiError.Kind.AUTH;
        }
        return textIsError && holdsAny(message, rule.notFoundWords()) ? ApiError.Kind.NOT_FOUND : ApiError.Kind.OTHER;
    }

    /** Returns what an object says to be wrong, if it says so. */
    private Optional<String> words(Json answer) {
        for (String name : rule.errorFields()) {
            String words = flat(answer.get(name));
            if (isSomething(words)) {
                return Optional.of(words);
            }
        }
        boolean failed = rule.successFields().stream()
                        .anyMatch(name -> answer.get(name)
                                .text()
                                .filter(text -> text.equalsIgnoreCase("false"))
                                .isPresent())
                || rule.statusFields().stream()
                        .anyMatch(name -> answer.get(name)
                                .text()
                                .filter(text -> rule.failureWords().stream().anyMatch(text::equalsIgnoreCase))
                                .isPresent());
        return failed
                ? Optional.of(
                        answer.first("message", "description", "reason").text().orElse("refused"))
                : Optional.empty();
    }

    /** Returns all texts within a value that say something. */
    static String flat(Json value) {
        if (value.isArray()) {
            return joined(value.elements().stream());
        }
        return value.isObject()
                ? joined(value.names().stream().map(value::get))
                : value.text().orElse("").strip();
    }

    private static String joined(Stream<Json> values) {
        return values.map(PbxErrors::flat).filter(PbxErrors::isSomething).collect(Collectors.joining(", "));
    }

    /** Returns whether a property for errors tells of one. */
    static boolean isSomething(String text) {
        return !NOTHING.contains(text.toLowerCase(Locale.ROOT));
    }

    private boolean isErrorText(String text) {
        String lower = lower(text.substring(0, Math.min(text.length(), LONGEST_WORDS)));
        return rule.errorPrefixes().stream().anyMatch(prefix -> lower.startsWith(lower(prefix)));
    }

    private static boolean holdsAny(String text, List<String> words) {
        String lower = lower(text);
        return words.stream().anyMatch(word -> lower.contains(lower(word)));
    }

    /** Without accents, so that both "hiba" and "hibás" begin alike. */
    private static String lower(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static Json read(ApiResponse response) {
        try {
            return JSON.read(ANY, response.body().stream());
        } catch (JsonException e) {
            return Json.of(null);
        }
    }
}
