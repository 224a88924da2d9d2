package io.mostik.pbx.vcclive.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.LongOperation;
import io.mostik.core.http.CallOptions;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import io.mostik.pbx.vcclive.VccExtension;
import io.mostik.pbx.vcclive.VccReply;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CdrsApiTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @RegisterExtension
    final VccExtension vcc = new VccExtension();

    final VendorServer vendor = vcc.vendor();
    final ManualTime time = vcc.time();

    @Test
    void givenCallRecord_whenFinding_thenReadsWhatTheVendorSends() {
        vendor.answers(VccReply.file(getClass(), "cdrs.get.json"));

        Cdr cdr = vcc.client().cdrs().find(MARCH, "u-1").orElseThrow();

        assertThat(cdr.direction()).contains(CdrDirection.OUTBOUND);
        assertThat(cdr.billingStart()).contains(LocalDateTime.of(2026, 3, 2, 10, 15, 42));
        assertThat(cdr.billingStartUtc()).contains(Instant.parse("2026-03-02T09:15:42Z"));
        assertThat(cdr.billingTime()).hasValue(95);
        assertThat(cdr.callRate()).contains(new BigDecimal("0.0350"));
        assertThat(cdr.queueId()).isEmpty();
        assertThat(cdr.unknown()).containsKey("disposition_comment");
        assertThat(cdr.toString()).doesNotContain("36301112233", "called back");
    }

    @Test
    void givenTotalAsText_whenWalking_thenAsksUntilItIsReached() {
        vendor.answers(page(0, 500, "\"1200\"")).answers(page(500, 500, "1200")).answers(page(1000, 200, "\"1200\""));

        List<Cdr> all = vcc.client().cdrs().list(CdrQuery.of(MARCH)).toList();

        assertThat(all).hasSize(1200);
        assertThat(vendor.received().target()).endsWith("?start=0&num=500");
        assertThat(vendor.received().target()).endsWith("?start=500&num=500");
        assertThat(vendor.received().target()).endsWith("?start=1000&num=500");
        assertThat(vendor.count()).isEqualTo(3);
    }

    @Test
    void givenShortPage_whenWalking_thenGoesOnWhereItEnded() {
        vendor.answers(page(0, 10, "15")).answers(page(10, 5, "15"));

        assertThat(vcc.client().cdrs().list(CdrQuery.of(MARCH)).toList()).hasSize(15);

        vendor.received();
        assertThat(vendor.received().target()).endsWith("?start=10&num=500");
    }

    @Test
    void givenLateRecord_whenWaiting_thenLooksEveryFiveMinutes() throws Exception {
        vendor.answers(VccReply.text(404, ""))
                .answers(VccReply.response("[]"))
                .answers(VccReply.response("{\"uuid\":\"u-1\"}"));

        Cdr cdr = vcc.client().cdrs().cdrFor(MARCH, "u-1").await(CdrsApi.ALL_LOOKS);

        assertThat(cdr.uuid()).isEqualTo("u-1");
        assertThat(time.pauses()).containsExactly(CdrWait.PAUSE, CdrWait.PAUSE, CdrWait.PAUSE);
        assertThat(vendor.count()).isEqualTo(3);
    }

    @Test
    void givenNoRecord_whenWaiting_thenLooksTwentyTimesInAll() {
        for (int i = 0; i < 30; i++) {
            vendor.answers(VccReply.text(404, ""));
        }
        LongOperation<Cdr> wait = vcc.client().cdrs().cdrFor(MARCH, "u-1");

        assertThatThrownBy(() -> wait.await(CdrsApi.ALL_LOOKS)).isInstanceOf(TimeoutException.class);
        assertThatThrownBy(() -> wait.await(Duration.ofHours(9))).isInstanceOf(TimeoutException.class);

        assertThat(vendor.count()).isEqualTo(20);
        assertThat(wait.id()).isEqualTo("u-1");
    }

    @Test
    void givenDayThatIsNone_whenAsking_thenRefuses() {
        assertThatThrownBy(() ->
                        CdrQuery.builder().month(YearMonth.of(2026, 2)).day(29).build())
                .hasMessageContaining("day");
    }

    private static mockwebserver3.MockResponse.Builder page(int from, int size, String total) {
        String rows = IntStream.range(from, from + size)
                .mapToObj(i -> "{\"uuid\":\"u-" + i + "\"}")
                .collect(Collectors.joining(","));
        return VccReply.response("{\"rows\":[" + rows + "],\"totalCount\":" + total + "}");
    }

    @Test
    void givenBadRow_whenSkipping_thenTheNextPageBeginsBehindIt() {
        vendor.answers(VccReply.response("{\"rows\":[{\"uuid\":\"u-0\"},7],\"totalCount\":3}"))
                .answers(page(2, 1, "3"));
        List<String> places = new ArrayList<>();
        CallOptions options = CallOptions.builder()
                .skippingUnreadable(rows -> places.addAll(rows.places()))
                .build();

        List<Cdr> all =
                vcc.client().with(options).cdrs().list(CdrQuery.of(MARCH)).toList();

        assertThat(all).extracting(Cdr::uuid).containsExactly("u-0", "u-2");
        assertThat(places).containsExactly("/response/rows/1");
        vendor.received();
        assertThat(vendor.received().target()).endsWith("?start=2&num=500");
    }
}
