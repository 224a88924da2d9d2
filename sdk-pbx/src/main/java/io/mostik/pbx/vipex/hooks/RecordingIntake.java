package io.mostik.pbx.vipex.hooks;

import io.mostik.pbx.AudioFormat;
import io.mostik.pbx.RecordingRef;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The recordings of one request; those that no call claims are thrown away at its end. Belongs to one thread. */
final class RecordingIntake implements AutoCloseable {

    private static final String TOKEN = "recording sha256:";

    private final Optional<RecordingFolder> folder;
    private final Map<String, InlineRecording> whole = new LinkedHashMap<>();

    RecordingIntake(Optional<RecordingFolder> folder) {
        this.folder = folder;
    }

    /** Notes a recording that was streamed to disk, and returns what stands in its place. */
    String note(InlineRecording recording) {
        String token = recording.isEmpty() ? "" : TOKEN + recording.sha256();
        InlineRecording same = whole.putIfAbsent(token, recording);
        if (same != null) {
            recording.discard();
        }
        return token;
    }

    /** Returns where the recording of a call is to be had. */
    Optional<RecordingRef> of(CallReader reader, String callKey) {
        Optional<String> id = reader.text(CallField.RECORDING_ID);
        Optional<String> data = reader.text(CallField.RECORDING_DATA);
        Optional<RecordingRef> earlier = data.flatMap(text -> kept(text, callKey));
        if (earlier.isPresent()) {
            return Optional.of(RecordingRef.builder()
                    .from(earlier.get())
                    .id(id)
                    .name(reader.text(CallField.RECORDING_NAME))
                    .build());
        }
        Optional<InlineRecording> inline = data.flatMap(this::decoded);
        if (id.isEmpty() && inline.isEmpty()) {
            return Optional.empty();
        }
        AudioFormat declared =
                reader.text(CallField.RECORDING_FORMAT).map(AudioFormat::named).orElse(AudioFormat.UNKNOWN);
        AudioFormat format = inline.map(InlineRecording::format)
                .filter(found -> found != AudioFormat.UNKNOWN)
                .orElse(declared);
        Optional<Path> file =
                inline.flatMap(recording -> folder.map(place -> place.keep(recording, callKey, format.extension())));
        return Optional.of(RecordingRef.builder()
                .id(id)
                .file(file)
                .sha256(inline.map(InlineRecording::sha256))
                .format(format)
                .name(reader.text(CallField.RECORDING_NAME))
                .build());
    }

    /** An event that waited in an inbox holds the token alone; its recording is in the folder since it came. */
    private Optional<RecordingRef> kept(String text, String callKey) {
        return text.startsWith(TOKEN) && !whole.containsKey(text)
                ? folder.flatMap(place -> place.find(callKey, text.substring(TOKEN.length())))
                : Optional.empty();
    }

    private Optional<InlineRecording> decoded(String text) {
        InlineRecording known = whole.get(text);
        if (known != null || folder.isEmpty()) {
            return Optional.ofNullable(known);
        }
        InlineRecording recording = folder.get().begin();
        whole.put(text, recording);
        text.chars().forEach(recording::accept);
        recording.finish();
        return Optional.of(recording);
    }

    @Override
    public void close() {
        whole.values().forEach(InlineRecording::discard);
    }
}
