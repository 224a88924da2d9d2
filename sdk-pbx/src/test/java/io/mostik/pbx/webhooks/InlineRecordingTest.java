package io.mostik.pbx.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.once.Inbox;
import io.mostik.core.once.Once;
import io.mostik.core.webhook.StreamingWebhookRequest;
import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookReply;
import io.mostik.core.webhook.WebhookRequest;
import io.mostik.pbx.AudioFormat;
import io.mostik.pbx.CallRecord;
import io.mostik.pbx.RecordingRef;
import io.mostik.pbx.workflow.CallTracker;
import io.mostik.pbx.workflow.PbxWorkflows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InlineRecordingTest {

    private static final byte[] AUDIO = audio(20_011);
    private static final String BASE64 = Base64.getEncoder().encodeToString(AUDIO);

    @TempDir
    Path folder;

    private final List<CallRecord> calls = new ArrayList<>();

    static List<String> spellings() {
        return List.of(
                BASE64,
                BASE64.replace("=", ""),
                BASE64.replace("/", "\\/"),
                Base64.getUrlEncoder().encodeToString(AUDIO),
                Base64.getMimeEncoder().encodeToString(AUDIO).replace("\r\n", "\\r\\n"),
                Base64.getMimeEncoder().encodeToString(AUDIO).replace("\r\n", "\\n"),
                BASE64.replace("+", " "),
                BASE64.replace("+", "\\u002B").replace("=", "\\u003d"),
                "data:audio/ogg;base64," + BASE64,
                "data:audio\\/ogg;codecs=opus;base64," + BASE64);
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void givenBase64InAnySpelling_whenStreamed_thenTheFileIsWhole(String text) throws Exception {
        WebhookReply reply = hook().handle(raw("apikey=k-1234", push("recording", "data", text)));

        RecordingRef recording = calls.get(0).recording().orElseThrow();
        assertThat(reply).isEqualTo(WebhookReply.ok());
        assertThat(recording.file().orElseThrow()).hasBinaryContent(AUDIO).hasExtension("ogg");
        assertThat(recording.format()).isEqualTo(AudioFormat.OGG);
        assertThat(recording.name()).contains("../../etc/passwd");
        assertThat(recording.sha256())
                .contains(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(AUDIO)));
        assertThat(calls.get(0).raw().toString()).doesNotContain(BASE64.substring(0, 20));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void givenBase64InAnySpelling_whenInMemory_thenTheFileIsWhole(String text) {
        hook().handle(Requests.json("apikey=k-1234", push("recording", "content", text)));

        assertThat(calls.get(0).recording().orElseThrow().file().orElseThrow()).hasBinaryContent(AUDIO);
    }

    @Test
    void givenForm_whenStreamed_thenTheFileIsWhole() throws IOException {
        String form = "call[id]=a/b&recording[data]=" + URLEncoder.encode(BASE64, StandardCharsets.UTF_8);

        hook().handle(StreamingWebhookRequest.of(
                new WebhookRequest("POST", "apikey=k-1234", type(Requests.FORM), new byte[0]), stream(form)));

        assertThat(calls.get(0).recording().orElseThrow().file().orElseThrow()).hasBinaryContent(AUDIO);
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void givenKeyInTheBodyOnly_whenReceiving_thenIsReadInMemory() throws IOException {
        String json = push("recording", "data", BASE64).replaceFirst("\\{", "{\"api_key\":\"k-1234\",");

        hook().handle(raw("", json));

        assertThat(calls.get(0).recording().orElseThrow().file().orElseThrow()).hasBinaryContent(AUDIO);
    }

    @Test
    void givenUnprovenPush_whenReceiving_thenWritesNothing() throws IOException {
        assertThat(hook().handle(raw("apikey=k-1235", push("recording", "data", BASE64)))
                        .status())
                .isEqualTo(401);
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "U@klG",
                "UklGR",
                "Ukl=GR==",
                "U===",
                "dat:a",
                "data:audio/wav,UklG",
                "recording",
                "a\\u0041",
                "recording_20260302101500"
            })
    void givenNoBase64_whenReceiving_thenCallIsTakenWithoutIt(String text) throws IOException {
        WebhookReply streamed = hook().handle(raw("apikey=k-1234", push("recording", "data", text)));
        WebhookReply inBody = hook().handle(raw("", withKey(push("recording", "data", text))));

        assertThat(List.of(streamed, inBody)).containsOnly(WebhookReply.ok());
        assertThat(calls).hasSize(2).allSatisfy(call -> {
            assertThat(call.callId()).contains("c-1");
            assertThat(call.recordings()).isEmpty();
            assertThat(call.unreadable()).containsExactly("recordingData");
        });
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void givenLongTextThatIsNoBase64_whenReceiving_thenCallIsTaken() throws IOException {
        String noise = BASE64.substring(0, 10_000) + "@" + BASE64;

        hook().handle(raw("apikey=k-1234", push("recording", "data", noise)));

        assertThat(calls.get(0).unreadable()).containsExactly("recordingData");
        assertThat(String.valueOf(calls.get(0).raw().value())).hasSizeLessThan(1_000);
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"20260302.wav", "2026/03/q-600-36301112233-1772442900.71.wav"})
    void givenFileName_whenReceiving_thenIsNameOfRecording(String text) throws IOException {
        String push = "{\"id\":\"c-1\",\"file\":\"" + text + "\"}";

        hook().handle(raw("apikey=k-1234", push));
        hook().handle(raw("", withKey(push)));

        assertThat(calls).hasSize(2).allSatisfy(call -> {
            assertThat(call.recording().flatMap(RecordingRef::name)).contains(text);
            assertThat(call.unreadable()).isEmpty();
        });
    }

    @Test
    void givenAddress_whenReceiving_thenIsAddressOfRecording() throws IOException {
        String push = push("recording", "data", "https:\\/\\/rec.example\\/7.mp3?sig=1");

        hook().handle(raw("apikey=k-1234", push));
        hook().handle(raw("", withKey(push)));

        assertThat(calls)
                .hasSize(2)
                .allSatisfy(call -> assertThat(call.recording().flatMap(RecordingRef::url))
                        .contains("https://rec.example/7.mp3?sig=1"));
    }

    @Test
    void givenKeyInTheBodyAndLongRecording_whenReceiving_thenIsKept() throws IOException {
        byte[] long2Minutes = audio(2_000_000);
        String text = Base64.getEncoder().encodeToString(long2Minutes);

        WebhookReply reply = hook().handle(raw("", withKey(push("recording", "data", text))));

        assertThat(reply).isEqualTo(WebhookReply.ok());
        assertThat(calls.get(0).recording().orElseThrow().file().orElseThrow()).hasBinaryContent(long2Minutes);
        assertThat(String.valueOf(calls.get(0).raw().value())).hasSizeLessThan(1_000);
    }

    @Test
    void givenOtherRecordingOfSameCall_whenReceiving_thenBothStay() throws IOException {
        byte[] second = audio(30_000);
        hook().handle(raw("apikey=k-1234", push("recording", "data", BASE64)));
        hook().handle(raw(
                "apikey=k-1234", push("recording", "data", Base64.getEncoder().encodeToString(second))));

        assertThat(calls.get(0).recording().orElseThrow().file().orElseThrow()).hasBinaryContent(AUDIO);
        assertThat(calls.get(1).recording().orElseThrow().file().orElseThrow()).hasBinaryContent(second);
        assertThat(folder.toFile().list()).hasSize(2);
    }

    @Test
    void givenFileThatWasChanged_whenItComesAgain_thenIsKeptBeside() throws IOException {
        hook().handle(raw("apikey=k-1234", push("recording", "data", BASE64)));
        Path file = calls.get(0).recording().orElseThrow().file().orElseThrow();
        Files.writeString(file, "mine");

        hook().handle(raw("apikey=k-1234", push("recording", "data", BASE64)));

        assertThat(file).hasContent("mine");
        assertThat(calls.get(1).recording().orElseThrow().file().orElseThrow()).hasBinaryContent(AUDIO);
    }

    @Test
    void givenUnreadablePush_whenProfileIsMended_thenReplayHasRecording() throws IOException {
        StateStore store = StateStore.inMemory();
        PbxWebhooks first = hooks().recordings(RecordingFolder.at(folder)).build();
        Once once = Once.over(store);
        first.callData()
                .endpoint(first.callData().inbox(once).open(data -> {}))
                .handle(raw("apikey=k-1234", "{\"strange\":\"c-1\",\"audio\":\"" + BASE64 + "\"}"));

        PbxWebhooks mended = hooks().recordings(RecordingFolder.at(folder))
                .profile(WebhookProfile.builder()
                        .callData(FieldMap.callData().with(CallField.CALL_ID, "strange"))
                        .build())
                .build();
        Inbox<CallData> inbox = mended.callData().inbox(Once.over(store)).open(data -> calls.addAll(data.calls()));
        int replayed = inbox.replayAll();
        int handled = inbox.run();

        assertThat(List.of(replayed, handled)).containsExactly(1, 1);
        assertThat(calls.get(0).recording().orElseThrow().file().orElseThrow()).hasBinaryContent(AUDIO);
    }

    @Test
    void givenBatchWithOddElement_whenProfileIsMended_thenReplayTellsIt() throws IOException {
        StateStore store = StateStore.inMemory();
        CallTracker tracker = PbxWorkflows.of(store).calls("pbx");
        PbxWebhooks first = hooks().build();
        Inbox<CallData> inbox = first.callData()
                .inbox(Once.over(store))
                .tries(1)
                .open(tracker.inboxHandler(news -> calls.add(news.call())));
        first.callData()
                .endpoint(inbox)
                .handle(Requests.json("apikey=k-1234", "[{\"id\":\"c-1\"},{\"strange\":\"c-2\"},{\"id\":\"c-3\"}]"));
        inbox.run();
        long dead = inbox.deadLetters().count();

        PbxWebhooks mended = hooks().profile(WebhookProfile.builder()
                        .callData(FieldMap.callData().with(CallField.CALL_ID, "strange"))
                        .build())
                .build();
        Inbox<CallData> again = mended.callData()
                .inbox(Once.over(store))
                .tries(1)
                .open(tracker.inboxHandler(news -> calls.add(news.call())));
        again.replayAll();
        again.run();

        assertThat(dead).isEqualTo(1);
        assertThat(again.deadLetters()).isEmpty();
        assertThat(calls).extracting(CallRecord::key).containsExactly("c-1", "c-3", "c-2");
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 60, 120, 5_000})
    void givenCutPush_whenStreamed_thenAnswers400(int length) throws IOException {
        String cut = push("recording", "data", BASE64).substring(0, length);

        assertThat(hook().handle(raw("apikey=k-1234", cut)).status()).isEqualTo(400);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void givenTooLarge_whenStreamed_thenAnswers413AndLeavesNothing() throws IOException {
        WebhookEndpoint small = hooks().recordings(RecordingFolder.at(folder).atMost(1_000))
                .build()
                .callData()
                .endpoint(PbxWorkflows.of(StateStore.inMemory()).calls("pbx").handler(u -> {}));
        WebhookEndpoint smallPush = hooks().recordings(RecordingFolder.at(folder))
                .largestPush(10_000)
                .build()
                .callData()
                .endpoint(PbxWorkflows.of(StateStore.inMemory()).calls("pbx").handler(u -> {}));
        String json = push("recording", "data", BASE64);
        String muchElse = "{\"id\":\"1\",\"other\":\"" + "x".repeat(1024 * 1024) + "\"}";

        assertThat(small.handle(raw("apikey=k-1234", json)).status()).isEqualTo(413);
        assertThat(smallPush.handle(raw("apikey=k-1234", json)).status()).isEqualTo(413);
        assertThat(hook().handle(raw("apikey=k-1234", muchElse)).status()).isEqualTo(413);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void givenHundredMegabytes_whenReceiving_thenAnswers413() throws IOException {
        InputStream endless = new EndlessBase64(100L * 1024 * 1024, "");

        assertThat(hook().handle(StreamingWebhookRequest.of(
                                new WebhookRequest("POST", "apikey=k-1234", type(Requests.FORM), new byte[0]), endless))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void givenPathLikeIds_whenReceiving_thenFilesStayInTheFolder() throws IOException {
        List<String> ids =
                List.of("../../escape", "/etc/passwd", "a\\\\b", "..", "C:\\\\x", "x".repeat(500), "a/b", "a_b");
        for (String id : ids) {
            hook().handle(raw("apikey=k-1234", push("recording", "data", BASE64).replace("c-1", id)));
        }

        assertThat(calls)
                .hasSize(ids.size())
                .allSatisfy(
                        call -> assertThat(call.recording().orElseThrow().file().orElseThrow())
                                .hasParent(folder)
                                .hasBinaryContent(AUDIO));
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void givenTwoCallsWithSameRecording_whenReceiving_thenShareFile() throws IOException {
        String one = push("recording", "data", BASE64);

        hook().handle(raw("apikey=k-1234", "[" + one + "," + one.replace("c-1", "c-2") + "]"));

        assertThat(calls)
                .hasSize(2)
                .allSatisfy(
                        call -> assertThat(call.recording().orElseThrow().file().orElseThrow())
                                .hasBinaryContent(AUDIO));
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void givenSameNameElsewhere_whenReceiving_thenNothingIsLeftBehind() throws IOException {
        String json = "{\"id\":\"c-1\",\"legs\":[{\"extension\":\"101\",\"audio\":\"" + BASE64 + "\"}]}";

        assertThat(hook().handle(raw("apikey=k-1234", json))).isEqualTo(WebhookReply.ok());

        assertThat(calls.get(0).recording()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void givenDuplicate_whenReceiving_thenThereIsOneFile() throws IOException {
        WebhookEndpoint hook = hook();
        hook.handle(raw("apikey=k-1234", push("recording", "data", BASE64)));
        hook.handle(raw("apikey=k-1234", push("recording", "data", BASE64)));

        assertThat(calls).hasSize(1);
        assertThat(folder.toFile().list()).hasSize(1);
    }

    private PbxWebhooks.Builder hooks() {
        return PbxWebhooks.builder().secret(Secret.of("k-1234"));
    }

    private WebhookEndpoint hook() {
        return hooks().recordings(RecordingFolder.at(folder))
                .build()
                .callData()
                .endpoint(PbxWorkflows.of(StateStore.inMemory()).calls("pbx").handler(news -> calls.add(news.call())));
    }

    private static String withKey(String json) {
        return json.replaceFirst("\\{", "{\"api_key\":\"k-1234\",");
    }

    private static String push(String object, String name, String text) {
        return "{ \"call\": {\"id\": \"c-1\", \"note\": \"a \\\"quoted\\\" {note}, [x]\"}, \"" + object
                + "\": {\"name\":" + " \"../../etc/passwd\", \"format\": \"wav\", \"" + name + "\" : \"" + text
                + "\"}}";
    }

    private static StreamingWebhookRequest raw(String query, String json) {
        return StreamingWebhookRequest.of(
                new WebhookRequest("POST", query, type("application/json"), new byte[0]), stream(json));
    }

    private static Map<String, List<String>> type(String type) {
        return Map.of("Content-Type", List.of(type));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] audio(int size) {
        byte[] audio = new byte[size];
        new Random(7).nextBytes(audio);
        System.arraycopy("OggS".getBytes(StandardCharsets.US_ASCII), 0, audio, 0, 4);
        return audio;
    }
}
