package io.mostik.pbx.webhooks;

import io.mostik.core.WebhookException;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import io.mostik.core.webhook.WebhookRequest;
import io.mostik.pbx.internal.CaseInsensitiveObject;
import io.mostik.pbx.internal.XmlTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Builds one tree from a request, whatever its form: JSON, one parameter that holds JSON, brackets, flat parameters,
 * multipart, XML. The query is read beside the body; where both name the same thing, the body is believed.
 */
final class PayloadReader {

    private static final JsonCodec JSON = JsonCodec.camelCase();
    private static final JsonType<Json> ANY = JsonType.of(Json.class);
    private static final List<String> JSON_PARAMETERS = List.of("data", "json", "payload", "call");
    private static final Set<String> NOT_DATA = Set.of("apikey", "key", "username", "password");

    private final UnaryOperator<byte[]> decoder;

    PayloadReader(UnaryOperator<byte[]> decoder) {
        this.decoder = decoder;
    }

    /** Throws {@code WebhookException} or {@code JsonException} for what is none of these. */
    Json read(WebhookRequest raw) {
        if (raw.body().length == 0) {
            return ofParameters(raw.query());
        }
        WebhookRequest request = raw.withBody(decoder.apply(raw.body()));
        String type = request.contentType().toLowerCase(Locale.ROOT);
        boolean isMultipart = type.strip().startsWith("multipart/");
        String text = isMultipart ? "" : request.text().strip();
        if (looksLikeJson(text) || type.contains("json")) {
            return over(request.query(), treeOf(text));
        }
        Optional<Json> xml = type.contains("xml") || text.startsWith("<") ? XmlTree.read(text) : Optional.empty();
        if (xml.isPresent()) {
            return over(request.query(), xml.get());
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>(request.query());
        parameters.putAll(request.form());
        return ofParameters(parameters);
    }

    private static Json over(Map<String, List<String>> query, Json tree) {
        if (query.isEmpty() || !tree.isObject()) {
            return tree;
        }
        Map<String, Object> merged = new LinkedHashMap<>();
        merged.putAll(PhpArrayParser.of(query));
        tree.names().forEach(name -> tree.get(name).value().ifPresent(value -> merged.put(name, value)));
        return Json.of(merged);
    }

    private static Json ofParameters(Map<String, List<String>> parameters) {
        Optional<String> json = JSON_PARAMETERS.stream()
                .flatMap(name -> parameters.getOrDefault(name, List.of()).stream())
                .filter(PayloadReader::looksLikeJson)
                .findFirst()
                .or(() -> onlyParameter(parameters));
        return json.map(PayloadReader::treeOf).orElseGet(() -> Json.of(PhpArrayParser.of(parameters)));
    }

    private static Optional<String> onlyParameter(Map<String, List<String>> parameters) {
        List<String> values = new ArrayList<>();
        parameters.forEach((name, all) -> {
            if (!NOT_DATA.contains(CaseInsensitiveObject.fold(name))) {
                values.addAll(all);
            }
        });
        return values.size() == 1 && looksLikeJson(values.get(0)) ? Optional.of(values.get(0)) : Optional.empty();
    }

    private static Json treeOf(String text) {
        Json tree = JSON.read(ANY, text.getBytes(StandardCharsets.UTF_8));
        if (!tree.isObject() && !tree.isArray()) {
            throw new WebhookException(WebhookException.Reason.UNREADABLE, "neither an object nor an array");
        }
        return tree;
    }

    private static boolean looksLikeJson(String text) {
        String start = text.stripLeading();
        return start.startsWith("{") || start.startsWith("[");
    }
}
