package io.mostik.pbx.vcclive;

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
import io.mostik.pbx.vcclive.internal.BatchTransport;
import io.mostik.pbx.vcclive.internal.EmptyAnswerTransport;
import io.mostik.pbx.vcclive.internal.TableTransport;
import io.mostik.pbx.vcclive.internal.VccErrors;
import io.mostik.pbx.vcclive.projects.FieldsApi;
import io.mostik.pbx.vcclive.projects.ProjectsApi;
import io.mostik.pbx.vcclive.records.RecordsApi;
import io.mostik.pbx.vcclive.statistics.CdrsApi;
import io.mostik.pbx.vcclive.statistics.EmailLogApi;
import io.mostik.pbx.vcclive.statistics.StatisticsApi;
import io.mostik.pbx.vcclive.users.UsersApi;
import io.mostik.pbx.vcclive.voice.VoiceArchive;
import io.mostik.pbx.vcclive.voice.VoiceFilesApi;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The client of VCC Live's Database API, version 2.
 *
 * <pre>{@code
 * VccLive vcc = VccLive.builder().customer("acme").token(Secret.fromEnv("MOSTIK_VCC_TOKEN")).build();
 * vcc.records().add(134, NewRecord.builder().field("name", "Nóra").field("phone1", "36301112233").build());
 * }</pre>
 *
 * <p>One per customer and token, thread-safe, cheap; close it at the end. The vendor answers only addresses that were
 * registered for the token. It has no way to look for a record, so an addition whose answer was lost stays
 * {@link io.mostik.core.Outcome#UNKNOWN}: {@link io.mostik.pbx.vcclive.workflow.VccWorkflows} keeps it from being sent
 * again. What it sends is received by {@link io.mostik.pbx.vcclive.webhooks.VccWebhooks}. The vendor publishes no limit; at
 * most 4 calls are in flight at a time, together with all other clients of the same token in the same
 * {@link io.mostik.core.http.SdkRuntime}. Query parameters are sent in a fixed order, the one of the vendor's tables, since
 * a token's list of allowed resources may be an expression that they have to match.
 *
 * @see <a href="https://vcc.live/developers/database-api/overview/request-and-response">the vendor's reference</a>
 */
public final class VccLive implements AutoCloseable {

    private static final Resources RESOURCES = Resources.of(constructor -> constructor.setAccessible(true));
    private static final JsonCodec JSON = JsonCodec.camelCase();

    private final ApiClient api;
    private final String customer;
    private final String voicePath;
    private final Duration longestCall;

    private VccLive(ApiClient api, String customer, String voicePath, Duration longestCall) {
        this.api = api;
        this.customer = customer;
        this.voicePath = voicePath;
        this.longestCall = longestCall;
    }

    /** Returns a builder; customer and token are required. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a client with the settings of the environment, as {@link Builder#fromEnv()} names them, and defaults for the rest.
     *
     * @throws IllegalArgumentException if a variable that is needed is not set; names it
     */
    public static VccLive fromEnv() {
        return builder().fromEnv().build();
    }

    /** Returns the projects. */
    public ProjectsApi projects() {
        return RESOURCES.create(ProjectsApi.class, api);
    }

    /** Returns the custom fields of projects. */
    public FieldsApi fields() {
        return RESOURCES.create(FieldsApi.class, api);
    }

    /** Returns the records of projects. */
    public RecordsApi records() {
        return RESOURCES.create(RecordsApi.class, api);
    }

    /** Returns the call records. */
    public CdrsApi cdrs() {
        return RESOURCES.create(CdrsApi.class, api);
    }

    /** Returns the log of e-mails. */
    public EmailLogApi emailLog() {
        return RESOURCES.create(EmailLogApi.class, api);
    }

    /** Returns the statistics. */
    public StatisticsApi statistics() {
        return RESOURCES.create(StatisticsApi.class, api);
    }

    /** Returns the users. */
    public UsersApi users() {
        return RESOURCES.create(UsersApi.class, api);
    }

    /** Returns the recordings. */
    public VoiceFilesApi voiceFiles() {
        return RESOURCES.create(VoiceFilesApi.class, api, voicePath);
    }

    /** Returns what takes recordings to a folder that exists. */
    public VoiceArchive voiceArchive(Path folder) {
        return RESOURCES.create(VoiceArchive.class, voiceFiles(), folder);
    }

    /**
     * Returns calls that have no method here, such as those the vendor names without describing them: the opt-out
     * (Robinson) list, outbound numbers, the dashboard. The content of an answer is its property {@code response}.
     */
    public RawApi raw() {
        return RawApi.over(api);
    }

    /** Returns a view of this client whose calls have these options. */
    public VccLive with(CallOptions options) {
        return new VccLive(
                api.with(options),
                customer,
                voicePath,
                options.deadline().orElse(api.config().deadline()));
    }

    /** Returns the options of this view; those that change nothing, unless it was made by {@link #with}. */
    public CallOptions options() {
        return api.options();
    }

    /** Returns the customer: the account's subdomain. */
    public String customer() {
        return customer;
    }

    /**
     * Returns how long one call of this client can last at most, with all retries: the deadline of its
     * {@code CallOptions}, or without one {@code http.deadline}. Downloads and statistics may have a longer one.
     */
    public Duration longestCall() {
        return longestCall;
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
        private String voicePath = VoiceFilesApi.INFERRED_PATH;
        private Optional<Secret> token = Optional.empty();

        private Builder() {}

        /**
         * Takes the settings from the environment: {@code MOSTIK_VCC_CUSTOMER}, {@code MOSTIK_VCC_TOKEN} and, if
         * set, {@code MOSTIK_VCC_URL}.
         *
         * @throws IllegalArgumentException if one that is needed is not set; names it
         */
        public Builder fromEnv() {
            return from(EnvironmentVariables.ofProcess());
        }

        Builder from(EnvironmentVariables env) {
            env.find("MOSTIK_VCC_URL").ifPresent(this::baseUri);
            return customer(env.get("MOSTIK_VCC_CUSTOMER")).token(env.secret("MOSTIK_VCC_TOKEN"));
        }

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

        /**
         * Sets the path below the address under which a recording is fetched, with the variables {@code year},
         * {@code month} and {@code uuid}; {@value VoiceFilesApi#INFERRED_PATH} by default, which is inferred.
         */
        public Builder voiceFilePath(String template) {
            for (String variable : List.of("{year}", "{month}", "{uuid}")) {
                if (!template.contains(variable)) {
                    throw new IllegalArgumentException("voiceFilePath must hold " + variable);
                }
            }
            voicePath = template;
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
         * @throws IllegalArgumentException if customer or token are missing or a setting cannot work
         */
        public VccLive build() {
            String user = customer.orElseThrow(() -> new IllegalArgumentException("customer is missing"));
            Secret password = token.orElseThrow(() -> new IllegalArgumentException("token is missing"));
            http.baseUri(address.orElse("https://" + user + ".asp.virtual-call-center.eu/v2"));
            ClientConfig config = http.build();
            return new VccLive(
                    ApiClient.builder(config)
                            .codec(JSON)
                            .errors(new VccErrors(JSON))
                            .authorizer(Authorizer.basic(user, password))
                            .quirks(next ->
                                    new EmptyAnswerTransport(new TableTransport(new BatchTransport(next, JSON), JSON)))
                            .build(),
                    user,
                    voicePath,
                    config.deadline());
        }
    }
}
