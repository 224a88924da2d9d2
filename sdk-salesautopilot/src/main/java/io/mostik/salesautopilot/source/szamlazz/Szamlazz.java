package io.mostik.salesautopilot.source.szamlazz;

import io.mostik.core.ApiException;
import io.mostik.core.Secret;
import io.mostik.core.TimeSource;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.RetryPolicy;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.salesautopilot.internal.Fields;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Reads documents of one company at Számlázz.hu by its Számla Agent. Only queries: nothing is issued, paid or reversed. Remembers
 * nothing. Thread-safe; close it at the end.
 *
 * <pre>{@code
 * Szamlazz szamlazz = Szamlazz.builder().agentKey(Secret.fromEnv("MOSTIK_SZAMLAZZ_KEY")).build();
 * Optional<SzamlazzDocument> invoice = szamlazz.find("KMP-2026-118");
 * }</pre>
 */
public final class Szamlazz implements AutoCloseable {

    private static final Endpoint<Json> QUERY =
            Endpoint.read("szamlazz.query", "POST", "/szamla/", Json.class).confidential();
    private static final String PRODUCTION = "https://www.szamlazz.hu";
    private static final String NAMESPACE = "http://www.szamlazz.hu/xmlszamlaxml";
    private static final int ATTEMPTS = 3;
    private static final int LONGEST = 100;

    private final ApiClient api;
    private final Secret key;

    private Szamlazz(ApiClient api, Secret key) {
        this.api = api;
        this.key = key;
    }

    /** Returns a builder. The key is required. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a document by its number; empty if there is none, or none any more, as of a proforma that became an invoice.
     *
     * @throws IllegalArgumentException if the number is blank, longer than 100 characters or holds control characters
     * @throws io.mostik.core.SdkException if it cannot be read
     */
    public Optional<SzamlazzDocument> find(String number) {
        String asked = checked(number, "number");
        return query("szamlaszam", asked).filter(document -> {
            if (!document.number().equals(asked)) {
                throw failure("it is another document");
            }
            return true;
        });
    }

    /**
     * Returns the newest document of any kind with the number of an order; empty if there is none.
     *
     * @throws IllegalArgumentException if the number is blank, longer than 100 characters or holds control characters
     * @throws io.mostik.core.SdkException if it cannot be read
     */
    public Optional<SzamlazzDocument> findNewest(String order) {
        return query("rendelesSzam", checked(order, "order"));
    }

    private Optional<SzamlazzDocument> query(String selector, String value) {
        String boundary = "mostik-" + UUID.randomUUID();
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xmlszamlaxml xmlns=\"" + NAMESPACE + "\">"
                + "<szamlaagentkulcs>" + escaped(key.reveal()) + "</szamlaagentkulcs>"
                + "<" + selector + ">" + escaped(value) + "</" + selector + ">"
                + "<pdf>false</pdf></xmlszamlaxml>";
        String body = "--" + boundary + "\r\n"
                + "Content-Disposition: form-data; name=\"action-szamla_agent_xml\"; filename=\"query.xml\"\r\n"
                + "Content-Type: text/xml; charset=UTF-8\r\n\r\n" + xml + "\r\n--" + boundary + "--\r\n";
        try {
            Json answer = api.call(QUERY)
                    .hiding(key)
                    .body("multipart/form-data; boundary=" + boundary, body.getBytes(StandardCharsets.UTF_8))
                    .send();
            return Optional.of(SzamlazzDocument.of(new Fields(QUERY.operation(), answer, "").object("szamla")));
        } catch (ApiException e) {
            if (e.error().code().equals(SzamlazzErrors.UNKNOWN)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    static boolean isNumber(String text) {
        return !text.isBlank() && text.length() <= LONGEST && text.chars().noneMatch(Szamlazz::isOdd);
    }

    private static boolean isOdd(int letter) {
        return Character.isISOControl(letter) || Character.isSurrogate((char) letter) || letter >= 0xFFFE;
    }

    private static String checked(String text, String name) {
        if (!isNumber(text)) {
            throw new IllegalArgumentException(
                    name + " must have 1 to 100 characters, none of them control characters");
        }
        return text.strip();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static RuntimeException failure(String why) {
        return new Fields(QUERY.operation(), Json.of(null), "").failure(why);
    }

    TimeSource time() {
        return api.config().time();
    }

    /** Ends the calls under way as cancelled, and refuses new ones. */
    @Override
    public void close() {
        api.close();
    }

    @Override
    public String toString() {
        return "Szamlazz[" + api.config().baseUri().getAuthority() + "]";
    }

    /** Collects the settings of a client. */
    public static final class Builder {

        private final ClientConfig.Builder http = ClientConfig.builder()
                .baseUri(PRODUCTION)
                .retry(RetryPolicy.standard().withAttempts(ATTEMPTS));
        private Optional<Secret> key = Optional.empty();

        private Builder() {}

        /** Sets the key of the company's Számla Agent, which is worth as much as a password. */
        public Builder agentKey(Secret newKey) {
            key = Optional.of(Objects.requireNonNull(newKey, "agentKey"));
            return this;
        }

        /** Sets another address, as of a simulator. */
        public Builder baseUri(String address) {
            http.baseUri(address);
            return this;
        }

        /** Changes the common settings. The vendor takes the same request five times at most; 3 tries by default. */
        public Builder http(Consumer<ClientConfig.Builder> settings) {
            settings.accept(http);
            return this;
        }

        /**
         * Returns the client.
         *
         * @throws IllegalArgumentException if the key is missing or a setting cannot work
         */
        public Szamlazz build() {
            Secret secret = key.orElseThrow(() -> new IllegalArgumentException("agentKey is missing"));
            return new Szamlazz(
                    ApiClient.builder(http.build())
                            .codec(JsonCodec.camelCase())
                            .errors(new SzamlazzErrors())
                            .quirks(XmlAnswers::new)
                            .build(),
                    secret);
        }
    }
}
