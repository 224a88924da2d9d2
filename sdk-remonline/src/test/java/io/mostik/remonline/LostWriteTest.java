package io.mostik.remonline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.DecodingException;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.remonline.orders.NewOrder;
import io.mostik.remonline.orders.NewOrderItem;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A write without an answer, and the look-up that tells what came of it. */
class LostWriteTest {

    @RegisterExtension
    final Played played = new Played();

    static Stream<LostWrite> writes() {
        return LostWrite.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("writes")
    void givenWriteThatWasDone_whenAnswerIsLost_thenLookUpFindsIt(LostWrite write) {
        Instant since = played.vendor().clock().now();
        played.vendor().faults().actThenDrop().on("POST", write.path());

        SdkException failure = catchThrowableOfType(SdkException.class, () -> write.send(played));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(write.found(played, since)).isEqualTo(1);
        assertThat(played.vendor().journal().count("POST", write.path())).isEqualTo(1);
        assertThat(played.vendor().ignored()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("writes")
    void givenUndoneWrite_whenAnswerIsLost_thenLookUpFindsNothing(LostWrite write) {
        Instant since = played.vendor().clock().now();
        played.vendor().faults().dropBeforeActing().on("POST", write.path());

        SdkException failure = catchThrowableOfType(SdkException.class, () -> write.send(played));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(write.found(played, since)).isZero();
    }

    @ParameterizedTest
    @MethodSource("writes")
    void givenRowLeftOut_whenLookingUp_thenFails(LostWrite write) {
        Instant since = played.vendor().clock().now();
        write.send(played);
        played.skipOddRows();

        assertThatThrownBy(() -> write.found(played, since)).isInstanceOf(DecodingException.class);
    }

    @Test
    void givenSeveralOrders_whenLooking_thenTellsTheOneOfSameWords() {
        Instant since = played.vendor().clock().now();
        NewOrder screen = order("screen");
        played.remonline().orders().create(order("battery"));
        long made = played.remonline().orders().create(screen).id();

        assertThat(played.remonline().orders().reconcileCreate(screen, since))
                .singleElement()
                .satisfies(order -> assertThat(order.id()).isEqualTo(made));
    }

    @Test
    void givenOrderChangedMeanwhile_whenLooking_thenStillTellsIt() {
        Instant since = played.vendor().clock().now();
        NewOrder sent = order("screen");
        long made = played.remonline().orders().create(sent).id();
        played.vendor().editOrder(made, seed -> seed.set("malfunction", "screen and battery"));

        assertThat(played.remonline().orders().reconcileCreate(sent, since)).hasSize(1);
    }

    @Test
    void givenLostStatusChange_whenReadingOrder_thenTellsIfItStands() {
        long order = played.vendor().seedOrder();
        played.vendor().faults().actThenDrop().on("POST", "/v2/orders/{id}/status");

        catchThrowableOfType(
                SdkException.class, () -> played.remonline().orders().setStatus(order, 5100201, ""));

        assertThat(played.remonline().orders().reconcileStatus(order, 5100201)).isTrue();
        assertThat(played.remonline().orders().reconcileStatus(order, 5100202)).isFalse();
        assertThat(played.legacy().orders().reconcileStatus(order, 5100201)).isTrue();
    }

    @Test
    void givenLostLine_whenLooking_thenDoesNotTakeAnEarlierOne() {
        long order = played.vendor().seedOrder();
        NewOrderItem item = NewOrderItem.builder()
                .entityId(501)
                .assigneeId(7005)
                .quantity(BigDecimal.ONE)
                .price(new BigDecimal("600"))
                .build();
        played.remonline().orders().addItem(order, item);
        played.vendor().clock().advance(Duration.ofMinutes(10));
        Instant since = played.vendor().clock().now();
        played.vendor().faults().actThenDrop().on("POST", "/v2/orders/{id}/items");

        catchThrowableOfType(
                SdkException.class, () -> played.remonline().orders().addItem(order, item));

        assertThat(played.remonline().orders().items(order)).hasSize(2);
        assertThat(played.remonline().orders().reconcileItem(order, item, since))
                .hasSize(1);
    }

    private static NewOrder order(String malfunction) {
        return NewOrder.builder()
                .branchId(3301)
                .orderTypeId(411)
                .clientId(88001)
                .malfunction(malfunction)
                .build();
    }
}
