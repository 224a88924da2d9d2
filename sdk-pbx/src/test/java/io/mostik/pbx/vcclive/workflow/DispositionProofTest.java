package io.mostik.pbx.vcclive.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.Outcome;
import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.TransportException;
import io.mostik.core.once.OnceResult;
import io.mostik.core.once.OnceResult.Done;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import io.mostik.pbx.vcclive.VccLive;
import io.mostik.pbx.vcclive.links.StatusMap;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lost disposition is sent again only where the vendor's list proves that it was not set. */
class DispositionProofTest {

    private static final String EMPTY = "{\"response\":{\"events\":[]},\"errors\":[]}";

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private VccLive vcc;
    private DispositionSync statuses;

    @BeforeEach
    void connect() {
        vcc = VccLive.builder()
                .customer("mycc")
                .token(Secret.of("test-token"))
                .baseUri(vendor.uri() + "/v2")
                .http(http -> http.time(time))
                .build();
        statuses = VccWorkflows.of(vcc, store, time).dispositions(134, 17, new StatusMap(Map.of(12L, "customer")));
    }

    @AfterEach
    void close() {
        vcc.close();
    }

    @Test
    void givenSameList_whenReadBack_thenIsSentAgain() {
        lose(EMPTY);
        vendor.answers(200, EMPTY).answers(200, "");

        OnceResult<Long> again = statuses.enter("change-1", 7, "customer");

        assertThat(again).isInstanceOf(Done.class);
        assertThat(vendor.count()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"response\":{},\"errors\":[]}",
                "{\"response\":{\"events\":null},\"errors\":[]}",
                "{\"response\":{\"events\":{}},\"errors\":[]}",
                "{\"response\":{\"events\":\"\"},\"errors\":[]}",
                "{\"response\":{\"events\":false},\"errors\":[]}",
                "{\"response\":{\"events\":[null]},\"errors\":[]}",
                "{\"response\":[],\"errors\":[]}",
                "{\"errors\":[]}",
                "{}"
            })
    void givenNoList_whenReadBack_thenAPersonDecides(String answer) {
        lose(EMPTY);
        vendor.answers(200, answer);

        OnceResult<Long> again = statuses.enter("change-1", 7, "customer");

        assertThat(again).isEqualTo(new OnceResult.Unknown<>(false));
        assertThat(vendor.count()).as("nothing is sent again").isEqualTo(3);
    }

    @Test
    void givenNoListBefore_whenReadBack_thenAPersonDecides() {
        lose("{\"response\":{\"events\":null},\"errors\":[]}");
        vendor.answers(200, EMPTY);

        OnceResult<Long> again = statuses.enter("change-1", 7, "customer");

        assertThat(again).isEqualTo(new OnceResult.Unknown<>(false));
    }

    private void lose(String before) {
        vendor.answers(200, before).dropsAnswer();

        TransportException lost =
                catchThrowableOfType(TransportException.class, () -> statuses.enter("change-1", 7, "customer"));

        assertThat(lost.outcome()).isEqualTo(Outcome.UNKNOWN);
        time.advance(Duration.ofMinutes(10));
    }
}
