package io.mostik.salesautopilot.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.once.Feed;
import io.mostik.core.once.FeedPoll;
import io.mostik.core.test.VendorServer;
import io.mostik.salesautopilot.VendorTest;
import io.mostik.salesautopilot.ids.FieldName;
import io.mostik.salesautopilot.records.ContactRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordFeedTest extends VendorTest {

    private final List<Long> handed = new ArrayList<>();

    @Test
    void givenNewRecords_whenPollingTwice_thenLooksBackYetEachOnce() {
        vendor.answers(200, "[" + row(1, "2026-03-02 09:00:00") + "," + row(2, "2026-03-02 09:00:05") + "]")
                .answers(200, "[" + row(2, "2026-03-02 09:00:05") + "," + row(3, "2026-03-02 09:00:05") + "]");

        assertThat(poll(200)).isEqualTo(2);
        assertThat(poll(200)).isEqualTo(1);

        assertThat(handed).containsExactly(1L, 2L, 3L);
        assertThat(vendor.received().body()).isEmpty();
        VendorServer.Sent second = vendor.received();
        assertThat(second.target()).isEqualTo("/list/5123/order/subdate/asc/200");
        assertThat(second.body())
                .isEqualTo("[{\"field\":\"subdate\",\"operator\":\">\",\"value\":\"2026-03-02 07:55:04\"}]");
        assertThat(feed(200).upTo()).contains(Instant.parse("2026-03-02T09:00:05Z"));
    }

    @Test
    void givenSecondBeyondAChunk_whenPolling_thenAsksUntilComplete() {
        String moment = "2026-03-02 09:00:05";
        vendor.answers(200, "[" + row(1, moment) + "," + row(2, moment) + "]")
                .answers(200, "[" + row(1, moment) + "," + row(2, moment) + "]")
                .answers(200, "[" + row(1, moment) + "," + row(2, moment) + "," + row(3, moment) + "]");

        assertThat(poll(2)).isEqualTo(3);

        assertThat(vendor.received().target()).endsWith("/asc/2");
        assertThat(vendor.received().target()).endsWith("/asc/2");
        assertThat(vendor.received().target()).endsWith("/asc/4");
    }

    @Test
    void givenRecordDatedAhead_whenPolling_thenHidesNothing() {
        vendor.answers(200, "[" + row(1, "2026-03-02 09:00:00") + "," + row(9, "2099-01-01 00:00:00") + "]")
                .answers(200, "[" + row(2, "2026-03-02 09:00:01") + "," + row(9, "2099-01-01 00:00:00") + "]");

        poll(200);
        poll(200);

        assertThat(handed).containsExactly(1L, 9L, 2L);
    }

    @Test
    void givenRecordsWithoutTime_whenPollingFirst_thenTheyComeToo() {
        vendor.answers(200, "[" + row(1, "0000-00-00 00:00:00") + "," + row(2, "2026-03-02 09:00:00") + "]")
                .answers(200, "[]");

        poll(200);
        poll(200);

        assertThat(handed).containsExactly(1L, 2L);
    }

    @Test
    void givenNoRecordTimes_whenPollingTwice_thenEachComesOnce() {
        String row = "[" + row(1, "0000-00-00 00:00:00") + "]";
        vendor.answers(200, row).answers(200, row);

        poll(200);
        poll(200);

        assertThat(handed).containsExactly(1L);
    }

    @Test
    void givenFailingHandler_whenPollingAgain_thenResumesAtRecord() {
        String both = "[" + row(1, "2026-03-02 09:00:00") + "," + row(2, "2026-03-02 09:00:00") + "]";
        vendor.answers(200, both).answers(200, both);

        assertThatThrownBy(() -> feed(200).poll(record -> {
                    if (record.id().value() == 2) {
                        throw new IllegalArgumentException("not now");
                    }
                }))
                .hasMessage("not now");

        assertThat(poll(200)).isEqualTo(1);
        assertThat(handed).containsExactly(2L);
    }

    @Test
    void givenNodeThatReads_whenAnotherPolls_thenLeavesItAlone() {
        vendor.answers(200, "[" + row(1, "2026-03-02 09:00:00") + "]");

        List<FeedPoll> second = new ArrayList<>();
        feed(200)
                .poll(record ->
                        second.add(feed(200).poll(other -> handed.add(other.id().value()))));

        assertThat(second).hasSize(1).allMatch(FeedPoll::isBusy);

        assertThat(handed).isEmpty();
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenPositionOfEarlierRelease_whenPolling_thenGoesOn() {
        store.put("salesautopilot/feed/" + LIST.value() + "/crm", "1772442005|1@1772442000,2@1772442005");
        vendor.answers(200, "[" + row(2, "2026-03-02 09:00:05") + "," + row(3, "2026-03-02 09:00:05") + "]");

        poll(200);

        assertThat(handed).containsExactly(3L);
        assertThat(vendor.received().body()).contains("2026-03-02 07:55:04");
    }

    @Test
    void givenColumns_whenPolling_thenReadsIdAndTimeToo() {
        vendor.answers(200, "[]");

        marketing()
                .newRecords(
                        LIST,
                        "x",
                        RecordFeedSettings.builder()
                                .addColumns(FieldName.of("email"))
                                .build())
                .poll(record -> handed.add(record.id().value()));

        assertThat(vendor.received().body()).isEqualTo("[{\"listFields\":[\"id\",\"subdate\",\"email\"]}]");
    }

    @Test
    void givenBadSettings_whenBuilding_thenNamesThem() {
        assertThatThrownBy(() -> RecordFeedSettings.builder().chunk(0).build()).hasMessageContaining("chunk");
        assertThatThrownBy(() ->
                        RecordFeedSettings.builder().overlap(Duration.ZERO).build())
                .hasMessageContaining("overlap");
    }

    private int poll(int chunk) {
        return feed(chunk).poll(record -> handed.add(record.id().value())).delivered();
    }

    private Feed<ContactRecord> feed(int chunk) {
        return marketing()
                .newRecords(
                        LIST, "crm", RecordFeedSettings.builder().chunk(chunk).build());
    }

    private static String row(long id, String subdate) {
        return "{\"id\":\"" + id + "\",\"subdate\":\"" + subdate + "\"}";
    }
}
