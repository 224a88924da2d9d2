package io.mostik.pbx.config;

import io.mostik.core.Secret;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.webhook.AddressRanges;
import io.mostik.core.webhook.HmacSignature;
import io.mostik.core.webhook.WebhookAuthentication;
import io.mostik.pbx.internal.Settings;
import io.mostik.pbx.webhooks.PbxWebhooks;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The part of a file that says what proves a push: one way or several of which one is enough. Immutable. */
final class AuthenticationReader {

    static final JsonCodec JSON = JsonCodec.camelCase();

    private static final Map<String, Set<String>> KINDS = Map.of(
            "none", Set.of(),
            "key", Set.of("secret", "names"),
            "parameter", Set.of("name", "secret"),
            "field", Set.of("name", "secret"),
            "header", Set.of("name", "secret"),
            "bearer", Set.of("secret"),
            "basic", Set.of("user", "secret"),
            "hmac", Set.of("header", "secret", "algorithm", "prefix", "form"),
            "computed", Set.of("at", "event", "texts", "compute", "equals", "url"),
            "rsa", Set.of("header", "publicKey"));

    private final List<Json> ways;
    private final Optional<AddressRanges> senders;
    private final Optional<AddressRanges> proxies;

    private AuthenticationReader(List<Json> ways, Optional<AddressRanges> senders, Optional<AddressRanges> proxies) {
        this.ways = ways;
        this.senders = senders;
        this.proxies = proxies;
    }

    static Optional<AuthenticationReader> of(Json settings) {
        boolean isLimited = settings.get("ways").isPresent();
        Json listed = isLimited ? settings.get("ways") : settings;
        if (isLimited) {
            refuseOthers("", settings, Set.of("ways", "onlyFrom", "proxies"));
        }
        List<Json> ways = new ArrayList<>(listed.isArray() ? listed.elements() : List.of(listed));
        if (ways.isEmpty()) {
            throw new IllegalArgumentException("at least one way was expected");
        }
        for (Json way : ways) {
            String kind = way.get("kind").text().orElse("");
            Set<String> known = KINDS.get(kind);
            if (known == null) {
                throw new IllegalArgumentException("kind is one of " + new TreeSet<>(KINDS.keySet()));
            }
            Set<String> names = new LinkedHashSet<>(known);
            names.add("kind");
            refuseOthers(kind + ": ", way, names);
            if (kind.equals("computed")) {
                ComputedProof.check(way);
            }
            if (known.contains("secret")) {
                needed(kind, way, "secret");
            }
            if (kind.equals("rsa")) {
                ComputedProof.publicKey(way);
            }
        }
        boolean isKeyAmongOthers = ways.size() > 1
                && ways.stream()
                        .anyMatch(way ->
                                way.get("kind").text().filter("key"::equals).isPresent());
        if (isKeyAmongOthers) {
            throw new IllegalArgumentException("key: looks in all usual places, so it stands alone");
        }
        return Optional.of(new AuthenticationReader(ways, ranges(settings, "onlyFrom"), ranges(settings, "proxies")));
    }

    private static void refuseOthers(String before, Json object, Set<String> known) {
        object.names().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            before + name + " is not a setting; there are " + new TreeSet<>(known));
                });
    }

    private static String needed(String kind, Json way, String name) {
        return way.get(name).text().orElseThrow(() -> new IllegalArgumentException(kind + ": " + name + " is missing"));
    }

    private static Optional<AddressRanges> ranges(Json settings, String name) {
        return settings.get(name).isPresent()
                ? Optional.of(
                        AddressRanges.of(Settings.textsOf(settings.get(name)).toArray(String[]::new)))
                : Optional.empty();
    }

    List<String> secrets() {
        List<String> names = new ArrayList<>();
        for (Json way : ways) {
            way.get("secret").text().ifPresent(names::add);
            way.get("user").text().ifPresent(names::add);
            names.addAll(ComputedProof.secrets(way));
        }
        return names;
    }

    void apply(PbxWebhooks.Builder webhooks, Function<String, Secret> secrets) {
        Json first = ways.get(0);
        String kind = first.get("kind").text().orElse("");
        if (kind.equals("key") && senders.isEmpty()) {
            webhooks.secret(
                    secrets.apply(needed(kind, first, "secret")),
                    first.get("names").isPresent()
                            ? Settings.textsOf(first.get("names")).toArray(String[]::new)
                            : new String[0]);
            return;
        }
        WebhookAuthentication[] all =
                ways.stream().map(way -> way(way, secrets)).toArray(WebhookAuthentication[]::new);
        WebhookAuthentication proof = all.length == 1 ? all[0] : WebhookAuthentication.anyOf(all);
        webhooks.authentication(senders.map(from ->
                        proxies.map(through -> proof.onlyFrom(from, through)).orElseGet(() -> proof.onlyFrom(from)))
                .orElse(proof));
    }

    private static WebhookAuthentication way(Json way, Function<String, Secret> secrets) {
        String kind = way.get("kind").text().orElse("");
        if (kind.equals("none")) {
            return WebhookAuthentication.none();
        }
        if (kind.equals("computed") || kind.equals("rsa")) {
            return ComputedProof.of(way, secrets);
        }
        Secret secret = secrets.apply(needed(kind, way, "secret"));
        return switch (kind) {
            case "parameter" -> WebhookAuthentication.parameter(needed(kind, way, "name"), secret);
            case "field" -> WebhookAuthentication.field(needed(kind, way, "name"), secret);
            case "header" -> WebhookAuthentication.header(needed(kind, way, "name"), secret);
            case "bearer" -> WebhookAuthentication.bearer(secret);
            case "basic" ->
                WebhookAuthentication.basic(
                        secrets.apply(needed(kind, way, "user")).reveal(), secret);
            case "hmac" -> WebhookAuthentication.hmac(hmac(way, secret));
            default ->
                throw new IllegalArgumentException("key: cannot be combined with onlyFrom; use parameter or field");
        };
    }

    private static HmacSignature hmac(Json way, Secret secret) {
        HmacSignature signature = HmacSignature.of(secret)
                .header(way.get("header").text().orElse("X-Signature"))
                .algorithm(way.get("algorithm").text().orElse("HmacSHA256"))
                .prefix(way.get("prefix").text().orElse(""));
        return way.get("form").text().filter("base64"::equals).isPresent() ? signature.base64() : signature;
    }
}
