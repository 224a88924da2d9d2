package io.mostik.core.webhook;

import io.mostik.core.Secret;
import io.mostik.core.WebhookException;
import io.mostik.core.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How a request proves that it comes from the vendor. Keys, passwords and signatures are compared in constant time. Where
 * the proof is in the head of a request, its body is not read before. Immutable and thread-safe.
 *
 * <pre>{@code
 * WebhookAuthentication.bearer(token).onlyFrom(AddressRanges.of("192.0.2.0/24"))
 * WebhookAuthentication.hmac(HmacSignature.of(secret).header("X-Signature"))
 * WebhookAuthentication.anyOf(WebhookAuthentication.header("X-API-Key", key), WebhookAuthentication.field("apikey", key))
 * }</pre>
 */
public final class WebhookAuthentication {

    private final List<Check> checks;
    private final List<Secret> secrets;
    private final Optional<ClientAddress> origin;
    private final Optional<String> challenge;

    /** One way to prove a request; empty if it does not. */
    private record Check(boolean needsBody, boolean isOverId, Function<WebhookRequest, Optional<WebhookProof>> proof) {}

    private WebhookAuthentication(
            List<Check> checks, List<Secret> secrets, Optional<ClientAddress> origin, Optional<String> challenge) {
        this.checks = checks;
        this.secrets = secrets;
        this.origin = origin;
        this.challenge = challenge;
    }

    /** Returns the proof by {@code Authorization: Basic}. */
    public static WebhookAuthentication basic(String user, Secret password) {
        byte[] pair = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        Secret expected = Secret.of(Base64.getEncoder().encodeToString(pair));
        WebhookAuthentication basic = authorization("Basic", expected);
        return new WebhookAuthentication(
                basic.checks,
                List.of(expected, password),
                Optional.empty(),
                Optional.of("Basic realm=\"webhooks\", charset=\"UTF-8\""));
    }

    /** Returns the proof by {@code Authorization: Bearer}. */
    public static WebhookAuthentication bearer(Secret token) {
        return authorization("Bearer", token);
    }

    /**
     * Returns the proof by the header {@code Authorization}.
     *
     * @param scheme the word before the key, in any case; an empty text if the key stands alone
     */
    public static WebhookAuthentication authorization(String scheme, Secret key) {
        String prefix = scheme.isEmpty() ? "" : scheme + " ";
        return head(
                key,
                request -> request.header("Authorization")
                        .filter(value -> value.regionMatches(true, 0, prefix, 0, prefix.length()))
                        .map(value -> List.of(value.substring(prefix.length()).strip()))
                        .orElse(List.of()));
    }

    /** Returns the proof by a key in a header. */
    public static WebhookAuthentication header(String name, Secret key) {
        return head(key, request -> request.header(name).map(List::of).orElse(List.of()));
    }

    /** Returns the proof by a key in a parameter of the query; case, {@code _} and {@code -} of its name do not matter. */
    public static WebhookAuthentication parameter(String name, Secret key) {
        return head(key, request -> singles(request.query(), name));
    }

    /**
     * Returns the proof by a key in the body: a parameter of a form, or a text at the top level of JSON. Of a body that is
     * not proven nothing else is looked at.
     */
    public static WebhookAuthentication field(String name, Secret key) {
        return keyed(true, key, request -> fields(request, name));
    }

    /** Returns the proof by a user name and a password in two parameters of the query, or two fields of the body. */
    public static WebhookAuthentication pair(String userName, String user, String passwordName, Secret password) {
        Secret expected = Secret.of(user);
        Check query = check(
                false,
                request -> both(
                        matches(expected, singles(request.query(), userName)),
                        matches(password, singles(request.query(), passwordName))));
        Check body = check(
                true,
                request -> both(
                        matches(expected, fields(request, userName)),
                        matches(password, fields(request, passwordName))));
        return of(List.of(query, body), List.of(password)); // a user name may be a word of the data, too
    }

    /** Returns the proof by a signature. */
    public static WebhookAuthentication hmac(HmacSignature signature) {
        return of(List.of(new Check(true, signature.isOverId(), signature::verify)), List.of(signature.key()));
    }

    /**
     * Returns a custom proof, such as a signature in another form.
     *
     * @param isProven whether a whole request is proven; all of it counts as proven then
     */
    public static WebhookAuthentication of(Predicate<WebhookRequest> isProven) {
        return of(List.of(check(true, Objects.requireNonNull(isProven, "isProven"))), List.of());
    }

    /** Returns no proof: every request to the address is accepted. */
    public static WebhookAuthentication none() {
        return of(List.of(check(false, request -> true)), List.of());
    }

    /** Returns the proof by any one of several. */
    public static WebhookAuthentication anyOf(WebhookAuthentication... ways) {
        List<Check> checks = new ArrayList<>();
        List<Secret> secrets = new ArrayList<>();
        Optional<String> challenge = Optional.empty();
        for (WebhookAuthentication way : ways) {
            if (way.origin.isPresent()) {
                throw new IllegalArgumentException("onlyFrom belongs behind anyOf");
            }
            checks.addAll(way.checks);
            secrets.addAll(way.secrets);
            challenge = challenge.or(() -> way.challenge);
        }
        if (checks.stream().map(Check::isOverId).distinct().count() != 1) {
            throw new IllegalArgumentException(
                    "anyOf needs at least one way, and all or none of them sign the id alone");
        }
        return new WebhookAuthentication(List.copyOf(checks), List.copyOf(secrets), Optional.empty(), challenge);
    }

    /** Returns this proof, which then counts only for requests that these addresses send without a proxy between. */
    public WebhookAuthentication onlyFrom(AddressRanges senders) {
        return new WebhookAuthentication(
                checks, secrets, Optional.of(new ClientAddress(senders, Optional.empty())), challenge);
    }

    /**
     * Returns this proof, which then counts only for requests from these addresses, directly or through your own proxies.
     *
     * @param proxies whose header {@code X-Forwarded-For} is believed; each must append the address it was called from
     */
    public WebhookAuthentication onlyFrom(AddressRanges senders, AddressRanges proxies) {
        return new WebhookAuthentication(
                checks, secrets, Optional.of(new ClientAddress(senders, Optional.of(proxies))), challenge);
    }

    /**
     * Returns what a whole request proves.
     *
     * @throws WebhookException if it proves nothing, or comes from an address that is not allowed
     */
    public WebhookProof verify(WebhookRequest request) {
        refuseStranger(request);
        return proof(request, false)
                .orElseThrow(() -> new WebhookException(
                        WebhookException.Reason.UNVERIFIED, "signature, key or password is missing or wrong"));
    }

    /** Returns whether the head of a request, without its body, proves it. */
    public boolean isProvenByHead(WebhookRequest head) {
        return origin.filter(allowed -> !allowed.isAllowed(head)).isEmpty()
                && proof(head, true).isPresent();
    }

    /**
     * Lets the head of a request pass if its body may still prove it.
     *
     * @throws WebhookException if no body could
     */
    void verifyHead(WebhookRequest head) {
        refuseStranger(head);
        if (checks.stream().noneMatch(Check::needsBody)) {
            WebhookProof unused = verify(head);
        }
    }

    boolean isOverId() {
        return checks.get(0).isOverId();
    }

    /** Returns what {@code WWW-Authenticate} says beside a 401. */
    Optional<String> challenge() {
        return challenge;
    }

    /** Returns whether a value is one of the credentials, so that it is not kept or handed on with the data. */
    public boolean isCredential(String value) {
        return secrets.stream().anyMatch(secret -> secret.matches(value));
    }

    List<Secret> secrets() {
        return secrets;
    }

    private void refuseStranger(WebhookRequest request) {
        if (origin.filter(allowed -> !allowed.isAllowed(request)).isPresent()) {
            throw new WebhookException(WebhookException.Reason.UNVERIFIED, "comes from an address not allowed");
        }
    }

    private Optional<WebhookProof> proof(WebhookRequest request, boolean headOnly) {
        Optional<WebhookProof> found = Optional.empty();
        for (Check check : checks) {
            if (found.isEmpty() && !(headOnly && check.needsBody())) {
                found = check.proof().apply(request);
            }
        }
        return found;
    }

    private static WebhookAuthentication head(Secret key, Function<WebhookRequest, List<String>> candidates) {
        return keyed(false, key, candidates);
    }

    private static WebhookAuthentication keyed(
            boolean needsBody, Secret key, Function<WebhookRequest, List<String>> candidates) {
        Objects.requireNonNull(key, "key");
        return of(List.of(check(needsBody, request -> matches(key, candidates.apply(request)))), List.of(key));
    }

    private static WebhookAuthentication of(List<Check> checks, List<Secret> secrets) {
        return new WebhookAuthentication(checks, secrets, Optional.empty(), Optional.empty());
    }

    private static Check check(boolean needsBody, Predicate<WebhookRequest> isProven) {
        return new Check(
                needsBody,
                false,
                request -> isProven.test(request) ? Optional.of(WebhookProof.OF_ALL) : Optional.empty());
    }

    private static boolean matches(Secret secret, List<String> candidates) {
        boolean found = false;
        for (String candidate : candidates) {
            found |= secret.matches(candidate);
        }
        return found;
    }

    /** Both are compared before either counts, so that the time tells nothing. */
    private static boolean both(boolean one, boolean other) {
        return one && other;
    }

    /** A doubled parameter proves nothing. */
    private static List<String> singles(Map<String, List<String>> parameters, String name) {
        String wanted = folded(name);
        return parameters.entrySet().stream()
                .filter(one ->
                        one.getValue().size() == 1 && folded(one.getKey()).equals(wanted))
                .map(one -> one.getValue().get(0))
                .toList();
    }

    /** Who is not proven is not told what is wrong with the content. */
    private static List<String> fields(WebhookRequest request, String name) {
        try {
            List<String> found =
                    new ArrayList<>(request.jsonTexts(key -> folded(key).equals(folded(name))));
            return found.isEmpty() ? singles(request.form(), name) : found;
        } catch (JsonException | WebhookException e) {
            return List.of();
        }
    }

    private static String folded(String name) {
        return name.replaceAll("[_-]", "").toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public String toString() {
        return "WebhookAuthentication[" + checks.size() + "]";
    }
}
