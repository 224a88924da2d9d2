package io.mostik.salesautopilot.source.woocommerce;

import io.mostik.core.DecodingException;
import io.mostik.core.NotFoundException;
import io.mostik.core.Secret;
import io.mostik.core.TimeSource;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Authorizer;
import io.mostik.core.http.CallResult;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.salesautopilot.internal.Fields;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads the orders of one WooCommerce shop by its REST API, version 3; a key for reading is enough. Remembers nothing. Thread-safe;
 * close it at the end.
 *
 * <pre>{@code
 * WooCommerce shop = WooCommerce.builder()
 *         .shop("https://shop.example")
 *         .keyPair("ck_1", Secret.fromEnv("MOSTIK_WOOCOMMERCE_SECRET"))
 *         .build();
 * Optional<WooOrder> order = shop.find(20931);
 * }</pre>
 */
public final class WooCommerce implements AutoCloseable {

    private static final Endpoint<Json> GET =
            Endpoint.read("woocommerce.order", "GET", "/wp-json/wc/v3/orders/{id}", Json.class);
    private static final Endpoint<Json> LIST =
            Endpoint.read("woocommerce.orders", "GET", "/wp-json/wc/v3/orders", Json.class);
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 10_000;
    private static final int READINGS = 3;
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private final ApiClient api;

    private WooCommerce(ApiClient api) {
        this.api = api;
    }

    /** Returns a builder. Address and key pair are required. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns an order as it is now; empty if the shop has none of this id.
     *
     * @throws io.mostik.core.SdkException if it cannot be read
     */
    public Optional<WooOrder> find(long id) {
        try {
            WooOrder order = WooOrder.of(
                    Fields.of(GET.operation(), api.call(GET).path("id", id).send()));
            if (order.id() != id) {
                throw failure(GET, "it is another order");
            }
            return Optional.of(order);
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the orders that were changed between two times, in no order. An order that is changed while they are read leaves the
     * window and moves others to an earlier page: they are read again then.
     *
     * @throws io.mostik.core.SdkException if they cannot be read
     */
    public List<WooOrder> changed(Instant after, Instant before) {
        for (int reading = 1; reading <= READINGS; reading++) {
            Optional<List<WooOrder>> read = pages(after, before);
            if (read.isPresent()) {
                return read.get();
            }
        }
        throw failure(LIST, "the list changes while it is read");
    }

    /** Returns all pages; empty if the number of orders fell meanwhile, or fewer came. */
    private Optional<List<WooOrder>> pages(Instant after, Instant before) {
        Map<Long, WooOrder> found = new LinkedHashMap<>();
        long first = 0;
        for (int page = 1; page <= MOST_PAGES; page++) {
            CallResult<Json> answer = api.call(LIST)
                    .query("modified_after", gmt(after))
                    .query("modified_before", gmt(before))
                    .query("dates_are_gmt", true)
                    .query("orderby", "id")
                    .query("order", "asc")
                    .query("per_page", PAGE)
                    .query("page", page)
                    .sendWithResponse();
            List<WooOrder> rows = Fields.list(LIST.operation(), answer.value()).stream()
                    .map(WooOrder::of)
                    .toList();
            rows.forEach(order -> found.put(order.id(), order));
            long total = answer.headers()
                    .first("X-WP-Total")
                    .filter(text -> text.matches("\\d{1,18}"))
                    .map(Long::parseLong)
                    .orElseThrow(() -> failure(LIST, "X-WP-Total is missing"));
            first = page == 1 ? total : first;
            if (total < first) {
                return Optional.empty();
            }
            if (rows.size() < PAGE) {
                return found.size() < first ? Optional.empty() : Optional.of(List.copyOf(found.values()));
            }
        }
        throw failure(LIST, "the pages have no end");
    }

    private static DecodingException failure(Endpoint<?> endpoint, String why) {
        return new Fields(endpoint.operation(), Json.of(null), "").failure(why);
    }

    private static String gmt(Instant instant) {
        return SECONDS.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    TimeSource time() {
        return api.config().time();
    }

    String address() {
        return api.config().baseUri().toString();
    }

    /** Ends the calls under way as cancelled, and refuses new ones. */
    @Override
    public void close() {
        api.close();
    }

    @Override
    public String toString() {
        return "WooCommerce[" + api.config().baseUri().getAuthority() + "]";
    }

    /** Collects the settings of a client. */
    public static final class Builder {

        private final ClientConfig.Builder http = ClientConfig.builder();
        private Optional<Authorizer> authorizer = Optional.empty();

        private Builder() {}

        /** Sets the address of the shop, without {@code /wp-json}. Https only, as the key pair travels with each call. */
        public Builder shop(String address) {
            http.baseUri(address);
            return this;
        }

        /** Sets consumer key and consumer secret, which travel as HTTP Basic. */
        public Builder keyPair(String consumerKey, Secret consumerSecret) {
            authorizer = Optional.of(Authorizer.basic(
                    Objects.requireNonNull(consumerKey, "consumerKey"),
                    Objects.requireNonNull(consumerSecret, "consumerSecret")));
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
         * @throws IllegalArgumentException if the key pair is missing or a setting cannot work
         */
        public WooCommerce build() {
            Authorizer keys = authorizer.orElseThrow(() -> new IllegalArgumentException("keyPair is missing"));
            return new WooCommerce(ApiClient.builder(http.build())
                    .codec(JsonCodec.snakeCase())
                    .authorizer(keys)
                    .build());
        }
    }
}
