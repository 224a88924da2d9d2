package io.mostik.testing.vipex;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.mostik.testing.Answer;
import io.mostik.testing.OutgoingWebhook;
import io.mostik.testing.internal.PhpParameters;
import java.net.URI;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where and how a customer wants a push: address, verb, form of the data, proof of origin. Immutable. */
public final class VipexHook {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final URI uri;
    private final String method;
    private final VipexPayload payload;
    private final Map<String, String> parameters;
    private final Optional<String> authorization;

    private VipexHook(
            URI uri,
            String method,
            VipexPayload payload,
            Map<String, String> parameters,
            Optional<String> authorization) {
        this.uri = uri;
        this.method = method;
        this.payload = payload;
        this.parameters = parameters;
        this.authorization = authorization;
    }

    /** Returns a hook that is posted as JSON, without a proof of origin. */
    public static VipexHook post(URI uri) {
        requireNonNull(uri, "uri");
        return new VipexHook(uri, "POST", VipexPayload.JSON, Map.of(), Optional.empty());
    }

    /** Returns a hook that comes by GET, its data in bracketed parameters, without a proof of origin. */
    public static VipexHook get(URI uri) {
        requireNonNull(uri, "uri");
        return new VipexHook(uri, "GET", VipexPayload.BRACKETS, Map.of(), Optional.empty());
    }

    /** Returns the same hook with its data in this form. */
    public VipexHook payload(VipexPayload form) {
        return new VipexHook(uri, method, form, parameters, authorization);
    }

    /** Returns the same hook with a fixed parameter in the URL. */
    public VipexHook parameter(String name, String value) {
        Map<String, String> extended = new LinkedHashMap<>(parameters);
        extended.put(name, value);
        return new VipexHook(uri, method, payload, extended, authorization);
    }

    /** Returns the same hook with an API key in the URL parameter {@code apikey}. */
    public VipexHook apiKey(String key) {
        return parameter("apikey", key);
    }

    /** Returns the same hook with user name and password as HTTP Basic. */
    public VipexHook basic(String user, String password) {
        String pair = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
        return new VipexHook(uri, method, payload, parameters, Optional.of("Basic " + pair));
    }

    /** Returns the same hook with user name and password in the URL. */
    public VipexHook basicInUrl(String user, String password) {
        return parameter("username", user).parameter("password", password);
    }

    OutgoingWebhook toHook(Map<String, ?> data) {
        String json = new String(Answer.json(200, data).body(), UTF_8);
        OutgoingWebhook hook;
        if (method.equals("GET")) {
            hook = OutgoingWebhook.get(withQuery(form(data, json)));
        } else if (payload == VipexPayload.JSON) {
            hook = OutgoingWebhook.post(withQuery(""), "application/json", json);
        } else {
            hook = OutgoingWebhook.post(withQuery(""), FORM, form(data, json));
        }
        return authorization.map(value -> hook.with("Authorization", value)).orElse(hook);
    }

    private String form(Map<String, ?> data, String json) {
        return PhpParameters.encode(payload == VipexPayload.BRACKETS ? data : Map.of("data", json));
    }

    private URI withQuery(String more) {
        String query = Stream.of(
                        Optional.ofNullable(uri.getRawQuery()).orElse(""), more, PhpParameters.encode(parameters))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        String base = uri.toString().replaceFirst("\\?.*", "");
        return URI.create(query.isEmpty() ? base : base + "?" + query);
    }
}
