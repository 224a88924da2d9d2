package io.mostik.salesautopilot.source.billingo;

import io.mostik.core.DecodingException;
import io.mostik.core.NotFoundException;
import io.mostik.core.Secret;
import io.mostik.core.TimeSource;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Authorizer;
import io.mostik.core.http.Call;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.salesautopilot.internal.Fields;
import io.mostik.salesautopilot.workflow.InvoicePayment;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Reads the documents of one organisation at Billingo, version 3; a key for reading is enough. Remembers nothing. Thread-safe; close it
 * at the end.
 *
 * <pre>{@code
 * Billingo billingo = Billingo.builder().apiKey(Secret.fromEnv("MOSTIK_BILLINGO_KEY")).build();
 * List<BillingoDocument> changed = billingo.modified(Instant.now().minus(Duration.ofDays(1)));
 * }</pre>
 */
public final class Billingo implements AutoCloseable {

    private static final Endpoint<Json> GET = Endpoint.read("billingo.document", "GET", "/documents/{id}", Json.class);
    private static final Endpoint<Json> LIST = Endpoint.read("billingo.documents", "GET", "/documents", Json.class);
    private static final Endpoint<Json> PAYMENTS =
            Endpoint.read("billingo.payments", "GET", "/documents/{id}/payments", Json.class);
    private static final String PRODUCTION = "https://api.billingo.hu/v3";
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 10_000;
    private static final int READINGS = 3;

    /** The zone of {@code last_modified_date} is not documented; this one is inferred. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Budapest");

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final ApiClient api;

    private Billingo(ApiClient api) {
        this.api = api;
    }

    /** Returns a builder. The key is required. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the documents that were modified since a time, each once, in no order. In which zone the vendor reads the time is not
     * documented (Europe/Budapest is inferred): ask for an hour more than you need.
     *
     * @throws io.mostik.core.SdkException if they cannot be read
     */
    public List<BillingoDocument> modified(Instant since) {
        String local = SECONDS.format(LocalDateTime.ofInstant(since, ZONE));
        return list(call -> call.query("last_modified_date", local));
    }

    /**
     * Returns all documents of a payment status, such as {@code partially_paid}, each once.
     *
     * @throws io.mostik.core.SdkException if they cannot be read
     */
    public List<BillingoDocument> ofStatus(String paymentStatus) {
        return list(call -> call.query("payment_status", paymentStatus));
    }

    /**
     * Returns a document; empty if there is none.
     *
     * @throws io.mostik.core.SdkException if it cannot be read
     */
    public Optional<BillingoDocument> find(long id) {
        try {
            Json answer = api.call(GET).path("id", id).send();
            BillingoDocument document = BillingoDocument.of(Fields.of(GET.operation(), answer));
            if (document.id() != id) {
                throw Fields.of(GET.operation(), answer).failure("it is another document");
            }
            return Optional.of(document);
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns all payments of a document.
     *
     * @throws io.mostik.core.SdkException if they cannot be read
     */
    public List<InvoicePayment> payments(long id) {
        Json answer = api.call(PAYMENTS).path("id", id).send();
        return Fields.list(PAYMENTS.operation(), answer).stream()
                .map(row -> new InvoicePayment(
                        row.day("date"),
                        row.amount("price"),
                        row.text("payment_method").equals("cash")))
                .toList();
    }

    private List<BillingoDocument> list(UnaryOperator<Call<Json>> filter) {
        for (int reading = 1; reading <= READINGS; reading++) {
            Optional<List<BillingoDocument>> read = pages(filter);
            if (read.isPresent()) {
                return read.get();
            }
        }
        throw failure("fewer documents came than there are");
    }

    /**
     * Returns all pages; empty if fewer documents came than the first page counted, as where some left the list meanwhile. The newest
     * come first, so that a new document moves others to a later page, where they come again.
     */
    private Optional<List<BillingoDocument>> pages(UnaryOperator<Call<Json>> filter) {
        Map<Long, BillingoDocument> found = new LinkedHashMap<>();
        int first = 0;
        for (int page = 1; page <= MOST_PAGES; page++) {
            Json answer = filter.apply(api.call(LIST))
                    .query("per_page", PAGE)
                    .query("page", page)
                    .send();
            Fields fields = Fields.of(LIST.operation(), answer);
            fields.rows("data").stream()
                    .map(BillingoDocument::of)
                    .forEach(document -> found.putIfAbsent(document.id(), document));
            first = page == 1 ? fields.amountOrZero("total").intValue() : first;
            if (page >= fields.amount("last_page").intValue()) {
                return found.size() < first ? Optional.empty() : Optional.of(List.copyOf(found.values()));
            }
        }
        throw failure("the pages have no end");
    }

    private static DecodingException failure(String why) {
        return new Fields(LIST.operation(), Json.of(null), "").failure(why);
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
        return "Billingo[" + api.config().baseUri().getAuthority() + "]";
    }

    /** Collects the settings of a client. */
    public static final class Builder {

        private final ClientConfig.Builder http = ClientConfig.builder().baseUri(PRODUCTION);
        private Optional<Authorizer> authorizer = Optional.empty();

        private Builder() {}

        /** Sets the key of the organisation. */
        public Builder apiKey(Secret key) {
            authorizer = Optional.of(Authorizer.header("X-API-KEY", key));
            return this;
        }

        /** Sets another address, as of a simulator. */
        public Builder baseUri(String address) {
            http.baseUri(address);
            return this;
        }

        /** Changes the common settings: time limits, repeats, listener and so on. */
        public Builder http(Consumer<ClientConfig.Builder> settings) {
            settings.accept(http);
            return this;
        }

        /**
         * Returns the client.
         *
         * @throws IllegalArgumentException if the key is missing or a setting cannot work
         */
        public Billingo build() {
            Authorizer key = authorizer.orElseThrow(() -> new IllegalArgumentException("apiKey is missing"));
            return new Billingo(ApiClient.builder(http.build())
                    .codec(JsonCodec.snakeCase())
                    .authorizer(key)
                    .build());
        }
    }
}
