package io.mostik.pbx.vcclive.campaigns;

import io.mostik.core.Secret;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Authorizer;
import io.mostik.core.http.CallOptions;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.RateLimit;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import io.mostik.core.json.UntypedObject;
import io.mostik.pbx.vcclive.internal.VccErrors;
import io.mostik.pbx.vcclive.internal.VccList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The client of the Campaign Manager API, version 1. One per account and token, thread-safe, cheap; close it at the
 * end.
 *
 * @see <a href="https://vcc.live/developers/database-api/campaign-manager/get-fields">the vendor's reference</a>
 */
public final class VccCampaigns implements AutoCloseable {

    private static final JsonCodec JSON = JsonCodec.camelCase();
    private static final String CUSTOMERS = "/databases/{databaseId}/customers";

    private static final Endpoint<VccList<CampaignField>> FIELDS = Endpoint.read(
            "campaigns.fields",
            "GET",
            "/databases/{databaseId}/fields",
            JsonType.envelope(VccList.class, CampaignField.class));
    // Twice is two customers, unless a unique field makes it an error.
    private static final Endpoint<UntypedObject> ADD_CUSTOMER =
            Endpoint.once("campaigns.addCustomer", "POST", CUSTOMERS, UntypedObject.class);
    private static final Endpoint<UntypedObject> UPDATE_CUSTOMER =
            Endpoint.repeatable("campaigns.updateCustomer", "PUT", CUSTOMERS, UntypedObject.class);

    private final ApiClient api;
    private final boolean arrays;

    private VccCampaigns(ApiClient api, boolean arrays) {
        this.api = api;
        this.arrays = arrays;
    }

    /** Returns a builder; account and token are required. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the fields of a database.
     *
     * @param databaseId the UUID of the database
     * @see <a href="https://vcc.live/developers/database-api/campaign-manager/get-fields">the vendor's page</a>
     */
    public List<CampaignField> fields(String databaseId) {
        return api.call(FIELDS).path("databaseId", databaseId).send().response();
    }

    /**
     * Adds a customer. Never done twice.
     *
     * @return the customer as the vendor repeats it
     * @see <a href="https://vcc.live/developers/database-api/campaign-manager/add-new-customer">the vendor's page</a>
     */
    public Json addCustomer(String databaseId, Customer customer) {
        return content(api.call(ADD_CUSTOMER)
                .path("databaseId", databaseId)
                .json(body(customer))
                .send()
                .json());
    }

    /**
     * Changes the customer whose unique field has the value given in it.
     *
     * @param uniqueField id of a field marked as unique, by which the vendor finds the customer
     * @return the customer as the vendor repeats it
     * @see <a href="https://vcc.live/developers/database-api/campaign-manager/modify-customer">the vendor's page</a>
     */
    public Json updateCustomer(String databaseId, String uniqueField, Customer customer) {
        if (!customer.fields().containsKey(uniqueField)) {
            throw new IllegalArgumentException("customer must hold the uniqueField, by which it is found");
        }
        return content(api.call(UPDATE_CUSTOMER)
                .path("databaseId", databaseId)
                .json(body(customer))
                .send()
                .json());
    }

    /** Returns a view of this client whose calls have these options. */
    public VccCampaigns with(CallOptions options) {
        return new VccCampaigns(api.with(options), arrays);
    }

    /** Returns the options of this view; those that change nothing, unless it was made by {@link #with}. */
    public CallOptions options() {
        return api.options();
    }

    /** Ends the calls under way as cancelled, and refuses new ones. */
    @Override
    public void close() {
        api.close();
    }

    private Map<String, Object> body(Customer customer) {
        Map<String, Object> body = new LinkedHashMap<>();
        customer.name().ifPresent(name -> body.put("name", name));
        if (!customer.contacts().isEmpty()) {
            body.put("contacts", customer.contacts());
        }
        customer.fields().forEach((id, value) -> body.put(id, value.written(arrays)));
        return body;
    }

    /** Whether the echo has the envelope of the list of fields is not documented: both are read. */
    private static Json content(Json answer) {
        return answer.get("response").isPresent() ? answer.get("response") : answer;
    }

    /** Collects the settings of a client. */
    public static final class Builder {

        private static final int AT_ONCE = 4;

        private final ClientConfig.Builder http =
                ClientConfig.builder().rateLimit(RateLimit.none().withAtOnce(AT_ONCE));
        private Optional<String> address = Optional.empty();
        private Optional<Secret> token = Optional.empty();
        private boolean arrays = true;

        private Builder() {}

        /** Sets the account, from which the address follows: {@code https://account.prod.vcc-live.app/api/v1}. */
        public Builder account(String name) {
            if (!name.matches("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?")) {
                throw new IllegalArgumentException("account must be a subdomain: letters, digits and hyphens");
            }
            return baseUri("https://" + name + ".prod.vcc-live.app/api/v1");
        }

        /** Sets the address of version 1 in place of the account, as for a simulator. */
        public Builder baseUri(String newAddress) {
            address = Optional.of(newAddress);
            return this;
        }

        /** Sets the token. */
        public Builder token(Secret newToken) {
            token = Optional.of(Objects.requireNonNull(newToken, "token"));
            return this;
        }

        /** Sends single values of custom fields as they are; by default as arrays of one, as in the vendor's sample. */
        public Builder bareValues() {
            arrays = false;
            return this;
        }

        /** Changes the common settings: timeouts, retries, listener and so on. */
        public Builder http(Consumer<ClientConfig.Builder> settings) {
            settings.accept(http);
            return this;
        }

        /**
         * Returns the client.
         *
         * @throws IllegalArgumentException if account or token are missing or a setting cannot work
         */
        public VccCampaigns build() {
            Secret key = token.orElseThrow(() -> new IllegalArgumentException("token is missing"));
            http.baseUri(address.orElseThrow(() -> new IllegalArgumentException("account is missing")));
            return new VccCampaigns(
                    ApiClient.builder(http.build())
                            .codec(JSON)
                            .errors(new VccErrors(JSON))
                            .authorizer(Authorizer.bearer(key))
                            .build(),
                    arrays);
        }
    }
}
