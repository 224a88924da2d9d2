package io.mostik.pbx.webhooks;

import io.mostik.core.WebhookException;
import io.mostik.core.json.JsonException;
import io.mostik.core.webhook.StreamingWebhookRequest;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.core.webhook.WebhookReceiver.Streamed;
import io.mostik.core.webhook.WebhookRequest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Reads the data of calls as they come: a recording within JSON goes to disk at once. Only what the head proves is read so:
 * nobody else can fill the disk.
 */
final class PushStream implements WebhookReceiver.StreamReader<CallData> {

    static final int LARGEST_BODY = 1024 * 1024;

    /** What is not read as it comes is in memory. */
    static final int LARGEST_IN_MEMORY = 16 * 1024 * 1024;

    private static final int LEADING_BLANKS = 100;

    private final PushReader reader;
    private final RecordingFolder recordings;
    private final long largestPush;

    PushStream(PushReader reader, RecordingFolder recordings, long largestPush) {
        this.reader = reader;
        this.recordings = recordings;
        this.largestPush = largestPush;
    }

    @Override
    public Streamed<CallData> read(StreamingWebhookRequest request) throws IOException {
        try (RecordingIntake intake = new RecordingIntake(Optional.of(recordings))) {
            WebhookRequest rest = withoutRecordings(request, intake);
            try {
                return new Streamed<>(rest, reader.calls(rest, intake));
            } catch (WebhookException e) {
                return unreadable(rest, intake, e.reason(), e.detail(), e);
            } catch (JsonException e) {
                String why = "content cannot be read: " + e.getMessage();
                return unreadable(rest, intake, WebhookException.Reason.UNREADABLE, why, e);
            }
        }
    }

    /** An inbox keeps the push until a profile can read it: its recordings must be there then. */
    private static Streamed<CallData> unreadable(
            WebhookRequest rest,
            RecordingIntake intake,
            WebhookException.Reason reason,
            String why,
            RuntimeException e) {
        if (reason != WebhookException.Reason.UNREADABLE) {
            throw e;
        }
        intake.keepAll();
        return Streamed.unreadable(rest, why);
    }

    private WebhookRequest withoutRecordings(StreamingWebhookRequest request, RecordingIntake intake)
            throws IOException {
        BufferedInputStream body = new BufferedInputStream(request.body());
        if (!beginsAsJson(body)) {
            int largest = (int) Math.min(LARGEST_IN_MEMORY, largestPush);
            return StreamingWebhookRequest.of(request.head(), body).whole(largest);
        }
        List<String[]> names = reader.profile().callData().paths(CallField.RECORDING_DATA);
        RecordingFilter filter = new RecordingFilter(
                body, names, recordings, intake, new RecordingFilter.Limits(largestPush, LARGEST_BODY));
        return request.head().withBody(filter.rest());
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
}
