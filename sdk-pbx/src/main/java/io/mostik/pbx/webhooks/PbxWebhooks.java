package io.mostik.pbx.webhooks;

import io.mostik.core.Secret;
import io.mostik.core.webhook.WebhookAuthentication;
import io.mostik.core.webhook.WebhookChallenge;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.core.webhook.WebhookRequest;
import io.mostik.pbx.CallRecord;
import io.mostik.pbx.IncomingCall;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Receives what one PBX pushes: incoming calls, and the data of calls. For VIPeX start from {@code Vipex.webhooks()}.
 *
 * <pre>{@code
 * PbxWebhooks webhooks = PbxWebhooks.builder().secret(key).build();
 * CallTracker calls = PbxWorkflows.of(store).calls("office");
 * server.createContext("/incoming", WebhookHttpHandler.of(webhooks.incomingCalls().endpoint(call -> desk.ring(call))));
 * server.createContext("/calls", WebhookHttpHandler.of(webhooks.callData().endpoint(calls.handler(news -> crm.note(news)))));
 * }</pre>
 *
 * <p>Whether a PBX sends a push again that was answered with an error depends on the PBX and is often not known: store call
 * data in an inbox where they must not be lost, {@code webhooks.callData().inbox(once).open(calls.handler(...))}. Immutable
 * and thread-safe.
 */
public final class PbxWebhooks {

    private static final String[] METHODS = {"GET", "POST"};

    private final WebhookReceiver<IncomingCall> incomingCalls;
    private final WebhookReceiver<IncomingCall> ringingCalls;
    private final Function<Optional<String>, WebhookReceiver<CallData>> callData;
    private final PushReader reader;

    private PbxWebhooks(Builder builder, WebhookAuthentication authentication) {
        String name = builder.name;
        WebhookProfile profile = builder.profile;
        Optional<RecordingFolder> recordings = builder.recordings;
        long largestPush = builder.largestPush;
        this.reader = new PushReader(authentication, builder.username, profile);
        this.incomingCalls = answering(
                profile,
                WebhookReceiver.of(name + "/incoming", authentication, reader::incoming)
                        .identity(PbxWebhooks::idOf));
        this.ringingCalls = answering(
                profile,
                WebhookReceiver.of(name + "/ringing", authentication, reader::incoming)
                        .identity(PbxWebhooks::callOf));
        this.callData = event -> {
            PushReader own = event.map(reader::ofEvent).orElse(reader);
            String receiverName =
                    name + "/call-data" + event.map(PbxWebhooks::suffix).orElse("");
            WebhookReceiver<CallData> receiver = answering(
                    profile,
                    WebhookReceiver.of(receiverName, authentication, (WebhookRequest request) -> {
                                try (RecordingIntake intake = new RecordingIntake(recordings)) {
                                    return own.calls(request, intake);
                                }
                            })
                            .identity(PbxWebhooks::idOf));
            return recordings
                    .map(folder -> receiver.streaming(new PushStream(own, folder, largestPush))
                            .largestBody((int) Math.min(PushStream.LARGEST_IN_MEMORY, largestPush)))
                    .orElse(receiver);
        };
    }

    private static <E> WebhookReceiver<E> answering(WebhookProfile profile, WebhookReceiver<E> receiver) {
        WebhookReceiver<E> answering =
                receiver.methods(METHODS).largestBody(PushStream.LARGEST_BODY).reply(profile.reply());
        return profile.echo()
                .map(parameter -> answering.challenge(WebhookChallenge.echo(parameter)))
                .orElse(answering);
    }

    private static String suffix(String event) {
        return "/" + event.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9./-]", "-");
    }

    /** Returns a builder; {@code secret}, or another proof, is required. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the receiver of incoming calls. A PBX may push the same call several times, once for each telephone that rings.
     * A push that comes again as it was is the same event, provided that it names the call's id or time: without both, a
     * second call of the same number looks no different, so each push is an event of its own.
     */
    public WebhookReceiver<IncomingCall> incomingCalls() {
        return incomingCalls;
    }

    /**
     * Returns the receiver of incoming calls for which all telephones that ring are one event, once it remembers:
     * {@code ringingCalls().once(once)}. The extension is that of the first push. A push that names neither the call's id nor its
     * time is an event of its own.
     */
    public WebhookReceiver<IncomingCall> ringingCalls() {
        return ringingCalls;
    }

    /**
     * Returns the receiver of the data of calls. Recordings within them are in the folder by the time an event is stored or
     * handled. A push that comes again in other words is another event: bring calls into order with a {@code CallTracker}. So is
     * one that names neither an id nor a time of any call, even in the same words.
     */
    public WebhookReceiver<CallData> callData() {
        return callData.apply(Optional.empty());
    }

    /**
     * Returns the receiver of an address to which one kind of events comes, for PBXs that tell the kind by the end of the
     * address.
     *
     * @param event the event word of the profile that such a push stands for
     */
    public WebhookReceiver<CallData> callData(String event) {
        return callData.apply(Optional.of(event));
    }

    /**
     * Returns what is read of each call in a push: the fields by name, each with its text and the path at which it is. For
     * trying a profile with a sample; no proof is looked at, nothing is stored.
     *
     * @throws RuntimeException if the push cannot be read
     */
    public List<Map<String, String>> explain(WebhookRequest request) {
        return reader.explained(request);
    }

    /** Returns all values in a push with their paths, for trying a profile with a sample. */
    public Map<String, String> everything(WebhookRequest request) {
        return reader.everything(request);
    }

    private static String idOf(IncomingCall call) {
        boolean isDistinct = call.callId().isPresent() || call.time().isPresent();
        return isDistinct ? digest(String.valueOf(call.raw().value())) : unique();
    }

    private static String callOf(IncomingCall call) {
        return call.callId()
                .map(id -> "id " + id)
                .or(() -> call.time()
                        .map(time -> "time " + time + " " + call.caller().original() + " "
                                + call.called().original()))
                .map(PbxWebhooks::digest)
                .orElseGet(PbxWebhooks::unique);
    }

    private static String idOf(CallData data) {
        boolean isDistinct = data.calls().stream().anyMatch(CallRecord::isDistinct);
        return isDistinct ? digest(data.raw()) : unique();
    }

    /** Better handled twice than taken for another call's push and dropped. */
    private static String unique() {
        return UUID.randomUUID().toString();
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(RecordingFolder.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Collects the settings of webhooks. */
    public static final class Builder {

        private Optional<WebhookAuthentication> authentication = Optional.empty();
        private Optional<String> username = Optional.empty();
        private String name = "pbx";
        private WebhookProfile profile = WebhookProfile.builder().build();
        private Optional<RecordingFolder> recordings = Optional.empty();
        private long largestPush = 64L * 1024 * 1024;

        private Builder() {}

        /**
         * Sets a shared key that proves pushes. It may be in the query or form as {@code apikey}, {@code api_key} or
         * {@code key}, in the headers {@code X-API-Key} or {@code X-Auth-Token}, in {@code Authorization} alone or as
         * {@code Bearer} or {@code ApiKey}, or at the top level of the JSON. This, {@link #basic} or {@link #authentication}
         * is required; the last one called holds.
         *
         * @param otherNames further names of the parameter or JSON property
         */
        public Builder secret(Secret key, String... otherNames) {
            return authentication(PbxAuthentication.key(key, otherNames));
        }

        /**
         * Sets a user name and a password that prove pushes: by HTTP Basic, or as {@code username} and {@code password} in
         * the query, the form or at the top level of the JSON.
         */
        public Builder basic(String username, Secret password) {
            Builder proven = authentication(PbxAuthentication.basic(username, password));
            this.username = Optional.of(username);
            return proven;
        }

        /** Sets another way to prove pushes, such as a signature. */
        public Builder authentication(WebhookAuthentication proof) {
            authentication = Optional.of(Objects.requireNonNull(proof, "authentication"));
            username = Optional.empty();
            return this;
        }

        /** Sets the name under which receivers remember; another one for each PBX. {@code pbx} by default. */
        public Builder name(String newName) {
            name = Objects.requireNonNull(newName, "name");
            return this;
        }

        /** Sets how pushes are read; the defaults of {@link WebhookProfile} otherwise. */
        public Builder profile(WebhookProfile newProfile) {
            profile = Objects.requireNonNull(newProfile, "profile");
            return this;
        }

        /** Takes recordings that come within the data of calls; otherwise they are left where they are. */
        public Builder recordings(RecordingFolder folder) {
            recordings = Optional.of(Objects.requireNonNull(folder, "recordings"));
            return this;
        }

        /**
         * Sets the largest push that carries a recording, in bytes as sent; 64 MB otherwise. A form, and a push that only its
         * body proves, are read into memory and may have 16 MB at most. Without {@link #recordings}, and beside a recording:
         * 1 MB.
         */
        public Builder largestPush(long bytes) {
            if (bytes < 1) {
                throw new IllegalArgumentException("largestPush must be at least 1");
            }
            largestPush = bytes;
            return this;
        }

        /**
         * Returns the receivers.
         *
         * @throws IllegalArgumentException if nothing proves pushes: {@code secret} is missing
         */
        public PbxWebhooks build() {
            return new PbxWebhooks(
                    this, authentication.orElseThrow(() -> new IllegalArgumentException("secret is missing")));
        }
    }
}
