package io.mostik.pbx.vcclive.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.NotFoundException;
import io.mostik.core.Secret;
import io.mostik.core.http.Downloaded;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import io.mostik.pbx.vcclive.VccLive;
import io.mostik.pbx.vcclive.VccReply;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class VoiceDownloadTest {

    private static final VoiceFile RECORDING =
            VoiceFile.builder().uuid("u-1").year("2026").month("03").build();

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    @TempDir
    Path folder;

    @Test
    void givenRecording_whenFetched_thenComesFromInferredPathWithMd5() {
        vendor.answers(200, "Content-Type", "audio/mp4", "a");

        try (VccLive vcc = builder().build()) {
            Downloaded file = vcc.voiceFiles().download(RECORDING, folder.resolve("u-1.mp4"));

            assertThat(vendor.received().target()).isEqualTo("/v2/voicefiles/2026/03/u-1");
            assertThat(file.checksum()).isEqualTo("0cc175b9c0f1b6a831c399e269772661");
            assertThat(folder.resolve("u-1.mp4")).hasContent("a");
        }
    }

    @Test
    void givenOtherPath_whenFetched_thenThatOneIsUsed() {
        vendor.answers(200, "Content-Type", "audio/mp4", "a");

        try (VccLive vcc =
                builder().voiceFilePath("/voice/{uuid}/of/{year}-{month}").build()) {
            vcc.voiceFiles().download(RECORDING, folder.resolve("u-1.mp4"));

            assertThat(vendor.received().target()).isEqualTo("/v2/voice/u-1/of/2026-03");
            assertThatThrownBy(() -> builder().voiceFilePath("/voice/{uuid}"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("voiceFilePath");
        }
    }

    @Test
    void givenDroppedAnswer_whenFetched_thenRepeats() {
        vendor.dropsAnswer().dropsAnswer().answers(200, "Content-Type", "audio/mp4", "a");

        try (VccLive vcc = builder().build()) {
            vcc.voiceFiles().download(RECORDING, folder.resolve("u-1.mp4"));

            assertThat(folder.resolve("u-1.mp4")).hasContent("a");
        }
    }

    @Test
    void givenNoSuchRecording_whenFetched_thenLeavesNothingBehind() {
        vendor.answers(VccReply.error(404, "error.not_found"));

        try (VccLive vcc = builder().build()) {
            NotFoundException failure = catchThrowableOfType(
                    NotFoundException.class, () -> vcc.voiceFiles().download(RECORDING, folder.resolve("u-1.mp4")));

            assertThat(failure.operation()).isEqualTo("voiceFiles.download");
            assertThat(folder).isEmptyDirectory();
        }
    }

    private VccLive.Builder builder() {
        return VccLive.builder()
                .customer("mycc")
                .token(Secret.of("test-token"))
                .baseUri(vendor.uri() + "/v2")
                .http(http -> http.time(new ManualTime()));
    }
}
