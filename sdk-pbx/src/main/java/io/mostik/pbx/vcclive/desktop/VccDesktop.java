package io.mostik.pbx.vcclive.desktop;

import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.SdkException;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Call;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.RateLimit;
import io.mostik.core.json.NoAnswer;
import io.mostik.pbx.NumberFormat;
import io.mostik.pbx.PhoneNumber;
import io.mostik.pbx.PhoneReader;
import io.mostik.pbx.vcclive.internal.E164Writer;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Click-to-call on an agent's own machine, by way of the vendor's desktop application that runs there. There is no way
 * to dial from a server; add a record with a next call date for that. The application answers nothing: a call that
 * returns was accepted, and what becomes of it is seen on the agent's screen alone. Thread-safe.
 *
 * @see <a href="https://vcc.live/developers/click-2-call/resources/initiating-a-call">the vendor's reference</a>
 */
public final class VccDesktop implements AutoCloseable {

    /** The port on which the application listens by default. */
    public static final int DEFAULT_PORT = 37_589;

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    // The application ignores a second call within one second of the first, without a word.
    private static final RateLimit NO_DUPLICATE = RateLimit.per(1, Duration.ofMillis(1_050));

    // Twice is two calls.
    private static final Endpoint<NoAnswer> CALL =
            Endpoint.once("desktop.call", "GET", "/call/{phone}").limit(NO_DUPLICATE);
    // Twice could end the call after this one.
    private static final Endpoint<NoAnswer> HANG_UP = Endpoint.once("desktop.hangUp", "GET", "/call/hangup");

    private final ApiClient api;
    private final String region;

    private VccDesktop(ApiClient api, String region) {
        this.api = api;
        this.region = region;
    }

    /** Returns the client of the application on its default port. */
    public static VccDesktop onThisMachine() {
        return builder().build();
    }

    /** Returns a builder. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Calls a number, as {@link #call(String)} does.
     *
     * @throws IllegalArgumentException if it cannot be dialled
     * @see <a href="https://vcc.live/developers/click-2-call/resources/initiating-a-call">the vendor's page</a>
     */
    public void call(PhoneNumber phone) {
        call(NumberFormat.E164.write(phone, region));
    }

    /**
     * Calls a number. One record with it is opened; of several, the newest; of none, one is made. The agent has to be
     * available.
     *
     * @param phone international, or in the national form of the client's region
     * @throws SdkException if the application did not take it; see {@link #isNotRunning}
     * @see <a href="https://vcc.live/developers/click-2-call/resources/initiating-a-call">the vendor's page</a>
     */
    public void call(String phone) {
        dial(phone, Map.of()).send();
    }

    /**
     * Calls a number, and sets fields of the record that is opened.
     *
     * @see <a href="https://vcc.live/developers/click-2-call/resources/initiating-a-call">the vendor's page</a>
     */
    public void call(String phone, Map<String, String> fields) {
        dial(phone, fields).send();
    }

    /** Calls a number on a new record with these fields, whatever records there are. */
    public void callOnNewRecord(String phone, Map<String, String> fields) {
        dial(phone, fields).query("newRecord", 1).send();
    }

    /**
     * Ends the call under way. Works in a call only.
     *
     * @see <a href="https://vcc.live/developers/click-2-call/resources/hanging-up-a-call">the vendor's page</a>
     */
    public void hangUp() {
        api.call(HANG_UP).send();
    }

    /**
     * Ends the call under way and sets its disposition; one of a call-back kind takes its default date.
     *
     * @see <a href="https://vcc.live/developers/click-2-call/resources/hanging-up-a-call">the vendor's page</a>
     */
    public void hangUp(long dispositionId) {
        api.call(HANG_UP).query("dispositionid", dispositionId).send();
    }

    /** Returns whether a call failed because the application does not run, or listens on another port. */
    public static boolean isNotRunning(SdkException failure) {
        return failure.phase() == Phase.CONNECT && failure.outcome() == Outcome.NOT_SENT;
    }

    /** Ends the calls under way as cancelled, and refuses new ones. */
    @Override
    public void close() {
        api.close();
    }

    private Call<NoAnswer> dial(String phone, Map<String, String> fields) {
        if (fields.containsKey("newRecord") || fields.keySet().stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("fields must have names, and none may be called newRecord");
        }
        Call<NoAnswer> call = api.call(CALL).path("phone", E164Writer.of("phone", phone, region));
        fields.forEach(call::query);
        return call;
    }

    /** Collects the settings of a client. */
    public static final class Builder {

        private final ClientConfig.Builder http = ClientConfig.builder()
                .baseUri("http://localhost:" + DEFAULT_PORT)
                .timeout(PATIENCE)
                .deadline(PATIENCE);

        private String region = PhoneNumber.HUNGARY;

        private Builder() {}

        /**
         * Sets the region whose national forms of numbers are read, in two letters; {@code HU} by default.
         *
         * @throws IllegalArgumentException if it is not known
         */
        public Builder region(String newRegion) {
            region = PhoneReader.of(newRegion).region();
            return this;
        }

        /** Sets the port on which the application listens; {@value VccDesktop#DEFAULT_PORT} by default. */
        public Builder port(int port) {
            if (port < 1 || port > 65_535) {
                throw new IllegalArgumentException("port must be 1 to 65535");
            }
            http.baseUri("http://localhost:" + port);
            return this;
        }

        /** Changes the common settings: time limits, listener and so on. */
        public Builder http(Consumer<ClientConfig.Builder> settings) {
            Objects.requireNonNull(settings, "settings").accept(http);
            return this;
        }

        /** Returns the client. */
        public VccDesktop build() {
            return new VccDesktop(
                    ApiClient.builder(http.build()).quirks(NotRunning::new).build(), region);
        }
    }
}
