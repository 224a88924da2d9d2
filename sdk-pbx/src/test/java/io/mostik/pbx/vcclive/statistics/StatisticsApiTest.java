package io.mostik.pbx.vcclive.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.ApiException;
import io.mostik.core.DecodingException;
import io.mostik.core.json.Json;
import io.mostik.core.test.VendorServer;
import io.mostik.pbx.vcclive.VccExtension;
import io.mostik.pbx.vcclive.VccReply;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StatisticsApiTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final InboundQuery INBOUND = InboundQuery.builder()
            .firstDay(DAY)
            .lastDay(DAY)
            .addDimensions(Dimension.QUEUE)
            .build();
    private static final UserStateQuery STATES =
            UserStateQuery.builder().firstDay(DAY).lastDay(DAY).build();

    @RegisterExtension
    final VccExtension vcc = new VccExtension();

    final VendorServer vendor = vcc.vendor();

    @Test
    void givenRows_whenAskingForFigures_thenGivesThemByName() {
        vendor.answers(VccReply.response("[{\"queue\":\"Sales\",\"answered_before\":\"7\",\"asa\":3.5}]"));

        List<Json> rows = vcc.client().statistics().inbound(INBOUND);

        assertThat(rows.get(0).get("answered_before").number().orElseThrow().intValue())
                .isEqualTo(7);
    }

    @Test
    void givenTableInText_whenAskingForIt_thenGivesItAsItIs() {
        vendor.answers(VccReply.text(200, "\"queue\",\"answered\"\n\"Ügyfél \"\"A\"\"\",7\n"));

        String table = vcc.client().statistics().inbound(INBOUND, TableFormat.CSV);

        assertThat(table).isEqualTo("\"queue\",\"answered\"\n\"Ügyfél \"\"A\"\"\",7\n");
    }

    @Test
    void givenTableOfOneNumber_whenAskingForIt_thenGivesItAsItIs() {
        vendor.answers(VccReply.text(200, "7"));

        assertThat(vcc.client().statistics().inbound(INBOUND, TableFormat.TAB)).isEqualTo("7");
    }

    @Test
    void givenErrorInPlaceOfTheTable_whenAskingForIt_thenIsAnError() {
        vendor.answers(VccReply.text(
                200, "{\"response\":null,\"errors\":[{\"errorcode\":417,\"errormessage\":\"error.required\"}]}"));

        assertThatThrownBy(() -> vcc.client().statistics().inbound(INBOUND, TableFormat.CSV))
                .isInstanceOf(ApiException.class);
    }

    @Test
    void givenPageOfProxyInPlaceOfTable_whenAskingForIt_thenIsError() {
        for (int i = 0; i < 3; i++) {
            vendor.answers(VccReply.text(200, "<html>log in</html>"));
        }

        assertThatThrownBy(() -> vcc.client().statistics().inbound(INBOUND, TableFormat.CSV))
                .isInstanceOf(DecodingException.class);
    }

    @Test
    void givenErrorAfterFullPage_whenWalkingStates_thenIsTheEnd() {
        StringBuilder rows = new StringBuilder("[");
        for (int i = 0; i < UserStatePages.PAGE; i++) {
            rows.append(i == 0 ? "" : ",").append("{\"numberid\":").append(i).append('}');
        }
        vendor.answers(VccReply.response(rows.append(']').toString()))
                .answers(VccReply.error(417, "error.bad_arguments"));

        assertThat(vcc.client().statistics().userStates(STATES).stream().count())
                .isEqualTo(UserStatePages.PAGE);
        assertThat(vendor.count()).isEqualTo(2);
    }

    @Test
    void givenErrorOnTheFirstPage_whenWalkingStates_thenIsAnError() {
        vendor.answers(VccReply.error(417, "error.bad_arguments"));

        assertThatThrownBy(() -> vcc.client().statistics().userStates(STATES).toList())
                .isInstanceOf(ApiException.class);
    }

    @Test
    void givenState_whenReading_thenKeepsWhatIsNotKnown() {
        vendor.answers(VccReply.response("[{\"name\":\"Nóra\",\"prevstate\":\"CALL\",\"duration\":\"12\","
                + "\"auxid\":null,\"connection_lost\":1,\"state\":\"AUX\"}]"));

        UserState state = vcc.client().statistics().userStates(STATES).toList().get(0);

        assertThat(state.previousState()).contains("CALL");
        assertThat(state.duration()).hasValue(12);
        assertThat(state.connectionLost()).contains(true);
        assertThat(state.unknown().get("state").text()).contains("AUX");
    }

    @Test
    void givenEmails_whenWalkingTheLog_thenReadsThem() {
        vendor.answers(VccReply.response("{\"rows\":[{\"emailId\":1,\"subject\":\"Hi\",\"isSpam\":0,\"isVirus\":\"0\","
                + "\"receivedTime\":\"2026-03-02 10:00:00\",\"receivedTime_utc\":\"2026-03-02 09:00:00\","
                + "\"direction\":\"inbound\",\"from\":\"nora@example.hu\",\"entityId\":0}],\"totalCount\":\"1\"}"));
        EmailQuery query =
                EmailQuery.builder().projectId(134).month(YearMonth.of(2026, 3)).build();

        EmailEntry entry = vcc.client().emailLog().list(query).toList().get(0);

        assertThat(entry.isSpam()).contains(false);
        assertThat(entry.sender()).contains("nora@example.hu");
        assertThat(entry.receivedTimeUtc()).contains(Instant.parse("2026-03-02T09:00:00Z"));
        assertThat(entry.direction()).contains(CdrDirection.INBOUND);
        assertThat(entry.unknown()).containsKey("entityId");
        assertThat(entry.toString()).doesNotContain("nora@example.hu", "Hi");
    }

    @Test
    void givenDaysInTheWrongOrder_whenAsking_thenRefuses() {
        assertThatThrownBy(() -> UserStateQuery.builder()
                        .firstDay(DAY)
                        .lastDay(DAY.minusDays(1))
                        .build())
                .hasMessageContaining("lastDay");
    }
}
