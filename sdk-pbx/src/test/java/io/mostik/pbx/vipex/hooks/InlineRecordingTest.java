package io.mostik.pbx.vipex.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Secret;
import io.mostik.core.webhook.StreamingWebhookRequest;
import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookReply;
import io.mostik.core.webhook.WebhookRequest;
import io.mostik.pbx.AudioFormat;
import io.mostik.pbx.CallRecord;
import io.mostik.pbx.RecordingRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
            strings = {"U@klG", "UklGR", "Ukl=GR==", "U===", "dat:a", "data:audio/wav,UklG", "rec.wav", "a\\u0041"})
    void givenBrokenBase64_whenReceiving_thenAnswers400AndLeavesNothing(String text) throws IOException {
        assertThat(hook().handle(raw("apikey=k-1234", push("recording", "data", text)))
                        .status())
                .isEqualTo(400);
        assertThat(hook().handle(Requests.json("apikey=k-1234", push("recording", "data", "U@klG")))
                        .status())
                .isEqualTo(400);
        assertThat(calls).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 60, 120, 5_000})
    void givenPushThatIsCut_whenStreamed_thenAnswers400AndLeavesNothing(int length) throws IOException {
        String cut = push("recording", "data", BASE64).substring(0, length);

        assertThat(hook().handle(raw("apikey=k-1234", cut)).status()).isEqualTo(400);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void givenTooLarge_whenStreamed_thenAnswers413AndLeavesNothing() throws IOException {
        WebhookEndpoint small = hooks().recordings(RecordingFolder.at(folder).atMost(1_000))
                .build()
                .onCallData(u -> {});
        WebhookEndpoint smallPush = hooks().recordings(RecordingFolder.at(folder))
                .largestPush(10_000)
                .build()
                .onCallData(u -> {});
        String json = push("recording", "data", BASE64);
        String muchElse = "{\"id\":\"1\",\"other\":\"" + "x".repeat(1024 * 1024) + "\"}";

        assertThat(small.handle(raw("apikey=k-1234", json)).status()).isEqualTo(413);
        assertThat(smallPush.handle(raw("apikey=k-1234", json)).status()).isEqualTo(413);
        assertThat(hook().handle(raw("apikey=k-1234", muchElse)).status()).isEqualTo(413);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void givenHundredMegabytesOfSomethingElse_whenReceiving_thenAnswers413() throws IOException {
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
        assertThat(folder.toFile().list()).hasSize(ids.size());
    }

    @Test
    void givenTwoCallsWithTheSameRecording_whenReceiving_thenEachHasItsFile() throws IOException {
        String one = push("recording", "data", BASE64);

        hook().handle(raw("apikey=k-1234", "[" + one + "," + one.replace("c-1", "c-2") + "]"));

        assertThat(calls)
                .hasSize(2)
                .allSatisfy(
                        call -> assertThat(call.recording().orElseThrow().file().orElseThrow())
                                .hasBinaryContent(AUDIO));
        assertThat(folder.toFile().list()).hasSize(2);
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

    private CallHooks.Builder hooks() {
        return CallHooks.builder().authentication(CallHooks.apiKey(Secret.of("k-1234")));
    }

    private WebhookEndpoint hook() {
        return hooks().recordings(RecordingFolder.at(folder)).build().onCallData(update -> calls.add(update.call()));
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
