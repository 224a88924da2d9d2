package io.mostik.pbx.vcclive.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mostik.core.AuthException;
import io.mostik.core.Outcome;
import io.mostik.core.Progress;
import io.mostik.core.Secret;
import io.mostik.core.http.ApiRequest;
import io.mostik.core.http.ApiResponse;
import io.mostik.core.http.Transport;
import io.mostik.core.test.ManualTime;
import io.mostik.pbx.vcclive.VccLive;
import io.mostik.testing.vcclive.VccLiveSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoiceArchiveTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final int RECORDINGS = 12;
    private static final String PUT = "PUT";
    private static final String FILE = "/v2/voicefiles/{yyyy}/{MM}/{uuid}";

    private final List<Progress> told = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    VccLiveSimulator vendor;

    @BeforeEach
    void fill() {
        vendor = VccLiveSimulator.startFrozen();
        IntStream.range(0, RECORDINGS)
                .forEach(i ->
                        vendor.addVoiceFile(uuid(i), "2026", "03", "2026-03-02-10-02_Agent_" + i + ".mp4", audio(i)));
    }

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Test
    void givenRecordings_whenArchiving_thenTakesAllPagesAndMarksThem() {
        ArchiveReport report = run(UnaryOperator.identity());

        assertThat(report.archived()).hasSize(RECORDINGS).allMatch(ArchiveReport.Archived::fetched);
        assertThat(report.failed()).isEmpty();
        assertNothingLostOrDoubled();
        assertThat(told).last().satisfies(end -> {
            assertThat(end.what()).isEqualTo("recordings");
            assertThat(end.done()).isEqualTo(RECORDINGS);
            assertThat(end.ended()).isTrue();
        });
    }

    @Test
    void givenArchived_whenArchivingAgain_thenFetchesNothing() {
        run(UnaryOperator.identity());
        vendor.journal().clear();

        ArchiveReport report = run(UnaryOperator.identity());

        assertThat(report.archived()).isEmpty();
        assertThat(vendor.journal().count("GET", FILE)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "voiceFiles.list, false", "voiceFiles.list, true",
        "voiceFiles.download, false", "voiceFiles.download, true",
        "voiceFiles.markArchived, false", "voiceFiles.markArchived, true"
    })
    void givenCrash_whenArchivingAgain_thenNothingIsLostOrDoubled(String step, boolean afterwards) {
        int at = step.equals("voiceFiles.list") ? 2 : 7;

        Throwable crash = catchThrowable(() -> run(next -> new Crashing(next, step, afterwards, at)));
        ArchiveReport report = run(UnaryOperator.identity());

        assertThat(crash).isInstanceOf(Killed.class);
        assertThat(report.failed()).isEmpty();
        assertNothingLostOrDoubled();
    }

    @Test
    void givenCrashBeforeMark_whenArchivingAgain_thenMarksTheFile() {
        Throwable crash = catchThrowable(() -> run(next -> new Crashing(next, "voiceFiles.markArchived", false, 1)));
        vendor.journal().clear();

        ArchiveReport report = run(UnaryOperator.identity());

        assertThat(crash).isInstanceOf(Killed.class);
        assertThat(report.archived().get(0).fetched()).isFalse();
        assertThat(vendor.journal().count("GET", FILE)).isEqualTo(RECORDINGS - 1);
        assertNothingLostOrDoubled();
    }

    @Test
    void givenPartialFileOfAKilledRun_whenArchiving_thenRemovesIt() throws IOException {
        Path month = Files.createDirectories(folder.resolve("2026/03"));
        Files.writeString(month.resolve("mostik-1234.part"), "half");

        run(UnaryOperator.identity());

        assertNothingLostOrDoubled();
    }

    @Test
    void givenOtherBytesOnDisk_whenArchiving_thenFetchesVendorsAgain() throws IOException {
        Path month = Files.createDirectories(folder.resolve("2026/03"));
        Files.writeString(month.resolve(uuid(0) + ".mp4"), "other");

        ArchiveReport report = run(UnaryOperator.identity());

        assertThat(report.archived().get(0).fetched()).isTrue();
        assertNothingLostOrDoubled();
    }

    @Test
    void givenCutDownload_whenArchiving_thenTakesTheOthers() {
        vendor.faults().cutBody().on("GET", "/v2/voicefiles/2026/03/" + uuid(4)).times(3);

        ArchiveReport first = run(UnaryOperator.identity());
        ArchiveReport second = run(UnaryOperator.identity());

        assertThat(first.failed()).singleElement().satisfies(failed -> {
            assertThat(failed.file().uuid()).isEqualTo(uuid(4));
            assertThat(failed.reason().operation()).isEqualTo("voiceFiles.download");
        });
        assertThat(first.archived()).hasSize(RECORDINGS - 1);
        assertThat(second.archived()).hasSize(1);
        assertNothingLostOrDoubled();
    }

    @Test
    void givenMarkWhoseAnswerIsLost_whenArchiving_thenRepeatsIt() {
        vendor.faults().actThenDrop().on(PUT, FILE);

        ArchiveReport report = run(UnaryOperator.identity());

        assertThat(report.archived()).hasSize(RECORDINGS);
        assertThat(vendor.journal().count(PUT, FILE)).isEqualTo(RECORDINGS + 1);
        assertNothingLostOrDoubled();
    }

    @Test
    void givenFailedMark_whenArchivingAgain_thenIsMadeGood() {
        vendor.faults().answer(503).on(PUT, FILE).times(3);

        ArchiveReport first = run(UnaryOperator.identity());
        ArchiveReport second = run(UnaryOperator.identity());

        assertThat(first.failed())
                .singleElement()
                .satisfies(failed -> assertThat(failed.reason().outcome()).isEqualTo(Outcome.UNKNOWN));
        assertThat(second.archived())
                .singleElement()
                .satisfies(archived -> assertThat(archived.fetched()).isFalse());
        assertNothingLostOrDoubled();
    }

    @Test
    void givenRefusedCredentials_whenArchiving_thenStops() {
        vendor.allowResources("/voicefiles/2026/03[^/]*");

        assertThatThrownBy(() -> run(UnaryOperator.identity())).isInstanceOf(AuthException.class);

        assertThat(vendor.journal().count("GET", FILE)).isEqualTo(1);
    }

    @Test
    void givenHostileUuid_whenArchiving_thenRefusesItAndTakesOthers() {
        vendor.addVoiceFile(".._evil", "2026", "03", "x.mp4", audio(1));

        ArchiveReport report = run(UnaryOperator.identity());

        assertThat(report.failed())
                .singleElement()
                .satisfies(failed -> assertThat(failed.reason()).hasMessageContaining("cannot be the name of a file"));
        assertThat(report.archived()).hasSize(RECORDINGS);
    }

    @Test
    void givenAnotherRunInTheFolder_whenArchiving_thenRefuses() throws IOException {
        try (FileChannel other = FileChannel.open(
                folder.resolve(".mostik-archive.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            other.lock();

            assertThatThrownBy(() -> run(UnaryOperator.identity())).hasMessageContaining("another run");
        }
        assertThat(vendor.journal().all()).isEmpty();
    }

    private ArchiveReport run(UnaryOperator<Transport> around) {
        try (VccLive vcc = VccLive.builder()
                .customer(vendor.customer())
                .token(Secret.of(vendor.token()))
                .baseUri(vendor.uri().toString())
                .http(http -> http.time(new ManualTime()).around(around))
                .build()) {
            return vcc.voiceArchive(folder).progress(told::add).run(MARCH);
        }
    }

    private void assertNothingLostOrDoubled() {
        try (Stream<Path> files = Files.list(folder.resolve("2026/03"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, RECORDINGS)
                            .mapToObj(i -> uuid(i) + ".mp4")
                            .toList());
            for (int i = 0; i < RECORDINGS; i++) {
                assertThat(folder.resolve("2026/03/" + uuid(i) + ".mp4")).hasBinaryContent(audio(i));
                assertThat(vendor.archived(uuid(i))).isTrue();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String uuid(int i) {
        return String.format("7a1c0d52-%04d", i);
    }

    private static byte[] audio(int i) {
        return List.of("audio ", "of ", "call ", Integer.toString(i)).stream()
                .collect(Collectors.joining())
                .repeat(50)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Stands for the end of the process. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Ends the process before or after the n-th call of an operation. */
    private static final class Crashing implements Transport {

        private final Transport next;
        private final String operation;
        private final boolean afterwards;
        private final int at;
        private final AtomicInteger calls = new AtomicInteger();

        Crashing(Transport next, String operation, boolean afterwards, int at) {
            this.next = next;
            this.operation = operation;
            this.afterwards = afterwards;
            this.at = at;
        }

        @Override
        public ApiResponse send(ApiRequest request) {
            boolean crash = request.operation().equals(operation) && calls.incrementAndGet() == at;
            if (crash && !afterwards) {
                throw new Killed();
            }
            ApiResponse response = next.send(request);
            if (crash) {
                throw new Killed();
            }
            return response;
        }
    }
}
