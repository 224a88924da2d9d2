package io.mostik.pbx.vipex.hooks;

import io.mostik.core.WebhookException;
import io.mostik.core.json.Json;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.core.webhook.WebhookReply;
import io.mostik.core.webhook.WebhookRequest;
import io.mostik.pbx.CallRecord;
import io.mostik.pbx.web.Hook;
import io.mostik.pbx.web.RawRequest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Receives the data of calls. A recording within JSON goes to disk as it comes. */
final class CallDataHook implements Hook {

    private static final int LARGEST_FORM_WITH_RECORDING = 16 * 1024 * 1024;
    private static final int LEADING_BLANKS = 100;

    private final HookSource source;
    private final Consumer<CallRecord> handler;
    private final Optional<RecordingFolder> recordings;
    private final long largestPush;

    CallDataHook(
            HookSource source, Consumer<CallRecord> handler, Optional<RecordingFolder> recordings, long largestPush) {
        this.source = source;
        this.handler = handler;
        this.recordings = recordings;
        this.largestPush = largestPush;
    }

    @Override
    public WebhookReply handle(WebhookRequest request) {
        try (RecordingIntake intake = new RecordingIntake(recordings)) {
            return handle(request, intake);
        } catch (UncheckedIOException e) {
            return notStored();
        }
    }

    /** Only what headers and query prove is streamed to disk: nobody else can fill it. */
    @Override
    public WebhookReply handle(RawRequest request) throws IOException {
        WebhookRequest head = request.head();
        if (recordings.isEmpty()
                || !head.method().equals("POST")
                || !source.proof().isProvenBy(head)) {
            return Hook.super.handle(request);
        }
        try (RecordingIntake intake = new RecordingIntake(recordings)) {
            return handle(withoutRecordings(request, intake), intake);
        } catch (WebhookException e) {
            return WebhookReply.text(e.reason().status(), e.reason().name());
        } catch (UncheckedIOException e) {
            return notStored();
        }
    }

    @Override
    public Optional<String> challenge() {
        return source.proof().challenge();
    }

    private WebhookReply handle(WebhookRequest request, RecordingIntake intake) {
        return WebhookReceiver.of(source.verifier(), proven -> read(proven, intake))
                .largestBody(recordings.isPresent() ? LARGEST_FORM_WITH_RECORDING : largestBody())
                .handle(request, calls -> calls.forEach(handler));
    }

    /** A full disk is our trouble: the PBX is to send again. */
    private static WebhookReply notStored() {
        System.getLogger("io.mostik.pbx").log(System.Logger.Level.WARNING, "a recording could not be stored");
        return WebhookReply.text(500, "not stored");
    }

    private WebhookRequest withoutRecordings(RawRequest request, RecordingIntake intake) throws IOException {
        BufferedInputStream body = new BufferedInputStream(request.body());
        RawRequest buffered = request.withBody(body);
        if (!beginsAsJson(body)) {
            return buffered.whole((int) Math.min(LARGEST_FORM_WITH_RECORDING, largestPush));
        }
        List<String[]> names = source.profile().callData().paths(CallField.RECORDING_DATA);
        RecordingFilter filter = new RecordingFilter(
                body, names, recordings.orElseThrow(), intake, new RecordingFilter.Limits(largestPush, largestBody()));
        return request.with(filter.rest());
    }

    private static boolean beginsAsJson(InputStream body) throws IOException {
        body.mark(LEADING_BLANKS);
        byte[] start = body.readNBytes(LEADING_BLANKS);
        body.reset();
        for (byte octet : start) {
            if (octet > ' ') {
                return octet == '{' || octet == '[';
            }
        }
        return false;
    }

    private List<CallRecord> read(WebhookRequest request, RecordingIntake intake) {
        List<CallRecord> calls = new ArrayList<>();
        HookProfile profile = source.profile();
        for (Json item : source.items(request)) {
            CallReader reader = new CallReader(profile.callData(), profile.values(), item);
            CallRecord call = reader.record().build();
            Optional<CallRecord> recorded = intake.of(reader, call.key())
                    .map(recording ->
                            CallRecord.builder().from(call).recording(recording).build());
            calls.add(recorded.orElse(call));
        }
        return calls;
    }
}
