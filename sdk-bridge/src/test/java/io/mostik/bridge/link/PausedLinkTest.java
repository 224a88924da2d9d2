package io.mostik.bridge.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.mostik.bridge.BridgeStore;
import io.mostik.bridge.decision.Decision;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who pauses a link or lets it go on is written down with it, or nothing happens. */
class PausedLinkTest {

    private static final String LINK = "signals";

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void givenLink_whenPausedAndResumed_thenBothAreWrittenDownOnce(String store) {
        try (LinkLab lab = new LinkLab(BridgeStore.named(store), LinkLab.SIGNALS)) {
            List<Boolean> changed = List.of(
                    lab.links.resume(LINK, "Nóra", "not paused yet"),
                    lab.links.pause(LINK, "Nóra", "the list is checked"),
                    lab.links.pause(LINK, "Pál", "twice"),
                    lab.links.resume(LINK, "Pál", "it is right"),
                    lab.links.pause("nowhere", "Pál", "no such link"));

            assertThat(changed).containsExactly(false, true, false, true, false);
            assertThat(lab.bridge.decisions().about(List.of("link " + LINK), 10))
                    .extracting(Decision::who, Decision::what)
                    .containsExactly(tuple("Pál", "resume a link"), tuple("Nóra", "pause a link"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void givenNoReason_whenPausedOrResumed_thenNothingHappens(String store) {
        try (LinkLab lab = new LinkLab(BridgeStore.named(store), LinkLab.SIGNALS)) {
            assertThatIllegalArgumentException().isThrownBy(() -> lab.links.pause(LINK, "Nóra", " "));
            assertThat(lab.links.paused(LINK)).isEmpty();

            boolean unused = lab.links.pause(LINK, "Nóra", "the list is checked");
            assertThatIllegalArgumentException().isThrownBy(() -> lab.links.resume(LINK, "Nóra", ""));
            assertThat(lab.links.paused(LINK)).contains("by Nóra");
        }
    }
}
