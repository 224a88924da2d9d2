package io.mostik.remonline.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.SdkException;
import io.mostik.core.Secret;
import io.mostik.core.http.RateLimit;
import io.mostik.core.json.Json;
import io.mostik.core.test.VendorServer;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.legacy.RemOnlineLegacy;
import io.mostik.remonline.webhooks.EventName;
import io.mostik.remonline.webhooks.RemOnlineEvent;
import io.mostik.remonline.workflow.SweptLists.Swept;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The copy holds rows 1 to 120. */
class DeletionSweepTest {

    private static final List<Long> HELD =
            LongStream.rangeClosed(1, SweptLists.HELD).boxed().toList();

    @RegisterExtension
    final VendorServer server = new VendorServer();

    private final List<Long> told = new ArrayList<>();
    private RemOnline remonline;
    private RemOnlineLegacy legacy;

    @BeforeEach
    void connect() {
        remonline = RemOnline.builder()
                .apiKey(Secret.of("key-1"))
                .baseUri(server.uri())
                .http(http -> http.rateLimit(RateLimit.none()))
                .build();
        legacy = RemOnlineLegacy.builder()
                .apiKey(Secret.of("key-1"))
                .baseUri(server.uri())
                .http(http -> http.rateLimit(RateLimit.none()))
                .build();
    }

    @AfterEach
    void close() {
        remonline.close();
        legacy.close();
    }

    private SweptLists play(Swept swept) {
        SweptLists vendor = new SweptLists(swept);
        server.dispatches(vendor::answer);
        return vendor;
    }

    private long sweep(Swept swept) {
        return swept.over(remonline, legacy).sweep(HELD, told::add);
    }

    @ParameterizedTest
    @EnumSource
    void givenDeletedRows_whenSweeping_thenTellsEachOnce(Swept swept) {
        SweptLists vendor = play(swept);
        vendor.gone.addAll(Set.of(1L, 50L, 51L, 120L));

        assertThat(sweep(swept)).isEqualTo(4);

        assertThat(told).containsExactly(1L, 50L, 51L, 120L);
        assertThat(vendor.asked).containsExactly(1L, 50L, 51L, 120L);
    }

    @ParameterizedTest
    @EnumSource(names = {"ORDERS", "LEADS", "PEOPLE"})
    void givenNothingDeleted_whenSweeping_thenAsksOnceForFifty(Swept swept) {
        SweptLists vendor = play(swept);

        assertThat(sweep(swept)).isZero();

        assertThat(vendor.lists).isEqualTo(3);
        assertThat(vendor.asked).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void givenRowMissingInListOnly_whenSweeping_thenIsNotTold(Swept swept) {
        SweptLists vendor = play(swept);
        vendor.unlisted.addAll(Set.of(7L, 70L));

        assertThat(sweep(swept)).isZero();

        assertThat(told).isEmpty();
        assertThat(vendor.asked).containsExactly(7L, 70L);
    }

    @ParameterizedTest
    @EnumSource(names = {"ORDERS", "LEADS", "PEOPLE"})
    void givenOtherAnswer_whenSweeping_thenFailsAndTellsNothing(Swept swept) {
        SweptLists vendor = play(swept);
        vendor.gone.add(7L);
        vendor.answerToMissing = 403;

        assertThatThrownBy(() -> sweep(swept)).isInstanceOf(SdkException.class);

        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void givenDeletionEvent_whenRowHasGone_thenTellsItsId(Swept swept) {
        play(swept).gone.add(7L);
        DeletionSweep sweep = swept.over(remonline, legacy);

        assertThat(sweep.gone(event(swept.deletion(), 7))).hasValue(7);
        assertThat(sweep.gone(event(swept.deletion(), 8))).isEmpty();
        assertThat(sweep.gone(event(EventName.TASK_DELETED, 7))).isEmpty();
        assertThat(sweep.gone(event(EventName.ORDER_CREATED, 7))).isEmpty();
    }

    /** The end of a generation answers 404 to everything. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.INCLUDE,
            names = {"LEADS", "TOKEN_ORDERS", "TOKEN_CLIENTS"})
    void givenRetiredGeneration_whenSweeping_thenTellsNothing(Swept swept) {
        play(swept).retire();
        DeletionSweep sweep = swept.over(remonline, legacy);

        assertThatThrownBy(() -> sweep(swept)).isInstanceOf(SdkException.class);
        assertThatThrownBy(() -> sweep.gone(event(swept.deletion(), 7))).isInstanceOf(SdkException.class);

        assertThat(told).isEmpty();
    }

    private static RemOnlineEvent event(EventName name, long id) {
        return RemOnlineEvent.builder()
                .id("e")
                .eventName(name)
                .context(Json.of(Map.of("object_id", id, "object_type", "order")))
                .build();
    }
}
