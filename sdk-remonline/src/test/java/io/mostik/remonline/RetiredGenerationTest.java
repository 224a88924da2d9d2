package io.mostik.remonline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.NotFoundException;
import io.mostik.remonline.common.RemOnlineCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RetiredGenerationTest {

    @RegisterExtension
    final Played played = new Played();

    @Test
    void givenGenerationThatSaysItIsGone_whenCallingIt_thenCodeSaysSo() {
        played.vendor().retireGenerationsBefore(410);

        NotFoundException failure = catchThrowableOfType(
                NotFoundException.class, () -> played.remonline().warehouse().list());

        assertThat(failure.code()).contains(RemOnlineCodes.GENERATION_RETIRED);
        assertThat(failure).hasMessageContaining("2026-09-01");
    }

    @Test
    void givenSilentGeneration_whenCalling_thenCodeSaysMaybeRetired() {
        played.vendor().retireGenerationsBefore(404);

        NotFoundException failure = catchThrowableOfType(
                NotFoundException.class, () -> played.remonline().tasks().get(1));

        assertThat(failure.code()).contains(RemOnlineCodes.MISSING_OR_RETIRED);
        assertThat(played.remonline().access().report().generationBeforeEnded()).isTrue();
    }

    @Test
    void givenLiveGeneration_whenThingIsMissing_thenReportSaysLive() {
        NotFoundException failure = catchThrowableOfType(
                NotFoundException.class, () -> played.remonline().tasks().get(1));

        assertThat(failure.code()).contains(RemOnlineCodes.MISSING_OR_RETIRED);
        assertThat(played.remonline().access().report().generationBeforeEnded()).isFalse();
    }

    @Test
    void givenEndedGeneration_whenCallingVersion2_thenIsUnchanged() {
        long order = played.vendor().seedOrder();
        played.vendor().retireGenerationsBefore(410);

        assertThat(played.remonline().orders().get(order).id()).isEqualTo(order);
        assertThat(catchThrowableOfType(
                                NotFoundException.class,
                                () -> played.remonline().orders().get(1))
                        .code())
                .isEmpty();
    }

    @Test
    void givenTokenGenerationThatEnded_whenLoggingIn_thenCodeSaysSo() {
        played.vendor().retireGenerationsBefore(410);

        NotFoundException failure = catchThrowableOfType(
                NotFoundException.class, () -> played.legacy().orders().get(1));

        assertThat(failure.code()).contains(RemOnlineCodes.GENERATION_RETIRED);
    }
}
