package io.mostik.pbx.vipex.hooks;

import io.mostik.core.Secret;
import io.mostik.core.WebhookException;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonException;
import io.mostik.core.webhook.AddressRanges;
import io.mostik.core.webhook.SignatureVerifier;
import io.mostik.core.webhook.WebhookRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How a push proves that it comes from the PBX. Has to be chosen; there is no default. Keys and passwords are compared in
 * constant time. Immutable.
 */
public final class HookProof {

    private static final Set<String> KEY_NAMES = Set.of("apikey", "key");
    private static final List<String> SCHEMES = List.of("Bearer ", "ApiKey ");

    private final SignatureVerifier head;
    private final Set<String> keyNames;
    private final List<Secret> secrets;
    private final Optional<String> challenge;
    private final Optional<AddressRanges> origin;

    private HookProof(SignatureVerifier head, Set<String> keyNames, List<Secret> secrets, Optional<String> challenge) {
        this.head = head;
        this.keyNames = keyNames;
        this.secrets = secrets;
        this.challenge = challenge;
        this.origin = Optional.empty();
    }

    private HookProof(HookProof other, AddressRanges origin) {
        this.head = other.head;
        this.keyNames = other.keyNames;
        this.secrets = other.secrets;
        this.challenge = other.challenge;
        this.origin = Optional.of(origin);
    }

    /**
     * Returns the proof by a shared key. It may stand in the query or form as {@code apikey}, {@code api_key} or
     * {@code key}, in the header {@code X-API-Key}, in {@code Authorization} as {@code Bearer} or {@code ApiKey}, or at
     * the top level of the JSON.
     *
     * @param otherNames further names of the parameter or JSON property
     */
    public static HookProof apiKey(Secret key, String... otherNames) {
        Objects.requireNonNull(key, "key");
        Set<String> names = new LinkedHashSet<>(KEY_NAMES);
        for (String name : otherNames) {
            names.add(Folded.fold(name));
        }
        return new HookProof(
                request -> refuseUnless(any(keysInHead(request, names), key::matches)),
                names,
                List.of(key),
                Optional.empty());
    }

    /**
     * Returns the proof by user name and password: HTTP Basic, or the query parameters {@code username} and
     * {@code password}.
     */
    public static HookProof basic(String username, Secret password) {
        Secret user = Secret.of(username);
        SignatureVerifier inUrl = request -> {
            boolean rightUser = request.query("username").filter(user::matches).isPresent();
            boolean rightPassword =
                    request.query("password").filter(password::matches).isPresent();
            refuseUnless(rightUser && rightPassword);
        };
        return new HookProof(
                SignatureVerifier.anyOf(SignatureVerifier.basic(username, password), inUrl),
                Set.of(),
                List.of(user, password),
                Optional.of("Basic realm=\"calls\", charset=\"UTF-8\""));
    }

    /** Returns another proof, such as a signature over the body. */
    public static HookProof of(SignatureVerifier verifier) {
        return new HookProof(Objects.requireNonNull(verifier, "verifier"), Set.of(), List.of(), Optional.empty());
    }

    /** Returns no proof at all: anybody who knows the address can push calls. */
    public static HookProof none() {
        return new HookProof(request -> {}, Set.of(), List.of(), Optional.empty());
    }

    /**
     * Returns this proof, which then counts only for pushes from these addresses. The vendor does not publish its own;
     * behind a proxy, all pushes come from the proxy.
     */
    public HookProof onlyFrom(AddressRanges addresses) {
        return new HookProof(this, Objects.requireNonNull(addresses, "addresses"));
    }

    Optional<String> challenge() {
        return challenge;
    }

    /** Returns whether the request is proven by its headers and its query alone. */
    boolean isProvenBy(WebhookRequest request) {
        if (!isFromAllowedAddress(request)) {
            return false;
        }
        try {
            head.verify(request);
            return true;
        } catch (WebhookException e) {
            return false;
        }
    }

    /** Lets a proven request pass; the body is looked into only when the rest does not prove it. */
    void verify(WebhookRequest request, PayloadReader reader) {
        if (isProvenBy(request)) {
            return;
        }
        refuseUnless(isFromAllowedAddress(request)
                && !keyNames.isEmpty()
                && any(keysInBody(request, reader), secrets.get(0)::matches));
    }

    private boolean isFromAllowedAddress(WebhookRequest request) {
        return origin.isEmpty()
                || request.remoteAddress().filter(origin.get()::contain).isPresent();
    }

    /** Who is not proven is not told what is wrong with the content. */
    private List<String> keysInBody(WebhookRequest request, PayloadReader reader) {
        try {
            return keysIn(reader.read(request));
        } catch (JsonException | WebhookException e) {
            return List.of();
        }
    }

    /** Returns whether a value is one of the credentials, so that it is not handed on with the data. */
    boolean isCredential(String value) {
        return secrets.stream().anyMatch(secret -> secret.matches(value));
    }

    private static List<String> keysInHead(WebhookRequest request, Set<String> names) {
        List<String> keys = new ArrayList<>();
        request.header("X-API-Key").ifPresent(keys::add);
        request.header("Authorization")
                .ifPresent(value -> SCHEMES.stream()
                        .filter(scheme -> value.regionMatches(true, 0, scheme, 0, scheme.length()))
                        .forEach(scheme ->
                                keys.add(value.substring(scheme.length()).strip())));
        addSingle(keys, request.query(), names);
        return keys;
    }

    private List<String> keysIn(Payload payload) {
        List<String> keys = new ArrayList<>();
        addSingle(keys, payload.parameters(), keyNames);
        Json tree = payload.tree();
        tree.names().stream()
                .filter(name -> payload.isJson() && keyNames.contains(Folded.fold(name)))
                .forEach(name -> tree.get(name).text().ifPresent(keys::add));
        return keys;
    }

    /** A doubled parameter proves nothing. */
    private static void addSingle(List<String> keys, Map<String, List<String>> parameters, Set<String> names) {
        parameters.forEach((name, values) -> {
            if (values.size() == 1 && names.contains(Folded.fold(name))) {
                keys.add(values.get(0));
            }
        });
    }

    private static boolean any(List<String> candidates, Predicate<String> matches) {
        boolean found = false;
        for (String candidate : candidates) {
            found |= matches.test(candidate);
        }
        return found;
    }

    private static void refuseUnless(boolean proven) {
        if (!proven) {
            throw new WebhookException(
                    WebhookException.Reason.UNVERIFIED, "key, password or address is missing or wrong");
        }
    }

    @Override
    public String toString() {
        return "HookProof";
    }
}
