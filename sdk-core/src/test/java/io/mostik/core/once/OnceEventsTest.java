package io.mostik.core.once;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.StateStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each move of a write is an event of the flight recorder, without content. */
class OnceEventsTest {

    @TempDir
    Path folder;

    @Test
    void givenRecording_whenWriteIsSent_thenEachMoveIsAnEvent() throws IOException {
        OnceWrites<String, Void, String> writes = Once.over(StateStore.inMemory())
                .writes(OnceLab.kind().build(), OnceSteps.of(asked -> asked, asked -> ReadBack.unknown()));
        Path file = folder.resolve("moves.jfr");

        try (Recording recording = new Recording()) {
            recording.enable("io.mostik.OnceMove");
            recording.start();
            writes.perform("order-1", "canary");
            recording.stop();
            recording.dump(file);
        }

        List<RecordedEvent> moves = RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals("io.mostik.OnceMove"))
                .filter(event -> event.getString("ref").equals("order-1"))
                .toList();
        assertThat(moves)
                .extracting(event -> event.getString("from") + " to " + event.getString("to"))
                .containsExactly("NONE to SENDING", "SENDING to DONE");
        assertThat(moves).asString().doesNotContain("canary");
    }
}
