package io.mostik.pbx.config;

import io.mostik.core.Secret;
import io.mostik.core.WebhookException;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import io.mostik.core.webhook.WebhookAuthentication;
import io.mostik.core.webhook.WebhookRequest;
import io.mostik.pbx.internal.Recipe;
import io.mostik.pbx.internal.TextTemplate;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Proofs that are computed over parts of a push: {@code {body}}, {@code {field:name}} of its query, form or JSON,
 * {@code {header:name}}, {@code {sorted-fields}} (names and values of the form, by name), {@code {url}} (as the file tells it),
 * {@code {text}} (chosen by the event word), and secrets; or a signature by the vendor's private key.
 */
final class ComputedProof {

    private static final List<String> KNOWN = List.of("body", "url", "text", "sorted-fields");
    private static final List<String> PREFIXES = List.of("field:", "header:", "secret:");

    private ComputedProof() {}

    static void check(Json way) {
        Recipe recipe = recipe(way);
        List<String> used = new ArrayList<>(recipe.variables());
        String equals = way.get("equals").text().orElse("");
        used.addAll(new TextTemplate(equals).variables());
        way.get("texts")
                .names()
                .forEach(word -> used.addAll(
                        new TextTemplate(way.get("texts").get(word).text().orElse("")).variables()));
        used.removeAll(recipe.names());
        for (String variable : used) {
            if (!KNOWN.contains(variable) && PREFIXES.stream().noneMatch(variable::startsWith)) {
                throw new IllegalArgumentException("computed: {" + variable + "} is not a variable; there are " + KNOWN
                        + " and those behind " + PREFIXES);
            }
        }
        boolean usesSecret = used.stream().anyMatch(name -> name.startsWith("secret:"));
        boolean isPlaced = way.get("at")
                .text()
                .filter(at -> at.startsWith("header:") || at.startsWith("field:"))
                .isPresent();
        if (equals.isBlank() || !usesSecret || !isPlaced) {
            throw new IllegalArgumentException(
                    "computed: needs equals, at (header:name or field:name) and a secret in what is computed");
        }
        if (used.contains("text")
                && !(way.get("texts").isObject() && way.get("event").text().isPresent())) {
            throw new IllegalArgumentException("computed: {text} needs event and texts by event word");
        }
    }

    private static Recipe recipe(Json way) {
        try {
            return way.get("compute").isPresent() ? Recipe.of(way.get("compute")) : Recipe.none();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("computed: compute" + e.getMessage(), e);
        }
    }

    static List<String> secrets(Json way) {
        List<String> names = new ArrayList<>(recipe(way).variables());
        names.addAll(new TextTemplate(way.get("equals").text().orElse("")).variables());
        return names.stream()
                .filter(name -> name.startsWith("secret:"))
                .map(name -> name.substring("secret:".length()))
                .toList();
    }

    static WebhookAuthentication of(Json way, Function<String, Secret> secrets) {
        if (way.get("publicKey").isPresent()) {
            PublicKey key = publicKey(way);
            String header = way.get("header").text().orElse("");
            return WebhookAuthentication.of(request -> isSigned(request, header, key));
        }
        Map<String, Secret> known = new LinkedHashMap<>();
        secrets(way).forEach(name -> known.put(name, secrets.apply(name)));
        Recipe recipe = recipe(way);
        return WebhookAuthentication.of(request -> isRight(way, recipe, request, known));
    }

    private static boolean isRight(Json way, Recipe recipe, WebhookRequest request, Map<String, Secret> secrets) {
        Map<String, String> fields = fields(request);
        Optional<String> text = way.get("event")
                .text()
                .map(name -> fields.getOrDefault(name, ""))
                .flatMap(word -> way.get("texts").get(word).text());
        if (way.get("texts").isObject() && text.isEmpty()) {
            return false;
        }
        UnaryOperator<String> variables = name -> value(name, way, request, fields, secrets);
        UnaryOperator<String> values = recipe.over(name ->
                name.equals("text") ? new TextTemplate(text.orElse("")).fill(variables) : variables.apply(name));
        String expected = new TextTemplate(way.get("equals").text().orElse("")).fill(values);
        String sent = variables.apply(way.get("at").text().orElse(""));
        return !sent.isEmpty() && !expected.isEmpty() && Secret.of(expected).matches(sent);
    }

    private static String value(
            String name, Json way, WebhookRequest request, Map<String, String> fields, Map<String, Secret> secrets) {
        if (name.startsWith("secret:")) {
            return Optional.ofNullable(secrets.get(name.substring("secret:".length())))
                    .map(Secret::reveal)
                    .orElse("");
        }
        if (name.startsWith("field:")) {
            return fields.getOrDefault(name.substring("field:".length()), "");
        }
        if (name.startsWith("header:")) {
            return request.header(name.substring("header:".length())).orElse("");
        }
        return switch (name) {
            case "body" -> new String(request.body(), StandardCharsets.UTF_8);
            case "url" -> way.get("url").text().orElse("");
            case "sorted-fields" -> sorted(request);
            default -> "";
        };
    }

    private static String sorted(WebhookRequest request) {
        Map<String, List<String>> sorted = new TreeMap<>(request.form());
        return sorted.entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(value -> one.getKey() + value))
                .collect(Collectors.joining());
    }

    /** A name that is there twice is not told: two readers could take two values. */
    private static Map<String, String> fields(WebhookRequest request) {
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            String text = request.text().strip();
            if (text.startsWith("{")) {
                Json body = json(text);
                body.names().forEach(name -> body.get(name).text().ifPresent(value -> fields.put(name, value)));
                return fields;
            }
            Map<String, List<String>> all = new LinkedHashMap<>(request.query());
            all.putAll(request.form());
            all.forEach((name, values) -> {
                if (values.size() == 1) {
                    fields.put(name, values.get(0));
                }
            });
            return fields;
        } catch (JsonException | WebhookException e) {
            return Map.of();
        }
    }

    private static Json json(String text) {
        return AuthenticationReader.JSON.read(JsonType.of(Json.class), text.getBytes(StandardCharsets.UTF_8));
    }

    static PublicKey publicKey(Json way) {
        String text = way.get("publicKey").text().orElse("").replaceAll("-----[A-Z ]+-----|\\s", "");
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("rsa: publicKey is no RSA key in PEM or Base64", e);
        }
    }

    private static boolean isSigned(WebhookRequest request, String header, PublicKey key) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update(request.body());
            return signature.verify(
                    Base64.getDecoder().decode(request.header(header).orElse("")));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
