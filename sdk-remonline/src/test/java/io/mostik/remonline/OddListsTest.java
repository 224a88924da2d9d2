package io.mostik.remonline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.DecodingException;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.Secret;
import io.mostik.core.http.CallListener;
import io.mostik.core.http.RetryPolicy;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import io.mostik.remonline.legacy.LegacyOrder;
import io.mostik.remonline.legacy.LegacyOrderQuery;
import io.mostik.remonline.legacy.RemOnlineLegacy;
import io.mostik.remonline.orders.Order;
import io.mostik.remonline.orders.OrderClient;
import io.mostik.remonline.orders.OrderQuery;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OddListsTest {

    private static final String TOKEN = "{\"token\":\"0123abcd\",\"success\":true}";

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    private final List<CallListener.Unreadable> unreadable = new ArrayList<>();
    private RemOnline remonline;
    private RemOnlineLegacy legacy;

    @BeforeEach
    void connect() {
        CallListener listener = new CallListener() {
            @Override
            public void onUnreadable(Unreadable object) {
                unreadable.add(object);
            }
        };
        remonline = RemOnline.builder()
                .apiKey(Secret.of("key-1"))
                .baseUri(vendor.uri())
                .http(http -> http.retry(RetryPolicy.none()).listener(listener).time(new ManualTime()))
                .build();
        legacy = RemOnlineLegacy.builder()
                .apiKey(Secret.of("key-1"))
                .baseUri(vendor.uri())
                .http(http -> http.retry(RetryPolicy.none()).time(new ManualTime()))
                .build();
    }

    @AfterEach
    void close() {
        remonline.close();
        legacy.close();
    }

    private static String rows(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(id -> "{\"id\":" + id + "}")
                .collect(Collectors.joining(",", "\"data\":[", "]"));
    }

    private List<Long> orders() {
        return remonline.orders().list(OrderQuery.all()).stream().map(Order::id).toList();
    }

    private List<Long> legacyOrders() {
        return legacy.orders().list(LegacyOrderQuery.all()).stream()
                .map(order -> order.id())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"error\":\"temporarily unavailable\"}", "{}", "{\"orders\":[{\"id\":1}]}", "{\"data\":null}"})
    void givenAnswerWithoutRows_whenListing_thenFailsAsUnknown(String answer) {
        vendor.answers(200, answer).answers(200, TOKEN).answers(200, answer);

        for (Runnable list : List.<Runnable>of(this::orders, this::legacyOrders)) {
            assertThatThrownBy(list::run)
                    .isInstanceOfSatisfying(
                            SdkException.class,
                            failure -> assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"paging\":null", ",\"paging\":{}", ",\"paging\":{\"limit\":50,\"count\":53}"})
    void givenFullPageThatIsNotSaidToBeTheLast_whenListing_thenAsksOn(String paging) {
        vendor.answers(200, "{" + rows(1, 50) + paging + "}").answers(200, "{" + rows(51, 53) + paging + "}");

        assertThat(orders()).hasSize(53);
    }

    @Test
    void givenShortPage_whenListingOldOrders_thenAsksOnAndFails() {
        vendor.answers(200, TOKEN)
                .answers(200, "{" + rows(1, 49) + ",\"page\":1,\"count\":137}")
                .answers(200, "{" + rows(50, 99) + ",\"page\":2,\"count\":137}")
                .answers(200, "{" + rows(100, 136) + ",\"page\":3,\"count\":137}");

        assertThatThrownBy(this::legacyOrders)
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining("136 of 137");
    }

    @Test
    void givenShortListOfWhichMoreIsCounted_whenListing_thenFails() {
        vendor.answers(200, "{" + rows(1, 50) + ",\"page\":1,\"count\":60,\"success\":true}");

        assertThatThrownBy(() -> remonline.warehouse().cells(7))
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining("50 of 60");
    }

    @Test
    void givenFilterThatIsIgnored_whenListing_thenSaysSo() {
        vendor.answers(200, "{" + rows(1, 3) + ",\"paging\":{\"page\":1,\"total_pages\":1,\"count\":3}}");
        OrderQuery one = OrderQuery.builder().addIds(2).build();

        assertThatThrownBy(() -> remonline.orders().list(one).toList())
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining("filter ids")
                .hasMessageContaining("arrayStyle");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"client\":{\"name\":\"Ann\"}",
                "\"status\":{\"name\":\"New\"}",
                "\"order_type\":\"Paid\"",
                "\"asset\":[1]"
            })
    void givenOddOptionalObject_whenListing_thenItAloneIsSetAside(String odd) {
        vendor.answers(200, "{\"data\":[{\"id\":1," + odd + "},{\"id\":2,\"client\":{\"id\":5}}]}");

        List<Order> orders = remonline.orders().list(OrderQuery.all()).toList();

        String name = odd.substring(1, odd.indexOf('"', 1));
        assertThat(orders.get(0).unknown()).containsOnlyKeys(name);
        assertThat(orders.get(1).client().map(OrderClient::id)).contains(5L);
        assertThat(unreadable).containsExactly(new CallListener.Unreadable("orders.list", "/data/0/" + name));
    }

    @Test
    void givenOddRequiredPart_whenListing_thenStillFails() {
        vendor.answers(200, "{\"data\":[{\"id\":\"one\",\"client\":{}},{\"id\":2}]}");

        assertThatThrownBy(this::orders).isInstanceOf(DecodingException.class);
        assertThat(unreadable).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"phone\":\"+3801\"",
                "\"phone\":[\"+3801\"]",
                "\"phone\":[{\"title\":\"Mobile\",\"phone\":\"+3801\"}]",
                "\"phones\":[{\"number\":\"+3801\",\"label\":\"x\"}]"
            })
    void givenPhonesInAnyShape_whenListing_thenTheyAreRead(String phones) {
        vendor.answers(200, "{\"data\":[{\"id\":1,\"client\":{\"id\":5," + phones + "}}]}");

        Order order = remonline.orders().list(OrderQuery.all()).toList().get(0);

        assertThat(order.client().orElseThrow().phones()).containsExactly("+3801");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1500,00 | 1500", "1 500,50 | 1500.5", "1500.00 | 1500", "-54,00000 | -54", "1 500 | 1500"})
    void givenSumWithComma_whenListing_thenItIsRead(String text, BigDecimal sum) {
        vendor.answers(200, "{\"data\":[{\"id\":1,\"total\":\"" + text + "\"}]}")
                .answers(200, TOKEN)
                .answers(200, "{\"data\":[{\"id\":1,\"price\":\"" + text + "\"}],\"count\":1}");

        Order order = remonline.orders().list(OrderQuery.all()).toList().get(0);
        LegacyOrder old = legacy.orders().list(LegacyOrderQuery.all()).toList().get(0);

        assertThat(order.total()).hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(sum));
        assertThat(old.price()).hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(sum));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,500", "1.500,00", "1,5,0", "abc", "1 50,0"})
    void givenSumOfTwoMeanings_whenListing_thenFails(String text) {
        vendor.answers(200, "{\"data\":[{\"id\":1,\"total\":\"" + text + "\"}]}");

        assertThatThrownBy(this::orders).isInstanceOf(DecodingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1772442900000", "1772442900", "\"1772442900\"", "\"2026-03-02T09:15:00Z\""})
    void givenTimeInAnySpelling_whenListing_thenIsTheSame(String time) {
        vendor.answers(200, TOKEN).answers(200, "{\"data\":[{\"id\":1,\"created_at\":" + time + "}],\"count\":1}");

        LegacyOrder order =
                legacy.orders().list(LegacyOrderQuery.all()).toList().get(0);

        assertThat(order.createdAt()).contains(Instant.parse("2026-03-02T09:15:00Z"));
    }

    @Test
    void givenOwnFieldsAsList_whenListing_thenTheyAreReadByKey() {
        vendor.answers(200, "{\"data\":[{\"id\":1,\"custom_fields\":[{\"id\":71,\"value\":\"red\"}]}]}");

        Order order = remonline.orders().list(OrderQuery.all()).toList().get(0);

        assertThat(order.customFields().get("f71").text()).contains("red");
    }
}
