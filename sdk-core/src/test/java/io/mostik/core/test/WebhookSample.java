package io.mostik.core.test;

import io.mostik.core.webhook.WebhookRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A request as a vendor sends it, proof included, for tests to spoil.
 *
 * @param verb HTTP verb
 * @param query raw query without the proof
 * @param headers headers without the proof
 * @param text the body, which has {@link #NAME} in it
 * @param charset how the body becomes bytes
 * @param proof what proves it
 */
public record WebhookSample(
        String verb, String query, Map<String, String> headers, String text, Charset charset, Proof proof) {

    /** Free text of an event, with letters that every charset of Central Europe writes differently from UTF-8. */
    public static final String NAME = "Kovács Őr";

    /** Where a proof stands. */
    public enum Place {
        /** A key or password in a header. */
        HEADER,
        /** A signature in hexadecimal in a header. */
        SIGNATURE,
        /** A key in the query. */
        QUERY
    }

    /**
     * A proof.
     *
     * @param name of the header or parameter
     * @param value from the bytes of the body
     */
    public record Proof(Place place, String name, Function<byte[], String> value) {

        /** Returns a key in a header. */
        public static Proof header(String name, String key) {
            return new Proof(Place.HEADER, name, body -> key);
        }

        /** Returns a key in the query. */
        public static Proof query(String name, String key) {
            return new Proof(Place.QUERY, name, body -> key);
        }

        /** Returns a signature. */
        public static Proof signature(String name, Function<byte[], String> value) {
            return new Proof(Place.SIGNATURE, name, value);
        }
    }

    /** Returns a posted body. */
    public static WebhookSample post(String contentType, String text, Proof proof) {
        return new WebhookSample("POST", "", Map.of("Content-Type", contentType), text, StandardCharsets.UTF_8, proof);
    }

    /** Returns posted JSON. */
    public static WebhookSample json(String text, Proof proof) {
        return post("application/json", text, proof);
    }

    /** Returns fields as a multipart form, as curl and PHP write it. */
    public static WebhookSample multipart(Map<String, String> fields, Proof proof) {
        StringBuilder text = new StringBuilder();
        fields.forEach((name, value) -> text.append("--XyZ\r\nContent-Disposition: form-data; name=\"" + name)
                .append("\"\r\n\r\n" + value + "\r\n"));
        return post("multipart/form-data; boundary=XyZ", text + "--XyZ--\r\n", proof);
    }

    /** Returns fields as a form without percent signs, as old exchanges write it. */
    public static WebhookSample form(Map<String, String> fields, Proof proof) {
        List<String> pairs = new ArrayList<>();
        fields.forEach((name, value) -> pairs.add(name + "=" + value.replace(' ', '+')));
        return post("application/x-www-form-urlencoded", String.join("&", pairs), proof);
    }

    /** Returns this sample with another query beside the proof. */
    public WebhookSample query(String raw) {
        return new WebhookSample(verb, raw, headers, text, charset, proof);
    }

    /** Returns this sample with another text. */
    public WebhookSample text(String other) {
        return new WebhookSample(verb, query, headers, other, charset, proof);
    }

    /** Returns this sample with one more header. */
    public WebhookSample header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new WebhookSample(verb, query, more, text, charset, proof);
    }

    /** Returns this sample in another charset, declared or not. */
    public WebhookSample in(Charset other, boolean isDeclared) {
        String type = headers.getOrDefault("Content-Type", "");
        String declared = isDeclared ? type + "; charset=" + other.name() : type;
        return new WebhookSample(verb, query, headers, text, other, proof).header("Content-Type", declared);
    }

    /** Returns this sample with a proof that is wrong in its last character. */
    public WebhookSample wrong() {
        return proven(value -> value.substring(0, value.length() - 1) + (value.endsWith("0") ? "1" : "0"));
    }

    /** Returns this sample with its proof in capital letters. */
    public WebhookSample upperCase() {
        return proven(value -> value.toUpperCase(Locale.ROOT));
    }

    private WebhookSample proven(UnaryOperator<String> change) {
        Proof other = new Proof(proof.place(), proof.name(), proof.value().andThen(change));
        return new WebhookSample(verb, query, headers, text, charset, other);
    }

    /** Returns the bytes of the body. */
    public byte[] body() {
        return text.getBytes(charset);
    }

    /** Returns the proof's value. */
    public String key() {
        return proof.value().apply(body());
    }

    /** Returns the request as it arrives, without a server between. */
    public WebhookRequest request() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        Optional.of(proof)
                .filter(any -> any.place() != Place.QUERY)
                .ifPresent(any -> all.put(any.name(), List.of(key())));
        WebhookRequest request = new WebhookRequest(verb, query, all, body());
        return proof.place() == Place.QUERY ? request.withQuery(proof.name(), key()) : request;
    }

    /** Returns the bytes of the request, to be spoilt. */
    public WebhookWire wire() {
        return new WebhookWire(this);
    }
}
