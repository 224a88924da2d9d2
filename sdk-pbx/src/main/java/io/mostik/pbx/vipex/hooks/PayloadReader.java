package io.mostik.pbx.vipex.hooks;

import io.mostik.core.WebhookException;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import io.mostik.core.webhook.WebhookRequest;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Builds one tree from a request, whatever its form: JSON, one parameter that holds JSON, brackets, flat parameters. */
final class PayloadReader {

    private static final JsonCodec JSON = JsonCodec.camelCase();
    private static final JsonType<Json> ANY = JsonType.of(Json.class);
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([\\w.:-]+)");
    private static final List<String> JSON_PARAMETERS = List.of("data", "json", "payload", "call");
    private static final Set<String> NOT_DATA = Set.of("apikey", "key", "username", "password");
    private static final String FALLBACK = "windows-1250";

    private final UnaryOperator<byte[]> decoder;

    PayloadReader(UnaryOperator<byte[]> decoder) {
        this.decoder = decoder;
    }

    /** Throws {@code WebhookException} or {@code JsonException} for what is none of these. */
    Payload read(WebhookRequest request) {
        if (request.body().length == 0) {
            return ofParameters(request.query());
        }
        byte[] body = decoder.apply(request.body());
        Charset charset = charsetOf(request, body);
        String text = new String(body, charset).strip();
        text = text.startsWith("\uFEFF") ? text.substring(1).strip() : text;
        boolean json = looksLikeJson(text)
                || request.header("Content-Type")
                        .filter(type -> type.contains("json"))
                        .isPresent();
        return json ? new Payload(treeOf(text), true, Map.of()) : ofParameters(form(text, charset));
    }

    private static Payload ofParameters(Map<String, List<String>> parameters) {
        Optional<String> json = JSON_PARAMETERS.stream()
                .flatMap(name -> parameters.getOrDefault(name, List.of()).stream())
                .filter(PayloadReader::looksLikeJson)
                .findFirst()
                .or(() -> onlyParameter(parameters));
        Json tree = json.map(PayloadReader::treeOf).orElseGet(() -> Json.of(PhpTree.of(parameters)));
        return new Payload(tree, json.isPresent(), parameters);
    }

    private static Optional<String> onlyParameter(Map<String, List<String>> parameters) {
        List<String> values = new ArrayList<>();
        parameters.forEach((name, all) -> {
            if (!NOT_DATA.contains(Folded.fold(name))) {
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

    private static Map<String, List<String>> form(String text, Charset charset) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                String name = decode(equals < 0 ? pair : pair.substring(0, equals), charset);
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1), charset);
                parameters.computeIfAbsent(name, unused -> new ArrayList<>(1)).add(value);
            }
        }
        return parameters;
    }

    /** Percent signs may hide what is not UTF-8; a broken one leaves the text as it came. */
    private static String decode(String text, Charset charset) {
        try {
            String decoded = URLDecoder.decode(text, charset);
            return charset.equals(StandardCharsets.UTF_8) && decoded.indexOf('\uFFFD') >= 0
                    ? URLDecoder.decode(text, Charset.forName(FALLBACK))
                    : decoded;
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** UTF-8 unless declared otherwise; what is not UTF-8 and not declared is taken for windows-1250. */
    private static Charset charsetOf(WebhookRequest request, byte[] body) {
        Matcher declared = CHARSET.matcher(request.header("Content-Type").orElse(""));
        if (declared.find()) {
            try {
                return Charset.forName(declared.group(1));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                throw new WebhookException(WebhookException.Reason.UNREADABLE, "the charset is not known");
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return Charset.forName(FALLBACK);
        }
    }
}
