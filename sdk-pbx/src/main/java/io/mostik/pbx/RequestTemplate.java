package io.mostik.pbx;

import io.mostik.core.Secret;
import io.mostik.core.TimeSource;
import io.mostik.core.http.Call;
import io.mostik.core.json.Json;
import io.mostik.pbx.internal.Recipe;
import io.mostik.pbx.internal.Settings;
import io.mostik.pbx.internal.TextTemplate;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A request that starts a call, with variables in braces where extension, number and secrets belong: {@code {extension}},
 * {@code {user}} (what stands for the extension at the PBX), {@code {number}}, {@code {number:e164}}, {@code {number:digits}},
 * {@code {number:national}}, {@code {uuid}}, {@code {now}} (seconds since 1970) and {@code {secret:name}}. Signatures and texts
 * within texts are computed by named steps. Comes out of a file; see {@code pbx.json}. Immutable.
 */
public final class RequestTemplate {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");
    private static final String SECRET = "secret:";
    private static final List<String> GENERAL = List.of("uuid", "now");
    private static final List<String> CALL =
            List.of("extension", "user", "number", "number:e164", "number:digits", "number:national", "uuid", "now");
    private static final List<String> SETTINGS =
            List.of("method", "path", "query", "headers", "form", "json", "text", "contentType", "compute");

    private final Json settings;
    private final Recipe recipe;
    private final List<String> inPath;

    private RequestTemplate(Json settings) {
        this.settings = settings;
        this.recipe = settings.get("compute").isPresent() ? named("compute", settings.get("compute")) : Recipe.none();
        this.inPath = new TextTemplate(path()).variables();
    }

    /**
     * Returns the template that a JSON object describes: {@code method}, {@code path}, {@code query}, {@code headers}, one of
     * {@code form}, {@code json} and {@code text}, {@code contentType} if it is not that of the body, and {@code compute}.
     *
     * @throws IllegalArgumentException naming what is unknown or cannot work
     */
    public static RequestTemplate fromJson(String json) {
        return of(Settings.ofJson(json));
    }

    static RequestTemplate of(Json settings) {
        RequestTemplate template = of(settings, "", CALL);
        refuseUnless(template.uses("number"), "no part of the request has {number}");
        return template;
    }

    /** A log-in knows neither extension nor number. */
    static RequestTemplate ofLogin(Json settings) {
        return of(settings, "request: ", GENERAL);
    }

    /** A recording is asked for by its id. */
    static RequestTemplate ofRecording(Json settings) {
        RequestTemplate template = of(settings, "request: ", with("id"));
        refuseUnless(template.uses("id"), "request: no part of it has {id}");
        return template;
    }

    /** A list of calls is asked for by its first and last moment. */
    static RequestTemplate ofList(Json settings) {
        RequestTemplate template = of(settings, "request: ", with("from:", "to:"));
        refuseUnless(template.uses("from:"), "request: no part of it has {from:...}");
        return template;
    }

    private static RequestTemplate of(Json settings, String place, List<String> known) {
        try {
            for (String name : settings.names()) {
                refuseUnless(SETTINGS.contains(name), name + " is not a setting; there are " + new TreeSet<>(SETTINGS));
            }
            RequestTemplate template = new RequestTemplate(settings);
            template.check(known);
            return template;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(place + e.getMessage(), e);
        }
    }

    private static List<String> with(String... more) {
        List<String> all = new ArrayList<>(GENERAL);
        all.addAll(List.of(more));
        return all;
    }

    private boolean uses(String beginning) {
        return variables().stream().anyMatch(name -> name.startsWith(beginning));
    }

    /** Fills in secrets and general variables, and those of the kind of request. */
    Call<Json> fill(Call<Json> call, Map<String, Secret> secrets, TimeSource time, UnaryOperator<String> own) {
        return fill(call, name -> {
            if (name.startsWith(SECRET)) {
                Secret secret = Objects.requireNonNull(secrets.get(name.substring(SECRET.length())), name);
                call.hiding(secret);
                return secret.reveal();
            }
            return GENERAL.contains(name) ? general(name, time) : own.apply(name);
        });
    }

    private static String general(String name, TimeSource time) {
        return name.equals("uuid")
                ? UUID.randomUUID().toString()
                : String.valueOf(time.now().getEpochSecond());
    }

    private static Recipe named(String name, Json steps) {
        try {
            return Recipe.of(steps);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + e.getMessage(), e);
        }
    }

    private void check(List<String> known) {
        refuseUnless(
                path().startsWith("/") && path().indexOf('?') < 0, "path must start with a slash and hold no query");
        refuseUnless(List.of("GET", "POST", "PUT").contains(method()), "method must be GET, POST or PUT");
        long bodies = List.of("form", "json", "text").stream()
                .filter(kind -> settings.get(kind).isPresent())
                .count();
        refuseUnless(bodies <= 1, "form, json and text: one of them");
        refuseUnless(bodies == 0 || !method().equals("GET"), "a body needs the method POST or PUT");
        for (String part : List.of("query", "headers", "form")) {
            Json names = settings.get(part);
            refuseUnless(!names.isPresent() || names.isObject(), part + " must be an object");
            names.names()
                    .forEach(name -> refuseUnless(
                            names.get(name).text().isPresent(), part + "." + name + " must be a text or a number"));
        }
        for (String variable : variables()) {
            refuseUnless(
                    known.contains(variable)
                            || variable.startsWith(SECRET)
                            || known.stream().anyMatch(name -> name.endsWith(":") && variable.startsWith(name)),
                    "{" + variable + "} is not a variable; there are " + known + ", {secret:name} and computed ones");
        }
    }

    String method() {
        return settings.get("method").text().orElse("GET");
    }

    private String path() {
        return settings.get("path").text().orElse("");
    }

    /** Returns the path with variables as an endpoint has them. */
    String endpointPath() {
        int[] count = {0};
        return VARIABLE.matcher(path()).replaceAll(found -> "{v" + count[0]++ + "}");
    }

    /** Returns all variables that are not computed. */
    List<String> variables() {
        List<String> names = new ArrayList<>(recipe.variables());
        for (String part : List.of("path", "query", "headers", "form", "json", "text")) {
            Recipe.texts(settings.get(part)).forEach(text -> names.addAll(new TextTemplate(text).variables()));
        }
        names.removeAll(recipe.names());
        return names;
    }

    /** Returns the names of the secrets that it needs. */
    public List<String> secretNames() {
        return variables().stream()
                .filter(name -> name.startsWith(SECRET))
                .map(name -> name.substring(SECRET.length()))
                .distinct()
                .toList();
    }

    private Call<Json> fill(Call<Json> call, UnaryOperator<String> variables) {
        UnaryOperator<String> values = recipe.over(variables);
        for (int i = 0; i < inPath.size(); i++) {
            call.path("v" + i, values.apply(inPath.get(i)));
        }
        filled("query", values).forEach(call::query);
        filled("headers", values).forEach(call::header);
        Optional<String> type = settings.get("contentType").text();
        if (settings.get("form").isPresent()) {
            return call.form(filled("form", values));
        }
        if (settings.get("json").isPresent()) {
            Json body = Recipe.filled(settings.get("json"), values);
            return type.map(other -> call.body(other, PbxErrors.JSON.write(body)))
                    .orElseGet(() -> call.json(body));
        }
        Optional<String> text = settings.get("text").text().map(plain -> new TextTemplate(plain).fill(values));
        return text.map(body -> call.body(type.orElse("text/plain"), body.getBytes(StandardCharsets.UTF_8)))
                .orElse(call);
    }

    private Map<String, String> filled(String part, UnaryOperator<String> values) {
        Map<String, String> filled = new LinkedHashMap<>();
        Json names = settings.get(part);
        names.names()
                .forEach(name ->
                        filled.put(name, new TextTemplate(names.get(name).text().orElse("")).fill(values)));
        return filled;
    }

    private static void refuseUnless(boolean good, String text) {
        if (!good) {
            throw new IllegalArgumentException(text);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RequestTemplate that && settings.equals(that.settings);
    }

    @Override
    public int hashCode() {
        return settings.hashCode();
    }

    @Override
    public String toString() {
        return "RequestTemplate[" + method() + " " + path() + "]";
    }
}
