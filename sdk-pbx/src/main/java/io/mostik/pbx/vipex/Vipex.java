package io.mostik.pbx.vipex;

import io.mostik.core.EnvironmentVariables;
import io.mostik.core.Secret;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Authorizer;
import io.mostik.core.http.CallOptions;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.ErrorDecoder;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The client of VIPeX and, with another {@link PbxProfile}, of any PBX of its shape. One per customer, thread-safe,
 * cheap; close it at the end.
 *
 * @see <a href="https://www.opennet.hu/crm-api-blogposzt">the vendor's description</a>
 */
public final class Vipex implements AutoCloseable {

    private final ApiClient calls;
    private final ApiClient recordings;
    private final PbxProfile profile;
    private final PbxCredential credential;

    private Vipex(ApiClient calls, ApiClient recordings, PbxProfile profile, PbxCredential credential) {
        this.calls = calls;
        this.recordings = recordings;
        this.profile = profile;
        this.credential = credential;
    }

    /** Returns a builder; base URI and credentials are yet to be said. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns click-to-call. */
    public CallsApi calls() {
        return new CallsApi(calls, profile, credential);
    }

    /** Returns the recordings. */
    public RecordingsApi recordings() {
        return new RecordingsApi(recordings, profile, credential);
    }

    /** Returns a view of this client whose calls have these options. */
    public Vipex with(CallOptions options) {
        return new Vipex(calls.with(options), recordings.with(options), profile, credential);
    }

    /** Ends the calls under way as cancelled, and refuses new ones. */
    @Override
    public void close() {
        calls.close();
        recordings.close();
    }

    /** Collects the settings of a client. */
    public static final class Builder {

        private final ClientConfig.Builder http = ClientConfig.builder();
        private PbxProfile profile = PbxProfile.vipex();
        private Optional<PbxCredential> credential = Optional.empty();
        private Optional<ErrorDecoder> errors = Optional.empty();

        private Builder() {}

        /**
         * Takes the settings from the environment: {@code MOSTIK_VIPEX_URL}, {@code MOSTIK_VIPEX_USER} and
         * {@code MOSTIK_VIPEX_PASSWORD}.
         *
         * @throws IllegalArgumentException if one that is needed is not set; names it
         */
        public Builder fromEnv() {
            return from(EnvironmentVariables.ofProcess());
        }

        Builder from(EnvironmentVariables env) {
            return baseUri(env.get("MOSTIK_VIPEX_URL"))
                    .credentials(env.get("MOSTIK_VIPEX_USER"), env.secret("MOSTIK_VIPEX_PASSWORD"));
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

        /** Sets names and habits; those of the default profile of VIPeX otherwise. */
        public Builder profile(PbxProfile newProfile) {
            profile = Objects.requireNonNull(newProfile, "profile");
            return this;
        }

        /** Sets how click-to-call tells a refusal from a success, where the profile's rule cannot say it. */
        public Builder errors(ErrorDecoder decoder) {
            errors = Optional.of(Objects.requireNonNull(decoder, "errors"));
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
         * @throws IllegalArgumentException if the base URI or the credentials are missing, or a setting cannot work
         */
        public Vipex build() {
            PbxCredential proof = credential.orElseThrow(
                    () -> new IllegalArgumentException("credentials (username and password) or apiKey is missing"));
            proof.check(profile.credentialPlacement());
            ClientConfig config = config();
            Authorizer authorizer = new PbxAuthorizer(profile, proof);
            ErrorDecoder rule = errors.orElseGet(() -> PbxErrors.ofCalls(profile.outcome()));
            ApiClient calls = engine(config, authorizer)
                    .errors(answer -> rule.decode(XmlAnswers.original(answer)))
                    .quirks(XmlAnswers::new)
                    .build();
            ApiClient recordings = engine(config, authorizer)
                    .errors(PbxErrors.ofRecordings(profile.outcome()))
                    .build();
            return new Vipex(calls, recordings, profile, proof);
        }

        private ClientConfig config() {
            try {
                return http.build();
            } catch (IllegalStateException e) {
                throw new IllegalArgumentException("baseUri is missing", e);
            }
        }

        private static ApiClient.Builder engine(ClientConfig config, Authorizer authorizer) {
            return ApiClient.builder(config).codec(PbxErrors.JSON).authorizer(authorizer);
        }
    }
}
