package io.mostik.pbx.webhooks;

import io.mostik.core.WebhookException;
import io.mostik.core.json.Json;
import io.mostik.pbx.AudioFormat;
import io.mostik.pbx.CallRecord;
import io.mostik.pbx.RecordingRef;
import io.mostik.pbx.internal.AudioCheck;
import io.mostik.pbx.internal.RecordingLength;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The recordings of one request; those that no call claims are thrown away at its end. Whatever stands where a recording
 * may stand, the call is taken: an address and a file name are what they are, and all else is noted as unreadable. Not
 * thread-safe.
 */
final class RecordingIntake implements AutoCloseable {

    /** Replaces a long text that is no recording. */
    static final String UNREADABLE = "recording unreadable";

    private static final String TOKEN = "recording sha256:";
    private static final int SHORT = 256;
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^\\s\"<>]{1,2000}");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,250}\\.[A-Za-z0-9]{2,4}");

    private final Optional<RecordingFolder> folder;
    private final Map<String, InlineRecording> whole = new LinkedHashMap<>();

    RecordingIntake(Optional<RecordingFolder> folder) {
        this.folder = folder;
    }

    /** Notes a recording that was streamed to disk, and returns what replaces it. */
    String note(InlineRecording recording) {
        String token = recording.isEmpty() ? "" : TOKEN + recording.sha256();
        InlineRecording same = whole.putIfAbsent(token, recording);
        if (same != null) {
            recording.discard();
        }
        return token;
    }

    /** Returns a call with where its recording is to be had, and without the recording in what came. */
    CallRecord claim(CallReader reader, CallRecord call) {
        Optional<String> data = reader.text(CallField.RECORDING_DATA);
        Optional<String> token = data.flatMap(this::tokenOf);
        Optional<String> id = reader.text(CallField.RECORDING_ID);
        Optional<String> address =
                data.filter(text -> token.isEmpty() && ADDRESS.matcher(text).matches());
        Optional<String> url = reader.text(CallField.RECORDING_URL).or(() -> address);
        Optional<String> name = reader.text(CallField.RECORDING_NAME)
                .or(() -> data.filter(text -> token.isEmpty()
                        && address.isEmpty()
                        && NAME.matcher(text).matches()));
        AudioFormat declared =
                reader.text(CallField.RECORDING_FORMAT).map(AudioFormat::named).orElse(AudioFormat.UNKNOWN);
        Optional<RecordingRef> file = token.flatMap(found -> fileOf(found, declared));
        CallRecord.Builder claimed = CallRecord.builder().from(call);
        if (id.isPresent() || url.isPresent() || file.isPresent() || (name.isPresent() && data.equals(name))) {
            RecordingRef.Builder recording = RecordingRef.builder();
            file.ifPresent(recording::from);
            RecordingRef told = recording
                    .id(id)
                    .url(url)
                    .name(name)
                    .format(file.map(RecordingRef::format).orElse(declared))
                    .build();
            claimed.recording(RecordingLength.compare(told, call.talkTime(), call.duration()));
        }
        reader.further(CallField.RECORDING_ID)
                .forEach(more -> claimed.recording(
                        RecordingRef.builder().id(more).format(declared).build()));
        reader.further(CallField.RECORDING_URL)
                .forEach(more -> claimed.recording(
                        RecordingRef.builder().url(more).format(declared).build()));
        boolean isLost =
                folder.isPresent() && data.isPresent() && file.isEmpty() && address.isEmpty() && !data.equals(name);
        if (isLost) {
            claimed.addUnreadable(CallField.RECORDING_DATA.setting());
        }
        if (token.isPresent() && !data.equals(token)) {
            claimed.raw(Json.of(without(call.raw().value().orElse(""), data.get(), token.get())));
        }
        return claimed.build();
    }

    /** Keeps everything, for a push that waits until it can be read. */
    void keepAll() {
        folder.ifPresent(place -> whole.values().forEach(recording -> {
            Path unused = place.keep(recording, recording.format());
        }));
    }

    private Optional<String> tokenOf(String text) {
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        if (text.startsWith(TOKEN)) {
            return Optional.of(text);
        }
        InlineRecording recording = folder.get().begin();
        try {
            text.chars().forEach(recording::accept);
            recording.finish();
        } catch (WebhookException e) {
            recording.discard();
            if (e.reason() != WebhookException.Reason.UNREADABLE) {
                throw e;
            }
            return Optional.empty();
        } catch (RuntimeException e) {
            recording.discard();
            throw e;
        }
        return Optional.of(note(recording)).filter(token -> !token.isEmpty());
    }

    /** An event that waited in an inbox holds the token alone; its recording is in the folder since it came. */
    private Optional<RecordingRef> fileOf(String token, AudioFormat declared) {
        String sha256 = token.substring(TOKEN.length());
        Optional<InlineRecording> fresh = Optional.ofNullable(whole.get(token));
        AudioFormat format = fresh.map(InlineRecording::format)
                .filter(found -> found != AudioFormat.UNKNOWN)
                .orElse(declared);
        RecordingFolder place = folder.orElseThrow();
        Optional<Path> file =
                fresh.map(recording -> place.keep(recording, format)).or(() -> place.find(sha256));
        return file.map(path -> describe(path, sha256));
    }

    private static RecordingRef describe(Path file, String sha256) {
        String name = String.valueOf(file.getFileName());
        AudioFormat format = AudioFormat.named(name.substring(name.lastIndexOf('.') + 1));
        try {
            AudioCheck check = AudioCheck.of(file, format);
            return RecordingRef.builder()
                    .file(file)
                    .sha256(sha256)
                    .format(format)
                    .length(check.length())
                    .defects(check.defect().stream().toList())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("a recording cannot be read", e);
        }
    }

    /** A form, or JSON that was not streamed, holds the recording itself. */
    private static Object without(Object value, String text, String token) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((name, each) -> copy.put(name, without(each == null ? "" : each, text, token)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(each -> copy.add(without(each == null ? "" : each, text, token)));
            return copy;
        }
        return value.equals(text) && text.length() >= SHORT ? token : value;
    }

    @Override
    public void close() {
        whole.values().forEach(InlineRecording::discard);
    }
}
