package io.mostik.pbx.vcclive.internal;

import io.mostik.core.ApiError;
import io.mostik.core.ErrorHints;
import io.mostik.core.Outcome;
import io.mostik.core.http.ApiResponse;
import io.mostik.core.http.ErrorDecoder;
import io.mostik.core.http.ResponseBody;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import io.mostik.pbx.vcclive.errors.ErrorKey;
import io.mostik.pbx.vcclive.errors.VccError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * How VCC Live reports errors: the same envelope with every status, 200 included. A call went well when the status is
 * 200 and the list of errors is empty.
 */
public final class VccErrors implements ErrorDecoder {

    private static final ErrorHints HINTS =
            ErrorHints.in(locale -> ResourceBundle.getBundle("io.mostik.pbx.vcclive.internal.hints", locale));

    private static final JsonType<Json> ANY = JsonType.of(Json.class);
    private static final String KEY = "errormessage";
    private static final Set<String> NO_ERROR = Set.of("", "0", "false");
    private static final int SMALL = 4_096;
    private static final int EDGE = 64;
    private static final String NO_ERRORS = "\"errors\":[]";
    private static final Set<ErrorKey> NOTHING_CREATED = Set.of(ErrorKey.CLONE_FAILED, ErrorKey.NO_VALUES_ADDED);
    private static final String ALLOW_LISTS = "the token is wrong, or its list of allowed addresses or of allowed"
            + " resources does not hold this machine or this call";

    private final JsonCodec codec;

    /** Creates the decoder of a dialect. */
    public VccErrors(JsonCodec codec) {
        this.codec = codec;
    }

    @Override
    public ErrorHints hints() {
        return HINTS;
    }

    @Override
    public Optional<ApiError> decode(ApiResponse response) {
        if (response.isSuccess() && saysNoErrors(response.body())) {
            return Optional.empty();
        }
        Json envelope = read(response);
        List<VccError> errors = errors(envelope);
        boolean refused =
                envelope.get("response").text().filter("false"::equals).isPresent();
        if (response.isSuccess() && errors.isEmpty() && !refused) {
            return Optional.empty();
        }
        return Optional.of(error(response, errors));
    }

    /** Long lists need not be read twice: the empty list of errors is at the start or at the end of the answer. */
    private static boolean saysNoErrors(ResponseBody body) {
        if (body.length() <= SMALL) {
            return false;
        }
        byte[] bytes = body.bytes();
        String start = compact(bytes, 0);
        String end = compact(bytes, bytes.length - EDGE);
        return start.startsWith("{" + NO_ERRORS) || end.endsWith(NO_ERRORS + "}");
    }

    private static String compact(byte[] bytes, int from) {
        return new String(bytes, from, EDGE, StandardCharsets.UTF_8).replaceAll("\\s", "");
    }

    private Json read(ApiResponse response) {
        try {
            return codec.read(ANY, response.body().stream());
        } catch (JsonException e) {
            return Json.of(null);
        }
    }

    static List<VccError> errors(Json envelope) {
        List<VccError> errors = new ArrayList<>();
        for (Json item : items(envelope.get("errors"))) {
            errors.add(new VccError(
                    integer(item.get("errorcode")).orElse(0),
                    new ErrorKey(item.get(KEY)
                            .text()
                            .or(item::text)
                            .orElse("")
                            .replaceAll("\\s+", " ")
                            .strip()),
                    integer(item.get("index")),
                    item.get("property").text()));
        }
        return errors;
    }

    /** PHP writes a list with a gap as an object; a single error may come without a list. */
    private static List<Json> items(Json errors) {
        if (errors.isObject() && !errors.get(KEY).isPresent()) {
            return errors.names().stream().map(errors::get).toList();
        }
        boolean isAlone = errors.isObject()
                || errors.text().filter(text -> !NO_ERROR.contains(text)).isPresent();
        return isAlone ? List.of(errors) : errors.elements();
    }

    private static OptionalInt integer(Json json) {
        return json.number().map(number -> OptionalInt.of(number.intValue())).orElse(OptionalInt.empty());
    }

    private static ApiError error(ApiResponse response, List<VccError> errors) {
        int status = response.status();
        Optional<VccError> first = errors.stream().findFirst();
        ApiError byStatus = ApiError.of(
                response.isSuccess() ? first.map(VccError::errorCode).orElse(status) : status, "", message(response));
        ApiError error = new ApiError(
                status,
                first.map(failed -> failed.key().value()).orElse(""),
                byStatus.kind() == ApiError.Kind.AUTH ? ALLOW_LISTS : first.isPresent() ? "" : byStatus.message(),
                details(errors),
                byStatus.kind(),
                byStatus.outcome());
        boolean nothingDone =
                first.filter(failed -> NOTHING_CREATED.contains(failed.key())).isPresent();
        if (nothingDone) {
            return error.as(ApiError.Kind.OTHER).as(Outcome.REJECTED);
        }
        return response.isSuccess() && !isRefusal(errors) ? error.as(Outcome.UNKNOWN) : error;
    }

    /**
     * Returns whether what stands among the errors is an error as the vendor documents it, with a number or a key. Anything
     * else there is no proof of success, and none that nothing was done. Without an error {@code "response": false} says it.
     */
    private static boolean isRefusal(List<VccError> errors) {
        return errors.isEmpty()
                || errors.stream()
                        .anyMatch(error ->
                                error.errorCode() != 0 || !error.key().value().isEmpty());
    }

    private static String message(ApiResponse response) {
        return response.isSuccess()
                ? "response is false"
                : response.body().text().strip();
    }

    private static Map<String, String> details(List<VccError> errors) {
        Map<String, String> details = new LinkedHashMap<>();
        for (int i = 0; i < errors.size(); i++) {
            details.put("error " + (i + 1), errors.get(i).toString());
        }
        return details;
    }
}
