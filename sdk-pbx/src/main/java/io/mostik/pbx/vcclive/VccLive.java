package io.mostik.pbx.vcclive;

import io.mostik.core.Secret;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Authorizer;
import io.mostik.core.http.CallOptions;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.RateLimit;
import io.mostik.core.json.JsonCodec;
import io.mostik.pbx.vcclive.projects.ProjectsApi;
import io.mostik.pbx.vcclive.records.RecordsApi;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The client of VCC Live's Database API, version 2. One per customer and token, thread-safe, cheap; close it at the end.
 * The vendor publishes no limit; at most 4 calls are in flight at a time, together with all other clients of the same
 * token in the same runtime. Query parameters are sent in a fixed order, the one of the vendor's tables, since a token's
 * list of allowed resources may be an expression that they have to match.
 *
 * @see <a href="https://vcc.live/developers/database-api/overview/request-and-response">the vendor's reference</a>
 */
public final class VccLive implements AutoCloseable {

    private static final JsonCodec JSON = JsonCodec.camelCase();

    private final ApiClient api;

    private VccLive(ApiClient api) {
        this.api = api;
    }

    /** Returns a builder; customer and token are yet to be said. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the projects. */
    public ProjectsApi projects() {
        return new ProjectsApi(api);
    }

    /** Returns the records of projects. */
    public RecordsApi records() {
        return new RecordsApi(api);
    }

    /** Returns a view of this client whose calls have these options. */
    public VccLive with(CallOptions options) {
        return new VccLive(api.with(options));
    }

    /** Ends the calls under way as cancelled, and refuses new ones. */
    @Override
    public void close() {
        api.close();
    }

    /** Collects the settings of a client. */
    public static final class Builder {

        private static final int AT_ONCE = 4;
        private static final Pattern SUBDOMAIN = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

        private final ClientConfig.Builder http =
                ClientConfig.builder().rateLimit(RateLimit.none().withAtOnce(AT_ONCE));
        private Optional<String> customer = Optional.empty();
        private Optional<String> address = Optional.empty();
        private Optional<Secret> token = Optional.empty();

        private Builder() {}

        /** Sets the customer: the account's subdomain, and the user name of every call. */
        public Builder customer(String subdomain) {
            if (!SUBDOMAIN
                    .matcher(Objects.requireNonNull(subdomain, "customer"))
                    .matches()) {
                throw new IllegalArgumentException("customer must be a subdomain: letters, digits and hyphens");
            }
            customer = Optional.of(subdomain);
            return this;
        }

        /** Sets the API token, made in the global settings. It answers to registered addresses only. */
        public Builder token(Secret newToken) {
            token = Optional.of(Objects.requireNonNull(newToken, "token"));
            return this;
        }

        /**
         * Sets the address of version 2, as for another region or a simulator; by default it follows from the customer:
         * {@code https://customer.asp.virtual-call-center.eu/v2}.
         */
        public Builder baseUri(String newAddress) {
            address = Optional.of(Objects.requireNonNull(newAddress, "baseUri"));
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
         * @throws IllegalArgumentException if customer or token are missing or a setting cannot work
         */
        public VccLive build() {
            String user = customer.orElseThrow(() -> new IllegalArgumentException("customer is missing"));
            Secret password = token.orElseThrow(() -> new IllegalArgumentException("token is missing"));
            http.baseUri(address.orElse("https://" + user + ".asp.virtual-call-center.eu/v2"));
            return new VccLive(ApiClient.builder(http.build())
                    .codec(JSON)
                    .errors(new VccErrors(JSON))
                    .authorizer(Authorizer.basic(user, password))
                    .build());
        }
    }
}
