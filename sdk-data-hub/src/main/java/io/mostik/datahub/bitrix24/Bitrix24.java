package io.mostik.datahub.bitrix24;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mostik.core.Secret;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.ApiRequest;
import io.mostik.core.http.Authorizer;
import io.mostik.core.http.Call;
import io.mostik.core.http.CallOptions;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.RateLimit;
import io.mostik.core.json.JsonCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * What the hub reads at Bitrix24: categories, stages, deals and the history of stages, by an incoming webhook. Keeps to two
 * calls a second, with bursts of up to 25, together with all other clients of the portal in the same runtime; the vendor
 * lets 50 gather, and counts by portal and address of the caller. Thread-safe; close it at the end.
 *
 * @see <a href="https://apidocs.bitrix24.com/">the vendor's reference</a>
 */
public final class Bitrix24 implements AutoCloseable {

    /** Rows of a page; the vendor has no other size. */
    static final int PAGE = 50;

    private static final int DEALS = 2;
    private static final int UNCOUNTED = -1;
    private static final RateLimit LIMIT =
            RateLimit.per(2, Duration.ofMillis(1_020)).withBurst(PAGE / 2);

    private static final Endpoint<CategoryAnswer> CATEGORIES =
            Endpoint.read("categories.list", "POST", "/rest/{user}/{code}/crm.category.list", CategoryAnswer.class);
    private static final Endpoint<StageAnswer> STAGES =
            Endpoint.read("stages.list", "POST", "/rest/{user}/{code}/crm.status.list", StageAnswer.class);
    private static final Endpoint<DealAnswer> ITEMS =
            Endpoint.read("deals.list", "POST", "/rest/{user}/{code}/crm.item.list", DealAnswer.class);
    private static final Endpoint<MoveAnswer> MOVES =
            Endpoint.read("moves.list", "POST", "/rest/{user}/{code}/crm.stagehistory.list", MoveAnswer.class);
    private static final List<String> FIELDS = List.of(
            "id",
            "stageId",
            "categoryId",
            "opportunity",
            "currencyId",
            "createdTime",
            "updatedTime",
            "movedTime",
            "assignedById",
            "sourceId");

    private final ApiClient api;
    private final WebhookAddress address;

    private Bitrix24(ApiClient api, WebhookAddress address) {
        this.api = api;
        this.address = address;
    }

    record CategoryAnswer(@JsonProperty(required = true) Categories result) {
        record Categories(@JsonProperty(required = true) List<Category> categories) {}
    }

    record StageAnswer(@JsonProperty(required = true) List<DealStage> result) {}

    record DealAnswer(@JsonProperty(required = true) Items result) {
        record Items(@JsonProperty(required = true) List<Deal> items) {}
    }

    record MoveAnswer(@JsonProperty(required = true) Moves result) {
        record Moves(@JsonProperty(required = true) List<DealMove> items) {}
    }

    /** Returns a builder. {@code webhook} is required. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a view of this client that leaves out rows that cannot be read, and tells how many. */
    Bitrix24 skipping(IntConsumer unreadable) {
        CallOptions options = CallOptions.builder()
                .skippingUnreadable(rows -> unreadable.accept(rows.count()))
                .build();
        return new Bitrix24(api.with(options), address);
    }

    /** Returns the categories of deals that the webhook's employee may see. */
    public List<Category> categories() {
        return call(CATEGORIES)
                .json(Map.of("entityTypeId", DEALS))
                .send()
                .result()
                .categories();
    }

    /** Returns the stages of a category, 0 for the first one. */
    public List<DealStage> stages(long category) {
        String entity = category == 0 ? "DEAL_STAGE" : "DEAL_STAGE_" + category;
        return call(STAGES)
                .json(Map.of("filter", Map.of("ENTITY_ID", entity), "order", Map.of("SORT", "ASC")))
                .send()
                .result();
    }

    /** Returns the first 50 deals that a query finds, with these own fields of the portal. Nothing is counted. */
    public List<Deal> deals(DealQuery query, List<String> ownFields) {
        List<String> select = new ArrayList<>(FIELDS);
        select.addAll(ownFields);
        Map<String, Object> body = body(query, select);
        body.put("start", UNCOUNTED);
        return call(ITEMS).json(body).send().result().items();
    }

    /** Returns the first 50 entries of the history of stages that a query by the vendor's names finds. */
    public List<DealMove> moves(DealQuery query) {
        return call(MOVES).json(body(query, List.of())).send().result().items();
    }

    private static Map<String, Object> body(DealQuery query, List<String> select) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("entityTypeId", DEALS);
        if (!select.isEmpty()) {
            body.put("select", select);
        }
        body.put("filter", query.filter());
        Map<String, String> order = new LinkedHashMap<>();
        query.order().forEach(name -> order.put(name, "ASC"));
        body.put("order", order);
        return body;
    }

    private <T> Call<T> call(Endpoint<T> endpoint) {
        return api.call(endpoint)
                .path("user", address.user())
                .path("code", address.code().reveal())
                .hiding(address.code());
    }

    /** Ends the calls under way as cancelled, and refuses new ones. */
    @Override
    public void close() {
        api.close();
    }

    /** Returns the portal, without the secret. */
    @Override
    public String toString() {
        return "Bitrix24[" + address.portal() + "]";
    }

    /** Clients of one portal share its limit, whatever their webhooks. */
    private record Portal(String address) implements Authorizer {
        @Override
        public ApiRequest authorize(ApiRequest request) {
            return request;
        }

        @Override
        public Object identity() {
            return address;
        }
    }

    /** Collects the settings of a client. */
    public static final class Builder {

        private final ClientConfig.Builder http = ClientConfig.builder();
        private final List<Consumer<ClientConfig.Builder>> changes = new ArrayList<>();
        private Optional<Secret> webhook = Optional.empty();

        private Builder() {}

        /** Sets the address of the incoming webhook, {@code https://portal/rest/user/code/}: whoever has it, has the rights. */
        public Builder webhook(Secret address) {
            webhook = Optional.of(Objects.requireNonNull(address, "webhook"));
            return this;
        }

        /** Changes the common settings: time limits, repeats, listener and so on. */
        public Builder http(Consumer<ClientConfig.Builder> settings) {
            changes.add(Objects.requireNonNull(settings, "settings"));
            return this;
        }

        /**
         * Returns the client.
         *
         * @throws IllegalArgumentException if the webhook is missing or no address of one
         */
        public Bitrix24 build() {
            WebhookAddress address =
                    WebhookAddress.of(webhook.orElseThrow(() -> new IllegalArgumentException("webhook is missing")));
            http.baseUri(address.portal()).rateLimit(LIMIT);
            changes.forEach(change -> change.accept(http));
            ApiClient api = ApiClient.builder(http.build())
                    .codec(JsonCodec.camelCase())
                    .errors(new Bitrix24Errors())
                    .authorizer(new Portal(address.portal()))
                    .build();
            return new Bitrix24(api, address);
        }
    }
}
