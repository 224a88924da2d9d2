package io.mostik.core.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.StateStore;
import io.mostik.core.StateStoreException;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.MortalStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class RecordsTest {

    private static final SecretKey KEY = key("0123456789abcdef");

    private final ManualTime time = new ManualTime();
    private final MortalStore store = MortalStore.over(StateStore.inMemory(time));
    private final Records<Note> notes = Records.of(store, "notes/", Note.class);
    private final Records<Note> sealed = Records.sealed(store, "sealed/", Note.class, KEY);

    record Note(String text) {}

    private static SecretKey key(String text) {
        return new SecretKeySpec(text.getBytes(StandardCharsets.US_ASCII), "AES");
    }

    @Test
    void givenRecord_whenAdding_thenTheFirstStays() {
        assertThat(notes.add("a", new Note("1"))).isPresent();

        assertThat(notes.add("a", new Note("2"))).isEmpty();
        assertThat(notes.find("a").orElseThrow().value()).isEqualTo(new Note("1"));
    }

    @Test
    void givenRecordForAWhile_whenItIsOver_thenAddedAnew() {
        assertThat(notes.add("a", new Note("1"), Duration.ofHours(1))).isPresent();
        assertThat(notes.add("a", new Note("2"), Duration.ofHours(1))).isEmpty();

        time.advance(Duration.ofHours(1));

        assertThat(notes.add("a", new Note("2"), Duration.ofHours(1))).isPresent();
    }

    @Test
    void givenEmptyChange_whenUpdating_thenNothingIsWritten() {
        long version = notes.add("a", new Note("1")).orElseThrow().version();
        int trips = store.trips();

        Versioned<Note> same = notes.update("a", known -> new Note("1"));

        assertThat(same.version()).isEqualTo(version);
        assertThat(store.trips() - trips).isEqualTo(1);
    }

    @Test
    void givenAnotherWriter_whenUpdating_thenBothChangesStay() {
        notes.add("a", new Note("1"));
        store.at(MortalStore.Point.after(2), () -> notes.update("a", known -> plus(known, "2")));

        notes.update("a", known -> plus(known, "3"));

        assertThat(notes.find("a").orElseThrow().value()).isEqualTo(new Note("123"));
    }

    @Test
    void givenSealedRecord_whenRead_thenOnlyInItsPlaceAndByItsKey() {
        sealed.add("a", new Note("canary"));
        String value = store.find("sealed/a").orElseThrow().value();
        store.write("sealed/b", value, StateStore.ABSENT, Optional.empty());

        assertThat(value).doesNotContain("canary");
        assertThat(sealed.find("a").orElseThrow().value()).isEqualTo(new Note("canary"));
        assertThatThrownBy(() -> sealed.find("b")).isInstanceOf(StateStoreException.class);
        assertThatThrownBy(() -> Records.sealed(store, "sealed/", Note.class, key("fedcba9876543210"))
                        .find("a"))
                .isInstanceOf(StateStoreException.class)
                .hasMessageNotContaining("canary");
    }

    @Test
    void givenRecordThatCannotBeRead_whenPut_thenReplaced() {
        Records.sealed(store, "sealed/", Note.class, key("fedcba9876543210")).add("a", new Note("1"));

        sealed.put("a", new Note("2"));

        assertThat(sealed.find("a").orElseThrow().value()).isEqualTo(new Note("2"));
    }

    @Test
    void givenVersion_whenRemovedOrWritten_thenOnlyByIt() {
        Versioned<Note> first = notes.put("a", new Note("1"));
        Versioned<Note> second =
                notes.write("a", new Note("2"), first.version()).orElseThrow();

        assertThat(notes.write("a", new Note("3"), first.version())).isEmpty();
        assertThat(notes.stream("")).containsExactly(second);
        assertThat(notes.remove("a", first.version())).isFalse();
        assertThat(notes.remove("a", second.version())).isTrue();
        assertThat(notes.find("a")).isEmpty();
    }

    @Test
    void givenPrefix_whenTooLongOrEmpty_thenRefused() {
        assertThat(Records.of(store, "x".repeat(100), Note.class).find("a")).isEmpty();
        assertThatThrownBy(() -> Records.of(store, "x".repeat(101), Note.class))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Records.of(store, "", Note.class)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Note plus(Optional<Note> known, String more) {
        return new Note(known.map(Note::text).orElse("") + more);
    }
}
