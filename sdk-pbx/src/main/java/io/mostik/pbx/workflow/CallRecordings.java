package io.mostik.pbx.workflow;

import io.mostik.pbx.AudioFormat;
import io.mostik.pbx.RecordingRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The recordings of a call: each once, by its content, its id at the PBX, its address or its name. */
final class CallRecordings {

    private CallRecordings() {}

    static List<RecordingRef> of(List<CallPush> inOrder) {
        List<RecordingRef> recordings = new ArrayList<>();
        inOrder.forEach(push -> push.call().recordings().forEach(recording -> add(recordings, recording)));
        return recordings;
    }

    /** One that says its id and its content joins those that said one of both. */
    private static void add(List<RecordingRef> recordings, RecordingRef recording) {
        List<RecordingRef> same =
                recordings.stream().filter(known -> isSame(known, recording)).toList();
        recordings.removeAll(same);
        RecordingRef merged = recording;
        for (RecordingRef known : same) {
            merged = merged(known, merged);
        }
        recordings.add(merged);
    }

    private static boolean isSame(RecordingRef one, RecordingRef other) {
        boolean otherContent = one.sha256().isPresent() && other.sha256().isPresent();
        if (otherContent) {
            return one.sha256().equals(other.sha256());
        }
        return meets(one, other, RecordingRef::id)
                || meets(one, other, RecordingRef::url)
                || (one.id().isEmpty() && other.id().isEmpty() && meets(one, other, RecordingRef::name));
    }

    private static boolean meets(
            RecordingRef one, RecordingRef other, Function<RecordingRef, Optional<String>> property) {
        return property.apply(one).isPresent() && property.apply(one).equals(property.apply(other));
    }

    private static RecordingRef merged(RecordingRef before, RecordingRef later) {
        return RecordingRef.builder()
                .id(later.id().or(before::id))
                .url(later.url().or(before::url))
                .file(later.file().or(before::file))
                .sha256(later.sha256().or(before::sha256))
                .format(later.format() == AudioFormat.UNKNOWN ? before.format() : later.format())
                .name(later.name().or(before::name))
                .length(later.length().or(before::length))
                .defects(later.length().isPresent() ? later.defects() : before.defects())
                .build();
    }
}
