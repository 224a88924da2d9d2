package io.mostik.pbx;

import io.mostik.core.Secret;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Call;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import io.mostik.pbx.internal.CaseInsensitiveObject;
import io.mostik.pbx.internal.XmlTree;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Click-to-call. Obtained from {@code PbxClient.calls()}. Thread-safe.
 *
 * @see <a href="https://www.opennet.hu/crm-api-blogposzt">the vendor's description</a>
 */
public final class CallsApi {

    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final ApiClient api;
    private final PbxProfile profile;
    private final PbxCredential credential;
    private final Endpoint<Json> start;
    private final Pattern extensions;
    private final Map<String, Secret> secrets;

    CallsApi(ApiClient api, PbxProfile profile, PbxCredential credential, Map<String, Secret> secrets) {
        this.api = api;
        this.profile = profile;
        this.credential = credential;
        this.secrets = secrets;
        // Twice would ring twice, by GET as well as by POST.
        Optional<RequestTemplate> request = profile.request();
        String method = request.map(RequestTemplate::method).orElse(profile.callMethod());
        String path = request.map(RequestTemplate::endpointPath).orElse(profile.callPath());
        this.start = Endpoint.once("calls.start", method, path, JsonType.of(Json.class))
                .deadline(LONGEST);
        this.extensions = Pattern.compile(profile.extensionPattern());
    }

    /**
     * Starts a call: the PBX rings the extension and, when it is picked up, calls the number. Returns as soon as the PBX
     * accepted it, not when anybody answers. Never done twice: after a failure with {@code UNKNOWN} the phone may ring.
     *
     * @param extension the user's extension, rung first
     * @param number whom to call
     * @throws IllegalArgumentException if the extension or the number cannot be dialled; nothing was sent
     * @throws io.mostik.core.AuthException if the credentials are wrong
     * @throws io.mostik.core.ApiException if the PBX answered with an error message, whatever the HTTP status
     */
    public StartedCall start(String extension, PhoneNumber number) {
        Map<String, String> parameters = parameters(extension, number);
        Json answer = (profile.request().isPresent() ? requested(parameters, number) : fill(parameters)).send();
        return StartedCall.builder()
                .extension(extension)
                .number(number)
                .at(api.config().time().now())
                .callId(callId(answer))
                .build();
    }

    /**
     * Starts a call to a number in any form that {@link PhoneNumber#of(String, String)} reads, in the profile's region.
     *
     * @throws IllegalArgumentException if the extension or the number cannot be dialled; nothing was sent
     */
    public StartedCall start(String extension, String number) {
        return start(
                extension,
                PhoneReader.of(profile.region())
                        .extensions(profile.extensionPattern())
                        .read(number));
    }

    private Map<String, String> parameters(String extension, PhoneNumber number) {
        if (!extensions.matcher(Objects.requireNonNull(extension, "extension")).matches()) {
            throw new IllegalArgumentException("extension is not as the profile's extensionPattern wants it");
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("extension", extension);
        parameters.put("number", profile.numberFormat().write(number, profile.region()));
        return parameters;
    }

    private Call<Json> requested(Map<String, String> parameters, PhoneNumber number) {
        Call<Json> call = api.call(start);
        return profile.request()
                .orElseThrow()
                .fill(call, secrets, api.config().time(), name -> variable(name, parameters, number));
    }

    private String variable(String name, Map<String, String> parameters, PhoneNumber number) {
        String extension = parameters.getOrDefault("extension", "");
        return switch (name) {
            case "user" ->
                Optional.ofNullable(profile.users().get(extension))
                        .orElseThrow(() -> new IllegalArgumentException("extension is not among the profile's users"));
            case "number:e164" -> NumberFormat.E164_PLUS.write(number, profile.region());
            case "number:digits" -> NumberFormat.E164.write(number, profile.region());
            case "number:national" -> NumberFormat.NATIONAL.write(number, profile.region());
            default -> parameters.getOrDefault(name, "");
        };
    }

    private Call<Json> fill(Map<String, String> parameters) {
        Call<Json> call = api.call(start);
        Map<String, Object> fields = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            String param = name.equals("number") ? profile.numberParam() : profile.extensionParam();
            if (ProfilePath.has(profile.callPath(), name)) {
                call.path(name, value);
            } else if (!param.isBlank()) {
                fields.put(param, value);
            }
        });
        fields.putAll(profile.fixedParameters());
        if (ProfilePath.has(profile.callPath(), "key")) {
            call.path("key", credential.secret().reveal()).hiding(credential.secret());
        }
        return body(call, fields);
    }

    private Call<Json> body(Call<Json> call, Map<String, Object> fields) {
        if (profile.callBody() == BodyKind.QUERY) {
            fields.forEach(call::query);
            return call;
        }
        Map<String, Secret> secrets = profile.credentialPlacement() == CredentialPlacement.BODY ? inBody() : Map.of();
        secrets.values().forEach(call::hiding);
        if (profile.callBody() == BodyKind.FORM) {
            fields.putAll(secrets);
            return call.form(fields);
        }
        secrets.forEach((name, secret) -> fields.put(name, secret.reveal()));
        return call.json(fields);
    }

    private Map<String, Secret> inBody() {
        Map<String, Secret> secrets = new LinkedHashMap<>();
        credential.username().ifPresent(username -> secrets.put(profile.usernameParam(), username));
        secrets.put(
                credential.username().isPresent() ? profile.passwordParam() : profile.keyParam(), credential.secret());
        return secrets;
    }

    private Optional<String> callId(Json answer) {
        Json tree = answer.text().flatMap(XmlTree::read).orElse(answer);
        CaseInsensitiveObject object = new CaseInsensitiveObject(tree);
        return profile.outcome().callIdFields().stream()
                .flatMap(name -> object.find(CaseInsensitiveObject.path(name)).flatMap(Json::text).stream())
                .filter(id -> !id.isBlank())
                .findFirst();
    }
}
