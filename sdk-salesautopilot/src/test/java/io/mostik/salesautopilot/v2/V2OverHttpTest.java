package io.mostik.salesautopilot.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.ApiException;
import io.mostik.core.AuthException;
import io.mostik.core.NotFoundException;
import io.mostik.core.SdkException;
import io.mostik.salesautopilot.SimulatorTest;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.LetterId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.testing.FaultInjector;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Version 2 over HTTP with the simulator. */
class V2OverHttpTest extends SimulatorTest {

    private static final NewSend SEND = NewSend.builder()
            .type(new SendType("SUBSCRIPTION"))
            .list(NEWSLETTER)
            .letter(LetterId.of(1019))
            .fromEmail("shop@example.hu")
            .build();

    @Test
    void givenBothVersions_whenCalledInTurn_thenShareQueueAndBill() {
        assertThat(sales.v2().lists()).extracting(V2List::id).containsExactly(NEWSLETTER, ORDERS);
        assertThat(sales.subscribers(NEWSLETTER).count()).isZero();
        assertThat(sales.v2().lists()).hasSize(2);

        assertThat(vendor.journal().count("POST", "/v2/access-token")).isEqualTo(1);
        assertThat(sales.usage().now().sent()).isEqualTo(4);
    }

    @Test
    void givenManySubscribers_whenWalkingThem_thenEachComesOnce() {
        IntStream.range(0, 53)
                .forEach(i -> vendor.addRecord(NEWSLETTER.value(), Map.of("email", "p" + i + "@example.hu")));

        List<Long> ids = sales.v2().subscribers(NEWSLETTER, 20).stream()
                .map(record -> record.id().value())
                .toList();

        assertThat(ids).hasSize(53).doesNotHaveDuplicates();
        assertThat(vendor.journal().count("GET", "/v2/newsletter/{list}/subscribers"))
                .isEqualTo(3);
    }

    @Test
    void givenWhatHappened_whenWalkingEvents_thenReadsItTyped() {
        var kata = RecordFields.builder().email("kata@example.hu").build();
        sales.subscribers(NEWSLETTER).subscribe(SIGN_UP, kata);
        sales.subscribers(NEWSLETTER).unsubscribeEmail("kata@example.hu");

        List<SubscriberEvent> events =
                sales.v2().events(NEWSLETTER, Map.of()).stream().toList();

        assertThat(events)
                .extracting(event -> event.type().orElseThrow())
                .containsExactly(new EventType("subscribe"), new EventType("unsubscribe"));
        assertThat(events.get(0).happenedAt()).isPresent();
    }

    @Test
    void givenList_whenAddingAColumn_thenVersion1SeesIt() {
        NewColumn column = NewColumn.builder()
                .name("pontszam")
                .type(new ColumnType("NUMBER"))
                .build();

        sales.v2().createColumn(NEWSLETTER, column);

        assertThat(sales.fields(NEWSLETTER).names()).contains("pontszam");
        assertThat(catchThrowableOfType(ApiException.class, () -> sales.v2().createColumn(NEWSLETTER, column))
                        .error()
                        .code())
                .isEqualTo("10101");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void givenErrorsByCode_whenCalling_thenAreTypedWhateverTheStatus(boolean ok) {
        vendor.errorsWithStatus200(ok);

        assertThat(catchThrowableOfType(
                        NotFoundException.class, () -> sales.v2().formFields(ListId.of(1), SIGN_UP)))
                .isNotNull();
        assertThat(catchThrowableOfType(
                                NotFoundException.class, () -> sales.v2().formFields(NEWSLETTER, FormId.of(1)))
                        .error()
                        .code())
                .isEqualTo("12000");
        assertThat(sales.v2().formFields(NEWSLETTER, SIGN_UP).formFields()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void givenTokenThatEnds_whenCreatingASend_thenItIsMadeOnce(boolean ok) {
        vendor.errorsWithStatus200(ok);
        sales.v2().lists();
        time.advance(java.time.Duration.ofMinutes(1));
        vendor.endTokens();

        sales.v2().createSend(SEND);

        assertThat(vendor.sends()).hasSize(1);
        assertThat(vendor.journal().count("POST", "/v2/access-token")).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void givenCutAnswer_whenCreatingASend_thenItIsMadeOnceAtMost(Consumer<FaultInjector> cut) {
        sales.v2().lists();
        spoil(cut, 0);

        catchThrowableOfType(SdkException.class, () -> sales.v2().createSend(SEND));

        assertThat(vendor.sends()).hasSizeLessThanOrEqualTo(1);
        assertThat(vendor.journal().count("POST", "/v2/sends")).isEqualTo(1);
    }

    @Test
    void givenWrongKey_whenCalling_thenSaysSo() {
        vendor.credentials("key", "another");

        assertThat(catchThrowableOfType(AuthException.class, () -> sales.v2().lists()))
                .isNotNull();
    }
}
