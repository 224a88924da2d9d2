package io.mostik.pbx.vcclive.internal;

import io.mostik.core.ApiError;
import io.mostik.core.Hints;
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

    private static final Hints HINTS =
            Hints.in(locale -> ResourceBundle.getBundle("io.mostik.pbx.vcclive.internal.hints", locale));

    private static final JsonType<Json> ANY = JsonType.of(Json.class);
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
    public Hints hints() {
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

    /** Long lists need not be read twice: the empty list of errors stands at the start or at the end of the answer. */
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
        for (Json item : envelope.get("errors").elements()) {
            errors.add(new VccError(
                    integer(item.get("errorcode")).orElse(0),
                    ErrorKey.of(item.get("errormessage")
                            .text()
                            .orElse("")
                            .replaceAll("\\s+", " ")
                            .strip()),
                    integer(item.get("index")),
                    item.get("property").text()));
        }
        return errors;
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
        return nothingDone ? error.as(ApiError.Kind.OTHER).as(Outcome.REJECTED) : error;
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
