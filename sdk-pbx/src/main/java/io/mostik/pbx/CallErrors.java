package io.mostik.pbx;

import io.mostik.core.ApiError;
import io.mostik.core.Outcome;
import io.mostik.core.http.ApiResponse;
import io.mostik.core.http.ErrorDecoder;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import io.mostik.pbx.internal.CaseInsensitiveObject;
import io.mostik.pbx.internal.XmlTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether an answer to click-to-call says that the call has started. No error message means that it has; a text that is
 * neither a known word for success nor one for failure proves nothing.
 */
final class CallErrors implements ErrorDecoder {

    private static final JsonType<Json> ANY = JsonType.of(Json.class);
    private static final int LONGEST_WORDS = 1_000;
    private static final String ANY_VALUE = "*";

    private final OutcomeRule rule;

    CallErrors(OutcomeRule rule) {
        this.rule = rule;
    }

    @Override
    public Optional<ApiError> decode(ApiResponse response) {
        String text = response.body().text().strip();
        if (!response.isSuccess()) {
            String words = refusal(tree(response, text)).orElse(text);
            return Optional.of(ApiError.of(response.status(), code(tree(response, text)), cut(words)));
        }
        if (XmlAnswers.isPage(text)) {
            return Optional.of(unknown(response, "a page of HTML, as proxies and portals send it"));
        }
        if (text.isEmpty() || looksCutOff(text, response)) {
            return Optional.empty();
        }
        Json answer = tree(response, text);
        return answer.isObject() || answer.isArray()
                ? ofTree(response, answer)
                : ofText(response, answer.text().orElse(""));
    }

    /** JSON that does not end is read once more behind this decoder, which says so better. */
    private static boolean looksCutOff(String text, ApiResponse response) {
        boolean begins = text.startsWith("{") || text.startsWith("[");
        return begins && read(response).isEmpty();
    }

    private Optional<ApiError> ofTree(ApiResponse response, Json answer) {
        if (answer.isArray()) {
            return answer.elements().stream()
                    .flatMap(element -> (element.isObject()
                                    ? ofTree(response, element)
                                    : ofText(response, element.text().orElse("")))
                            .stream())
                    .findFirst();
        }
        Optional<String> refusal = refusal(answer);
        if (refusal.isPresent()) {
            return Optional.of(rejected(response, answer, refusal.get()));
        }
        if (!rule.successAt().isEmpty()) {
            return rule.successAt().entrySet().stream().anyMatch(one -> isThere(answer, one))
                    ? Optional.empty()
                    : Optional.of(unproven(response, answer));
        }
        List<String> states = texts(answer, rule.statusFields());
        boolean isFalse = answer.names().stream()
                .anyMatch(name ->
                        answer.get(name).value().filter(Boolean.FALSE::equals).isPresent());
        boolean isGood =
                states.stream().allMatch(word -> PlainText.is(word, rule.successWords()) || isGoodStatus(word));
        return isGood && !isFalse
                ? Optional.empty()
                : Optional.of(unknown(response, message(answer).orElse("")));
    }

    /** Where success has a place of its own, another value there is a refusal; nothing there proves nothing. */
    private ApiError unproven(ApiResponse response, Json answer) {
        boolean otherValue = rule.successAt().keySet().stream()
                .anyMatch(path -> !texts(answer, List.of(path)).isEmpty());
        String words = message(answer).orElse("refused");
        return otherValue ? rejected(response, answer, words) : unknown(response, words);
    }

    private static boolean isThere(Json answer, Map.Entry<String, List<String>> wanted) {
        return texts(answer, List.of(wanted.getKey())).stream()
                .anyMatch(text -> wanted.getValue().contains(ANY_VALUE) || PlainText.is(text, wanted.getValue()));
    }

    private static boolean isGoodStatus(String word) {
        return word.matches("2[0-9]{2}");
    }

    private Optional<ApiError> ofText(ApiResponse response, String text) {
        if (isFailure(text)) {
            return Optional.of(ApiError.of(response.status(), "", cut(text)).as(kind(text)));
        }
        boolean started = PlainText.begins(text, rule.successWords())
                || (rule.successAt().isEmpty() && text.matches("[1-9][0-9]{0,18}"));
        return started ? Optional.empty() : Optional.of(unknown(response, text));
    }

    private boolean isFailure(String text) {
        return PlainText.starts(text, rule.errorPrefixes()) || PlainText.holds(text, rule.failureWords());
    }

    /** Returns what an object says to be wrong, if it says so. */
    private Optional<String> refusal(Json answer) {
        for (String text : texts(answer, rule.errorFields())) {
            if (PbxErrors.isSomething(text)) {
                return Optional.of(text);
            }
        }
        boolean isFalse = texts(answer, rule.successFields()).stream().anyMatch("false"::equalsIgnoreCase);
        boolean isBad = texts(answer, rule.statusFields()).stream().anyMatch(this::isFailure);
        Optional<String> words = answer.names().stream()
                .flatMap(name -> answer.get(name).text().stream())
                .filter(this::isFailure)
                .findFirst();
        return isFalse || isBad || words.isPresent()
                ? Optional.of(message(answer).or(() -> words).orElse("refused"))
                : Optional.empty();
    }

    private Optional<String> message(Json answer) {
        return texts(answer, rule.messageFields()).stream()
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    private String code(Json answer) {
        return texts(answer, rule.codeFields()).stream().findFirst().orElse("");
    }

    private static List<String> texts(Json answer, List<String> paths) {
        CaseInsensitiveObject object = new CaseInsensitiveObject(answer);
        return paths.stream()
                .flatMap(path -> object.all(CaseInsensitiveObject.path(path)).stream())
                .map(PbxErrors::flat)
                .toList();
    }

    private ApiError rejected(ApiResponse response, Json answer, String words) {
        return ApiError.of(response.status(), code(answer), cut(words)).as(kind(words));
    }

    private static ApiError unknown(ApiResponse response, String words) {
        return ApiError.of(response.status(), "", cut(words)).as(Outcome.UNKNOWN);
    }

    private ApiError.Kind kind(String words) {
        return PlainText.contains(words, rule.authWords()) ? ApiError.Kind.AUTH : ApiError.Kind.OTHER;
    }

    private static String cut(String words) {
        return words.substring(0, Math.min(words.length(), LONGEST_WORDS));
    }

    private static Json tree(ApiResponse response, String text) {
        return XmlTree.read(text).or(() -> read(response)).orElse(Json.of(text));
    }

    private static Optional<Json> read(ApiResponse response) {
        try {
            return Optional.of(PbxErrors.JSON.read(ANY, response.body().stream()));
        } catch (JsonException e) {
            return Optional.empty();
        }
    }
}
