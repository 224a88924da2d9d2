package io.mostik.pbx;

import io.mostik.core.EnvironmentVariables;
import io.mostik.core.Secret;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Authorizer;
import io.mostik.core.http.CallOptions;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.ErrorDecoder;
import io.mostik.core.http.RawApi;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The client of a PBX that is called by HTTP with a few parameters, as a {@link PbxProfile} describes it. For VIPeX start
 * from {@code Vipex.client()}.
 *
 * <pre>{@code
 * PbxClient pbx = PbxClient.builder()
 *         .baseUri("https://pbx.example")
 *         .credentials("crm", password)
 *         .profile(PbxProfile.fromJson(Files.readString(Path.of("pbx.json"))))
 *         .build();
 * pbx.calls().start("101", "06 30 111 2233");
 * }</pre>
 *
 * <p>What the PBX pushes is received by {@code PbxWebhooks}. One client for each customer of the PBX; thread-safe; close
 * it at the end.
 */
public final class PbxClient implements AutoCloseable {

    private final Engines engines;
    private final PbxProfile profile;
    private final PbxCredential credential;
    private final Map<String, Secret> secrets;

    /** What tells success from failure differs. */
    private record Engines(
            ApiClient calls, ApiClient recordings, ApiClient lists, Optional<ApiClient> logins, Redirects redirects) {

        Engines with(CallOptions options) {
            return new Engines(calls.with(options), recordings.with(options), lists.with(options), logins, redirects);
        }
    }

    private PbxClient(Engines engines, PbxProfile profile, PbxCredential credential, Map<String, Secret> secrets) {
        this.engines = engines;
        this.profile = profile;
        this.credential = credential;
        this.secrets = secrets;
    }

    /** Returns a builder; base URI and credentials are required. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a client with the settings of the environment, as {@link Builder#fromEnv()} names them, and defaults for the
     * rest.
     *
     * @throws IllegalArgumentException if a variable that is needed is not set; names it
     */
    public static PbxClient fromEnv() {
        return builder().fromEnv().build();
    }

    /** Returns click-to-call. */
    public CallsApi calls() {
        return new CallsApi(engines.calls(), profile, credential, secrets);
    }

    /** Returns the recordings. */
    public RecordingsApi recordings() {
        return new RecordingsApi(
                engines.recordings(), profile, credential, secrets, engines.redirects(), recordingUrls());
    }

    /** Returns the recordings whose address came in a push. */
    public RecordingUrlsApi recordingUrls() {
        return new RecordingUrlsApi(engines.recordings().config(), profile);
    }

    /** Returns the PBX's own list of calls. */
    public CallListApi callList() {
        return new CallListApi(engines.lists(), profile, secrets);
    }

    /**
     * Returns calls of the PBX that have no method here. The credentials go where the profile wants them, but for
     * {@code PATH} and {@code BODY} with a body, where the caller puts them.
     */
    public RawApi raw() {
        return RawApi.over(engines.calls());
    }

    /** Returns a view of this client whose calls have these options. */
    public PbxClient with(CallOptions options) {
        return new PbxClient(engines.with(options), profile, credential, secrets);
    }

    /** Returns the options of this view; those that change nothing, unless it was made by {@link #with}. */
    public CallOptions options() {
        return engines.calls().options();
    }

    /** Ends the calls under way as cancelled, and refuses new ones. */
    @Override
    public void close() {
        engines.calls().close();
        engines.recordings().close();
        engines.lists().close();
        engines.logins().ifPresent(ApiClient::close);
    }

    /** Collects the settings of a client. */
    public static final class Builder {

        private static final int LARGEST_TEXT = 32 * 1024 * 1024;

        private final ClientConfig.Builder http = ClientConfig.builder();
        private PbxProfile profile = PbxProfile.builder().build();
        private Optional<PbxCredential> credential = Optional.empty();
        private Optional<ErrorDecoder> errors = Optional.empty();
        private final Map<String, Secret> secrets = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Takes the settings from the environment: {@code MOSTIK_PBX_URL}, and {@code MOSTIK_PBX_KEY} or
         * {@code MOSTIK_PBX_USER} with {@code MOSTIK_PBX_PASSWORD}.
         *
         * @throws IllegalArgumentException if one that is needed is not set; names it
         */
        public Builder fromEnv() {
            return from(EnvironmentVariables.ofProcess());
        }

        Builder from(EnvironmentVariables env) {
            baseUri(env.get("MOSTIK_PBX_URL"));
            return env.find("MOSTIK_PBX_KEY")
                    .map(key -> apiKey(Secret.of(key)))
                    .orElseGet(() -> credentials(env.get("MOSTIK_PBX_USER"), env.secret("MOSTIK_PBX_PASSWORD")));
        }

        /** Sets the address that the vendor gave to this customer: https, or http on this machine. */
        public Builder baseUri(String address) {
            http.baseUri(address);
            return this;
        }

        /** Sets user name and password. */
        public Builder credentials(String username, Secret password) {
            if (username.isBlank()) {
                throw new IllegalArgumentException("username is blank");
            }
            credential = Optional.of(PbxCredential.pair(username, Objects.requireNonNull(password, "password")));
            return this;
        }

        /** Sets a key in place of user name and password. */
        public Builder apiKey(Secret key) {
            credential = Optional.of(PbxCredential.key(Objects.requireNonNull(key, "apiKey")));
            return this;
        }

        /** Sets a secret that the profile's {@code request} names as {@code {secret:name}}. */
        public Builder secret(String name, Secret secret) {
            secrets.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(secret, "secret"));
            return this;
        }

        /** Sets how the PBX is called; the defaults of {@link PbxProfile} otherwise. */
        public Builder profile(PbxProfile newProfile) {
            profile = Objects.requireNonNull(newProfile, "profile");
            return this;
        }

        /** Sets how click-to-call tells a refusal from a success, where the profile's rule cannot say it. */
        public Builder errors(ErrorDecoder decoder) {
            errors = Optional.of(Objects.requireNonNull(decoder, "errors"));
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
         * @throws IllegalArgumentException if the base URI or the credentials are missing, or a setting cannot work
         */
        public PbxClient build() {
            checkSecrets(profile.secretNames());
            boolean provesItself = credential.isEmpty()
                    && (profile.request().isPresent() || profile.session().isPresent());
            PbxCredential proof = provesItself
                    ? PbxCredential.key(Secret.of("in the request"))
                    : credential.orElseThrow(() ->
                            new IllegalArgumentException("credentials (username and password) or apiKey is missing"));
            ClientConfig config = http.build();
            if (!provesItself) {
                proof.check(profile.credentialPlacement());
            }
            Optional<ApiClient> logins = profile.session()
                    .map(any -> ApiClient.builder(config).codec(PbxErrors.JSON).build());
            Authorizer usual = provesItself ? Authorizer.none() : new PbxAuthorizer(profile, proof);
            Authorizer authorizer = logins.flatMap(
                            client -> profile.session().map(session -> session.over(client, Map.copyOf(secrets))))
                    .orElse(usual);
            ErrorDecoder rule = errors.orElseGet(() -> new CallErrors(profile.outcome()));
            ApiClient calls = engine(config, authorizer)
                    .errors(answer -> rule.decode(XmlAnswers.original(answer)))
                    .quirks(XmlAnswers::new)
                    .build();
            Redirects redirects = new Redirects();
            ApiClient recordings = engine(ofRecordings(config), authorizer)
                    .errors(PbxErrors.ofRecordings(profile))
                    .quirks(redirects::over)
                    .build();
            ApiClient lists = engine(config, authorizer)
                    .errors(PbxErrors.ofAnswers(profile.outcome()))
                    .build();
            return new PbxClient(
                    new Engines(calls, recordings, lists, logins, redirects), profile, proof, Map.copyOf(secrets));
        }

        /** A recording within JSON is a third larger than its file. */
        private ClientConfig ofRecordings(ClientConfig config) {
            boolean isText =
                    profile.recording().flatMap(RecordingTemplate::dataAt).isPresent();
            return isText && config.largestBody() < LARGEST_TEXT
                    ? ClientConfig.builder()
                            .from(config)
                            .largestBody(LARGEST_TEXT)
                            .build()
                    : config;
        }

        private void checkSecrets(List<String> names) {
            names.stream()
                    .filter(name -> !secrets.containsKey(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw new IllegalArgumentException("secret " + name + " is missing");
                    });
        }

        private static ApiClient.Builder engine(ClientConfig config, Authorizer authorizer) {
            return ApiClient.builder(config).codec(PbxErrors.JSON).authorizer(authorizer);
        }
    }
}
