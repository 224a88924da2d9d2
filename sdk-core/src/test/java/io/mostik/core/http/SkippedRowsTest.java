package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mostik.core.DecodingException;
import io.mostik.core.Page;
import io.mostik.core.Paged;
import io.mostik.core.PartialList;
import io.mostik.core.json.JsonType;
import io.mostik.core.test.VendorServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkippedRowsTest {

    private static final JsonType<Envelope> ENVELOPE = JsonType.of(Envelope.class);
    private static final Endpoint<Envelope> ROWS = Endpoint.read("rows.list", "GET", "/rows", ENVELOPE);
    private static final Endpoint<Envelope> WRITE = Endpoint.once("rows.write", "POST", "/rows", ENVELOPE);
    private static final Endpoint<List<Row>> BARE =
            Endpoint.read("rows.bare", "GET", "/bare", JsonType.listOf(Row.class));

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    private final List<CallListener.SkippedRows> told = new ArrayList<>();
    private final List<CallListener.SkippedRows> heard = new ArrayList<>();
    private ApiClient client;
    private ApiClient skipping;

    record Row(long id, List<Line> lines) {}

    record Line(long number) {}

    record Envelope(@JsonProperty(required = true) List<Row> rows, OptionalLong total) {}

    @BeforeEach
    void connect() {
        CallListener listener = new CallListener() {
            @Override
            public void onSkipped(SkippedRows rows) {
                heard.add(rows);
            }
        };
        client = ApiClient.builder(ClientConfig.builder()
                        .baseUri(vendor.uri())
                        .retry(RetryPolicy.none())
                        .listener(listener)
                        .build())
                .build();
        skipping =
                client.with(CallOptions.builder().skippingUnreadable(told::add).build());
    }

    @AfterEach
    void close() {
        client.close();
    }

    private static List<Long> ids(List<Row> rows) {
        return rows.stream().map(Row::id).toList();
    }

    private Paged<Row> paged(int size) {
        return Paged.numbered(0, start -> {
            Envelope answer = skipping.call(ROWS).query("start", start).send();
            int came = PartialList.came(answer.rows());
            Optional<String> next = came < size ? Optional.empty() : Optional.of(Integer.toString(start + came));
            return new Page<>(answer.rows(), next, answer.total());
        });
    }

    @Test
    void givenBadRows_whenSkipping_thenOthersComeAndBadOnesAreTold() {
        vendor.answers(200, "{\"rows\":[{\"id\":1},null,{},{\"id\":\"x\"},7,[],{\"id\":2}]}");

        List<Row> rows = skipping.call(ROWS).send().rows();

        assertThat(ids(rows)).containsExactly(1L, 2L);
        assertThat(PartialList.skipped(rows)).isEqualTo(5);
        assertThat(told).isEqualTo(heard);
        assertThat(told)
                .containsExactly(new CallListener.SkippedRows(
                        "rows.list", List.of("/rows/1", "/rows/2", "/rows/3", "/rows/4", "/rows/5")));
    }

    @Test
    void givenBareList_whenSkipping_thenPlaceIsToldFromTheRoot() {
        vendor.answers(200, "[{\"id\":1},{\"id\":{}}]");

        assertThat(ids(skipping.call(BARE).send())).containsExactly(1L);
        assertThat(told.get(0).places()).containsExactly("/1");
    }

    @Test
    void givenBadLineInARow_whenSkipping_thenTheRowGoesNotTheLine() {
        vendor.answers(200, "[{\"id\":1,\"lines\":[{\"number\":1},{}]},{\"id\":2,\"lines\":[]}]");

        assertThat(ids(skipping.call(BARE).send())).containsExactly(2L);
    }

    @Test
    void givenNoReadableRow_whenSkipping_thenFailsAndNothingIsTold() {
        vendor.answers(200, "{\"rows\":[{},{\"id\":null}]}");

        assertThatThrownBy(() -> skipping.call(ROWS).send()).isInstanceOf(DecodingException.class);
        assertThat(told).isEmpty();
    }

    @Test
    void givenAnswerWithoutItsRows_whenSkipping_thenFails() {
        vendor.answers(200, "{}").answers(200, "{\"rows\":{\"id\":1}}");

        assertThatThrownBy(() -> skipping.call(ROWS).send()).isInstanceOf(DecodingException.class);
        assertThatThrownBy(() -> skipping.call(ROWS).send()).isInstanceOf(DecodingException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"id\":1},{\"id\":",
                "[{\"id\":1},{\"id\":2",
                "[{\"id\":1},",
                "[{\"id\":1},{\"id\":\"abc",
                "[{\"id\":1},{id:2},{\"id\":3}]",
                "[{\"id\":1},{\"id\":2]]",
                "[{\"id\":1},{\"id\":NaN},{\"id\":3}]",
                "[{\"id\":1},nonsense,{\"id\":3}]",
                "[{\"id\":1},{\"id\":2}}",
                "[{\"id\":1}] and more"
            })
    @Timeout(10)
    void givenBrokenJson_whenSkipping_thenFails(String broken) {
        vendor.answers(200, broken);

        assertThatThrownBy(() -> skipping.call(BARE).send()).isInstanceOf(DecodingException.class);
        assertThat(told).isEmpty();
    }

    @Test
    void givenAnswerOfAWrite_whenARowIsBad_thenFails() {
        vendor.answers(200, "{\"rows\":[{\"id\":1},{}]}");

        assertThatThrownBy(() -> skipping.call(WRITE).send()).isInstanceOf(DecodingException.class);
        assertThat(told).isEmpty();
    }

    @Test
    void givenPlainClient_whenARowIsBad_thenFails() {
        vendor.answers(200, "[{\"id\":1},{}]");

        assertThatThrownBy(() -> client.call(BARE).send()).isInstanceOf(DecodingException.class);
    }

    @Test
    void givenConsumerThatThrows_whenSkipping_thenTheListComes() {
        vendor.answers(200, "[{\"id\":1},{}]");
        ApiClient angry = client.with(CallOptions.builder()
                .skippingUnreadable(rows -> {
                    throw new IllegalStateException("no");
                })
                .build());

        assertThat(ids(angry.call(BARE).send())).containsExactly(1L);
        assertThat(heard).hasSize(1);
    }

    @Test
    void givenFullPageWithBadRow_whenWalked_thenGoesOnAndCountsIt() {
        vendor.answers(200, "{\"rows\":[{\"id\":1},{}],\"total\":3}")
                .answers(200, "{\"rows\":[{\"id\":3}],\"total\":3}");
        List<Long> done = new ArrayList<>();

        List<Row> rows = paged(2).progress(at -> done.add(at.done())).toList();

        assertThat(ids(rows)).containsExactly(1L, 3L);
        assertThat(done).endsWith(3L);
        assertThat(vendor.count()).isEqualTo(2);
    }

    @Test
    void givenFewerRowsThanCounted_whenSkipping_thenTheWalkStillFails() {
        vendor.answers(200, "{\"rows\":[{\"id\":1},{}],\"total\":4}")
                .answers(200, "{\"rows\":[{\"id\":3}],\"total\":4}");

        assertThatThrownBy(() -> paged(2).toList())
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining("3 of 4");
    }

    @Test
    void givenPages_whenOneLacksRows_thenItSaysSo() {
        vendor.answers(200, "{\"rows\":[{\"id\":1},{}]}").answers(200, "{\"rows\":[]}");

        List<Integer> skipped = new ArrayList<>();
        paged(2).distinctBy(Row::id).pages().forEach(page -> skipped.add(page.skipped()));

        assertThat(skipped).startsWith(1);
    }

    @Test
    void givenRowsOutsideCodec_whenReaderRefusesOne_thenIsToldToo() {
        vendor.answers(200, "[{\"id\":1},{},{\"id\":2}]");
        Call<List<Row>> call = skipping.call(BARE);

        List<Long> ids = call.rows(call.send(), row -> {
            if (row.id() == 2) {
                throw new DecodingException(
                        "no",
                        io.mostik.core.FailureInfo.lasting(
                                "x", io.mostik.core.Outcome.UNKNOWN, io.mostik.core.Phase.DECODE));
            }
            return row.id();
        });

        assertThat(ids).containsExactly(1L);
        assertThat(PartialList.skipped(ids)).isEqualTo(2);
        assertThat(told).hasSize(2);
    }

    @Test
    void givenMany_whenOneOfThemIsBad_thenTheOrderIsKept() {
        List<String> texts = IntStream.range(0, 200)
                .mapToObj(id -> id == 77 ? "{}" : "{\"id\":" + id + "}")
                .toList();
        vendor.answers(200, "[" + String.join(",", texts) + "]");

        assertThat(ids(skipping.call(BARE).send())).hasSize(199).isSorted().doesNotContain(77L);
    }
}
