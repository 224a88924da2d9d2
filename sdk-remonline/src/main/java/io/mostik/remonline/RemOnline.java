package io.mostik.remonline;

import io.mostik.core.EnvironmentVariables;
import io.mostik.core.Secret;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Authorizer;
import io.mostik.core.http.CallOptions;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.RateLimit;
import io.mostik.core.http.RawApi;
import io.mostik.core.http.Resources;
import io.mostik.core.json.JsonCodec;
import io.mostik.remonline.assets.AssetsApi;
import io.mostik.remonline.bookings.BookingsApi;
import io.mostik.remonline.catalog.CatalogApi;
import io.mostik.remonline.catalog.GoodsApi;
import io.mostik.remonline.common.ArrayStyle;
import io.mostik.remonline.common.CustomFieldStyle;
import io.mostik.remonline.company.AccessApi;
import io.mostik.remonline.company.CompanyApi;
import io.mostik.remonline.contacts.OrganizationsApi;
import io.mostik.remonline.contacts.PeopleApi;
import io.mostik.remonline.estimates.EstimatesApi;
import io.mostik.remonline.finance.CashboxesApi;
import io.mostik.remonline.finance.FinanceApi;
import io.mostik.remonline.inquiries.InquiriesApi;
import io.mostik.remonline.inquiries.LeadsApi;
import io.mostik.remonline.internal.ListStyle;
import io.mostik.remonline.internal.Patience;
import io.mostik.remonline.internal.RemOnlineErrors;
import io.mostik.remonline.internal.SharedRuntime;
import io.mostik.remonline.internal.VendorClock;
import io.mostik.remonline.invoices.InvoicesApi;
import io.mostik.remonline.marketing.MarketingApi;
import io.mostik.remonline.orders.OrdersApi;
import io.mostik.remonline.sales.SalesApi;
import io.mostik.remonline.tasks.TasksApi;
import io.mostik.remonline.warehouse.WarehouseApi;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * The client of RemOnline, version 2 of its API. What version 2 lacks, such as stock, assets and tasks, it asks of the
 * unversioned generation before, with the same key.
 *
 * <pre>{@code
 * RemOnline remonline = RemOnline.builder().apiKey(Secret.fromEnv("REMONLINE_API_KEY")).build();
 * for (Order order : remonline.orders().list(OrderQuery.all())) {      // pages are fetched as you walk
 *     System.out.println(order.number().orElse("?") + " " + order.status());
 * }
 * }</pre>
 *
 * <p>One per API key, thread-safe, cheap; close it at the end. The key has the rights of its employee: what he may not see,
 * it cannot read. Keeps to the vendor's limit of 3 calls a second, over both addresses and together with all other clients
 * of the same key in the same {@link io.mostik.core.http.SdkRuntime}. Sums are in the account's currency, which
 * {@link #company} tells. What has changed since the last look: {@link io.mostik.remonline.workflow.RemOnlineFeeds};
 * webhooks: {@link io.mostik.remonline.webhooks.RemOnlineWebhooks}. Operations without a method: {@link #raw}.
 *
 * @see <a href="https://roapp.readme.io/reference">the vendor's reference</a>
 */
public final class RemOnline implements AutoCloseable {

    private static final Resources RESOURCES = Resources.of(constructor -> constructor.setAccessible(true));
    private static final String PRODUCTION = "https://api.roapp.io/v2";
    // Three a second, at the distance that working clients keep: at even thirds of a second the fourth call comes a
    // billionth of a second too early.
    private static final RateLimit LIMIT = RateLimit.per(3, Duration.ofMillis(1_020));
    private static final String VERSION = "/v2";
    private static final JsonCodec JSON = JsonCodec.builder()
            .snakeCase()
            .wholeSeconds()
            .decimalComma()
            .bareText()
            .build();

    private final ApiClient api;
    private final ApiClient unversioned;
    private final ListStyle lists;
    private final CustomFieldStyle ownFields;
    private final VendorClock clock;

    private RemOnline(
            ApiClient api, ApiClient unversioned, ListStyle lists, CustomFieldStyle ownFields, VendorClock clock) {
        this.api = api;
        this.unversioned = unversioned;
        this.lists = lists;
        this.ownFields = ownFields;
        this.clock = clock;
    }

    /** Returns a new builder. {@code apiKey} is required. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a client with the settings of the environment, as {@link Builder#fromEnv()} names them, and defaults for the rest.
     *
     * @throws IllegalArgumentException if a variable that is needed is not set; names it
     */
    public static RemOnline fromEnv() {
        return builder().fromEnv().build();
    }

    /** Returns the repair orders. */
    public OrdersApi orders() {
        return RESOURCES.create(OrdersApi.class, api, lists);
    }

    /** Returns the estimates. */
    public EstimatesApi estimates() {
        return RESOURCES.create(EstimatesApi.class, api, lists);
    }

    /** Returns the bookings. */
    public BookingsApi bookings() {
        return RESOURCES.create(BookingsApi.class, api, lists);
    }

    /** Returns the invoices. */
    public InvoicesApi invoices() {
        return RESOURCES.create(InvoicesApi.class, api, lists);
    }

    /** Returns the people. */
    public PeopleApi people() {
        return RESOURCES.create(PeopleApi.class, api, lists);
    }

    /** Returns the organisations. */
    public OrganizationsApi organizations() {
        return RESOURCES.create(OrganizationsApi.class, api, lists);
    }

    /** Returns the company: locations, employees, taxes. */
    public CompanyApi company() {
        return RESOURCES.create(CompanyApi.class, api, unversioned);
    }

    /** Returns what tells which locations, warehouses and dictionaries the key may see. */
    public AccessApi access() {
        return RESOURCES.create(AccessApi.class, api, unversioned);
    }

    /** Returns the catalogue, to be read only. */
    public CatalogApi catalog() {
        return RESOURCES.create(CatalogApi.class, api, lists);
    }

    /** Returns the sales over the counter. */
    public SalesApi sales() {
        return RESOURCES.create(SalesApi.class, api, lists);
    }

    /** Returns the accounts of money and their transactions. */
    public FinanceApi finance() {
        return RESOURCES.create(FinanceApi.class, api, lists);
    }

    /** Returns the inquiries, to be read only. */
    public InquiriesApi inquiries() {
        return RESOURCES.create(InquiriesApi.class, api, lists);
    }

    /** Returns the stock and its documents; calls go to the unversioned address. */
    public WarehouseApi warehouse() {
        return RESOURCES.create(WarehouseApi.class, unversioned);
    }

    /** Returns the assets; calls go to the unversioned address. */
    public AssetsApi assets() {
        return RESOURCES.create(AssetsApi.class, unversioned, ownFields);
    }

    /** Returns the tasks; calls go to the unversioned address. */
    public TasksApi tasks() {
        return RESOURCES.create(TasksApi.class, unversioned);
    }

    /** Returns the leads, to be written too; calls go to the unversioned address. */
    public LeadsApi leads() {
        return RESOURCES.create(LeadsApi.class, unversioned, ownFields, false);
    }

    /** Returns the advertising campaigns; calls go to the unversioned address. */
    public MarketingApi marketing() {
        return RESOURCES.create(MarketingApi.class, unversioned);
    }

    /** Returns the cashboxes; calls go to the unversioned address. */
    public CashboxesApi cashboxes() {
        return RESOURCES.create(CashboxesApi.class, unversioned);
    }

    /** Returns the catalogue that can be written, price lists and units; calls go to the unversioned address. */
    public GoodsApi goods() {
        return RESOURCES.create(GoodsApi.class, unversioned, ownFields);
    }

    /** Returns calls of version 2 that have no method here. */
    public RawApi raw() {
        return RawApi.over(api);
    }

    /** Returns calls below the unversioned address that have no method here. */
    public RawApi rawUnversioned() {
        return RawApi.over(unversioned);
    }

    /** Returns a view of this client whose calls have these options. */
    public RemOnline with(CallOptions options) {
        return new RemOnline(api.with(options), unversioned.with(options), lists, ownFields, clock);
    }

    /** Returns the options of this view; those that change nothing, unless it was made by {@link #with}. */
    public CallOptions options() {
        return api.options();
    }

    /**
     * Returns the vendor's present time, as the {@code Date} of its last answer and the time since tell; empty before
     * the first answer, or if it sends none.
     */
    public Optional<Instant> vendorTime() {
        return clock.now();
    }

    /** Ends the calls under way as cancelled, and refuses new ones. */
    @Override
    public void close() {
        api.close();
        unversioned.close();
    }

    @Override
    public String toString() {
        return "RemOnline[" + api + "]";
    }

    /** Collects the settings of a client. */
    public static final class Builder {

        private final ClientConfig.Builder http =
                ClientConfig.builder().baseUri(PRODUCTION).rateLimit(LIMIT).retry(Patience.POLICY);
        private Optional<Secret> apiKey = Optional.empty();
        private Optional<String> unversionedUri = Optional.empty();
        private ArrayStyle arrays = ArrayStyle.REPEAT;
        private OptionalInt pageSize = OptionalInt.empty();
        private CustomFieldStyle ownFields = CustomFieldStyle.TEXT;

        private Builder() {}

        /**
         * Takes the settings from the environment: {@code MOSTIK_REMONLINE_KEY} and, if set,
         * {@code MOSTIK_REMONLINE_URL}.
         *
         * @throws IllegalArgumentException if one that is needed is not set; names it
         */
        public Builder fromEnv() {
            return from(EnvironmentVariables.ofProcess());
        }

        Builder from(EnvironmentVariables env) {
            env.find("MOSTIK_REMONLINE_URL").ifPresent(this::baseUri);
            return apiKey(env.secret("MOSTIK_REMONLINE_KEY"));
        }

        /** Sets the API key, made in the web application under Settings, API. It has the rights of its employee. */
        public Builder apiKey(Secret key) {
            apiKey = Optional.of(Objects.requireNonNull(key, "apiKey"));
            return this;
        }

        /** Sets the address of version 2, as for Orderry accounts or a simulator; the one of RO App by default. */
        public Builder baseUri(String address) {
            http.baseUri(address);
            return this;
        }

        /**
         * Sets the address of the generation before; by default the one of version 2 without {@code /v2}. The limit of
         * the key is shared by both as long as they have the same host.
         */
        public Builder unversionedUri(String address) {
            unversionedUri = Optional.of(Objects.requireNonNull(address, "unversionedUri"));
            return this;
        }

        /**
         * Sets how several values of one filter are encoded for version 2; {@code REPEAT}, the documented way, by
         * default.
         */
        public Builder arrayStyle(ArrayStyle style) {
            arrays = Objects.requireNonNull(style, "arrayStyle");
            return this;
        }

        /**
         * Sets how many rows a page of the lists of version 2 is asked to hold, from 1 to 200: fewer calls for long
         * lists, of which there are three a second. Not documented by the vendor, whose pages hold 50; live clients use
         * it in production. It is sent as {@code limit}, and what comes is what counts: a vendor that ignores it is read
         * 50 rows a page. Not sent unless set.
         *
         * @throws IllegalArgumentException when the client is built, if it is not from 1 to 200
         */
        public Builder pageSize(int rows) {
            pageSize = OptionalInt.of(rows);
            return this;
        }

        /**
         * Sets how the account's own fields are written in bodies for the unversioned address: of leads, assets and
         * products; {@code TEXT}, the documented way, by default.
         */
        public Builder customFieldStyle(CustomFieldStyle style) {
            ownFields = Objects.requireNonNull(style, "customFieldStyle");
            return this;
        }

        /**
         * Changes the common settings: time limits, repeats, listener and so on. A call is tried four times by
         * default, and until its deadline where the vendor refuses it as one too many: other programs with the same key,
         * which this client cannot see, take from the same three calls a second.
         */
        public Builder http(Consumer<ClientConfig.Builder> settings) {
            settings.accept(http);
            return this;
        }

        /**
         * Returns the client.
         *
         * @throws IllegalArgumentException if the API key is missing or a setting cannot work
         */
        public RemOnline build() {
            Secret key = apiKey.orElseThrow(() -> new IllegalArgumentException("apiKey is missing"));
            ClientConfig config = SharedRuntime.of(http.build());
            ClientConfig before = ClientConfig.builder()
                    .from(config)
                    .baseUri(unversionedUri.map(URI::create).orElseGet(() -> withoutVersion(config.baseUri())))
                    .build();
            VendorClock clock = new VendorClock(config.time());
            return new RemOnline(
                    engine(config, key, new RemOnlineErrors(), clock),
                    engine(before, key, RemOnlineErrors.ofGenerationBefore(), clock),
                    new ListStyle(arrays, pageSize),
                    ownFields,
                    clock);
        }

        private static ApiClient engine(ClientConfig config, Secret key, RemOnlineErrors errors, VendorClock clock) {
            return ApiClient.builder(config)
                    .codec(JSON)
                    .errors(errors)
                    .quirks(clock.listening())
                    .authorizer(Authorizer.bearer(key))
                    .build();
        }

        private static URI withoutVersion(URI versioned) {
            String address = versioned.toString();
            return address.endsWith(VERSION)
                    ? URI.create(address.substring(0, address.length() - VERSION.length()))
                    : versioned;
        }
    }
}
