package io.mostik.pbx.internal;

import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Values that are computed one after another under names: hashes, signatures, JSON or XML within another text. A step uses
 * the variables of the request and the steps before it. No step is an expression. Immutable.
 */
public final class Recipe {

    private static final JsonCodec JSON = JsonCodec.camelCase();
    private static final List<String> KINDS = List.of(
            "text", "json", "xml", "sorted-query", "base64", "md5", "sha1", "sha256", "hmac-sha1", "hmac-sha256");
    private static final List<String> FORMS = List.of("hex", "base64", "base64-of-hex");

    private final List<Step> steps;

    private record Step(String name, String kind, Json of, TextTemplate key, String form) {}

    private Recipe(List<Step> steps) {
        this.steps = steps;
    }

    /** Returns the recipe of no steps. */
    public static Recipe none() {
        return new Recipe(List.of());
    }

    /**
     * Returns the recipe of an array of steps, each with {@code name}, {@code kind}, {@code of} and, as the kind needs them,
     * {@code key} and {@code form}.
     *
     * @throws IllegalArgumentException naming the step and what is wrong with it
     */
    public static Recipe of(Json steps) {
        if (!steps.isArray()) {
            throw new IllegalArgumentException("an array of steps was expected");
        }
        List<Step> read = new ArrayList<>();
        for (Json step : steps.elements()) {
            read.add(step(step, read.size()));
        }
        return new Recipe(List.copyOf(read));
    }

    private static Step step(Json step, int index) {
        for (String name : step.names()) {
            if (!List.of("name", "kind", "of", "key", "form").contains(name)) {
                throw new IllegalArgumentException("[" + index + "]." + name + " is not a setting of a step");
            }
        }
        String name = step.get("name").text().orElse("");
        String kind = step.get("kind").text().orElse("text");
        String form = step.get("form").text().orElse("hex");
        if (name.isBlank()
                || !KINDS.contains(kind)
                || !FORMS.contains(form)
                || !step.get("of").isPresent()) {
            throw new IllegalArgumentException("[" + index + "] needs a name, something to compute it of, a kind of "
                    + KINDS + " and a form of " + FORMS);
        }
        boolean isTree = kind.equals("json") || kind.equals("sorted-query");
        if (isTree != step.get("of").isObject()
                && !(kind.equals("json") && step.get("of").isArray())) {
            throw new IllegalArgumentException("[" + index + "].of must be " + (isTree ? "an object" : "a text"));
        }
        String key = step.get("key").text().orElse("");
        if (kind.startsWith("hmac") == key.isEmpty()) {
            throw new IllegalArgumentException("[" + index + "].key is needed for hmac, and only there");
        }
        return new Step(name, kind, step.get("of"), new TextTemplate(key), form);
    }

    /** Returns the names of all variables that the steps use and that no step before them computes. */
    public List<String> variables() {
        List<String> needed = new ArrayList<>();
        List<String> known = new ArrayList<>();
        for (Step step : steps) {
            List<String> used = new ArrayList<>(step.key().variables());
            texts(step.of()).forEach(text -> used.addAll(new TextTemplate(text).variables()));
            used.removeAll(known);
            needed.addAll(used);
            known.add(step.name());
        }
        return needed;
    }

    /** Returns the names that the steps compute. */
    public List<String> names() {
        return steps.stream().map(Step::name).toList();
    }

    /** Returns the variables together with the values that the steps compute of them. */
    public UnaryOperator<String> over(UnaryOperator<String> variables) {
        Map<String, String> computed = new LinkedHashMap<>();
        UnaryOperator<String> both = name -> {
            String value = computed.get(name);
            return value == null ? variables.apply(name) : value;
        };
        steps.forEach(step -> computed.put(step.name(), value(step, both)));
        return both;
    }

    private static String value(Step step, UnaryOperator<String> variables) {
        String text = step.of().text().orElse("");
        return switch (step.kind()) {
            case "text" -> new TextTemplate(text).fill(variables);
            case "base64" ->
                Base64.getEncoder()
                        .encodeToString(new TextTemplate(text).fill(variables).getBytes(StandardCharsets.UTF_8));
            case "xml" -> new TextTemplate(text).fill(name -> escaped(variables.apply(name)));
            case "json" -> new String(JSON.write(filled(step.of(), variables)), StandardCharsets.UTF_8);
            case "sorted-query" -> sorted(step.of(), variables);
            default ->
                digest(step, new TextTemplate(text).fill(variables), step.key().fill(variables));
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");
    }

    /** As PHP's {@code http_build_query} of sorted parameters, with a plus for a blank. */
    private static String sorted(Json parameters, UnaryOperator<String> variables) {
        Map<String, String> sorted = new TreeMap<>();
        parameters
                .names()
                .forEach(name -> sorted.put(
                        name, new TextTemplate(parameters.get(name).text().orElse("")).fill(variables)));
        return sorted.entrySet().stream()
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("*", "%2A");
    }

    private static String digest(Step step, String text, String key) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        byte[] digest;
        try {
            if (step.kind().startsWith("hmac")) {
                String algorithm = step.kind().equals("hmac-sha1") ? "HmacSHA1" : "HmacSHA256";
                Mac mac = Mac.getInstance(algorithm);
                mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
                digest = mac.doFinal(message);
            } else {
                String algorithm =
                        step.kind().equals("md5") ? "MD5" : step.kind().equals("sha1") ? "SHA-1" : "SHA-256";
                digest = MessageDigest.getInstance(algorithm).digest(message);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(step.kind() + " is part of every JDK", e);
        }
        String hex = HexFormat.of().formatHex(digest);
        return switch (step.form()) {
            case "base64" -> Base64.getEncoder().encodeToString(digest);
            case "base64-of-hex" -> Base64.getEncoder().encodeToString(hex.getBytes(StandardCharsets.US_ASCII));
            default -> hex;
        };
    }

    /**
     * Returns a tree with the variables of its texts filled in. A text that is one variable with {@code :number} behind its
     * name becomes a number.
     */
    public static Json filled(Json tree, UnaryOperator<String> variables) {
        if (tree.isObject()) {
            Map<String, Object> filled = new LinkedHashMap<>();
            tree.names()
                    .forEach(name -> filled.put(
                            name, filled(tree.get(name), variables).value().orElse(null)));
            return Json.of(filled);
        }
        if (tree.isArray()) {
            List<Object> filled = new ArrayList<>();
            tree.elements()
                    .forEach(element ->
                            filled.add(filled(element, variables).value().orElse(null)));
            return Json.of(filled);
        }
        Optional<Object> value = tree.value();
        if (value.isEmpty() || !(value.get() instanceof String text)) {
            return tree;
        }
        String plain = text.replace(":number}", "}");
        String filled = new TextTemplate(plain).fill(variables);
        boolean isNumber =
                !plain.equals(text) && new TextTemplate(plain).isOneVariable() && filled.matches("-?[0-9]{1,18}");
        return isNumber ? Json.of(Long.parseLong(filled)) : Json.of(filled);
    }

    /** Returns all texts in a tree. */
    public static List<String> texts(Json tree) {
        List<String> texts = new ArrayList<>();
        if (tree.isObject()) {
            tree.names().forEach(name -> texts.addAll(texts(tree.get(name))));
        } else if (tree.isArray()) {
            tree.elements().forEach(element -> texts.addAll(texts(element)));
        } else {
            tree.text().ifPresent(text -> texts.add(text.replace(":number}", "}")));
        }
        return texts;
    }
}
