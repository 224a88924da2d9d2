package io.mostik.pbx.vcclive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.ApiException;
import io.mostik.core.NotFoundException;
import io.mostik.core.Secret;
import io.mostik.core.test.ManualTime;
import io.mostik.pbx.vcclive.campaigns.CampaignField;
import io.mostik.pbx.vcclive.campaigns.CampaignValue;
import io.mostik.pbx.vcclive.campaigns.Customer;
import io.mostik.pbx.vcclive.campaigns.CustomerContact;
import io.mostik.pbx.vcclive.campaigns.VccCampaigns;
import io.mostik.pbx.vcclive.desktop.VccDesktop;
import io.mostik.pbx.vcclive.errors.BatchResult;
import io.mostik.pbx.vcclive.errors.ErrorKey;
import io.mostik.pbx.vcclive.projects.FieldType;
import io.mostik.pbx.vcclive.projects.NewField;
import io.mostik.pbx.vcclive.projects.NewValue;
import io.mostik.pbx.vcclive.projects.QuotaLabel;
import io.mostik.pbx.vcclive.projects.QuotaUpdate;
import io.mostik.pbx.vcclive.records.DispositionBatch;
import io.mostik.pbx.vcclive.records.DispositionDefaults;
import io.mostik.pbx.vcclive.records.DispositionUpdate;
import io.mostik.pbx.vcclive.statistics.Dimension;
import io.mostik.pbx.vcclive.statistics.EmailEntry;
import io.mostik.pbx.vcclive.statistics.EmailQuery;
import io.mostik.pbx.vcclive.statistics.InboundQuery;
import io.mostik.pbx.vcclive.statistics.SortOrder;
import io.mostik.pbx.vcclive.statistics.TableFormat;
import io.mostik.pbx.vcclive.statistics.UserState;
import io.mostik.pbx.vcclive.statistics.UserStateQuery;
import io.mostik.pbx.vcclive.users.AgentState;
import io.mostik.pbx.vcclive.users.NewUser;
import io.mostik.pbx.vcclive.users.OnlineUser;
import io.mostik.testing.vcclive.VccEmail;
import io.mostik.testing.vcclive.VccLiveSimulator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The client and the simulator, two readings of the same document: what a contact centre does beside calling. */
@Timeout(60)
class VccOfficeTest {

    private static final long PROJECT = 134;
    private static final String DATABASE = "0b6f3c1e-0000-4000-8000-000000000001";

    final ManualTime time = new ManualTime();
    VccLiveSimulator vendor;
    VccLive vcc;

    @BeforeEach
    void connect() {
        vendor = VccLiveSimulator.startFrozen();
        vcc = VccLive.builder()
                .customer(vendor.customer())
                .token(Secret.of(vendor.token()))
                .baseUri(vendor.uri().toString())
                .http(http -> http.time(time))
                .build();
    }

    @AfterEach
    void close() {
        vcc.close();
        vendor.close();
    }

    @Test
    void givenQuotas_whenOneOfTwoIsUnknown_thenTheOtherIsSet() {
        long quota = vendor.addQuota(PROJECT, "city", "Győr", 10, 4);

        BatchResult<QuotaUpdate> result =
                vcc.projects().updateQuotas(PROJECT, List.of(QuotaUpdate.of(quota, 25), QuotaUpdate.of(1, 80)));

        assertThat(result.elements())
                .extracting(BatchResult.Element::state)
                .containsExactly(BatchResult.State.DONE, BatchResult.State.REFUSED);
        QuotaLabel label = vcc.projects()
                .quotas(PROJECT)
                .cell()
                .get(0)
                .children()
                .get(0)
                .label()
                .orElseThrow();
        assertThat(label.value()).hasValue(25);
        assertThat(label.diffValue()).hasValue(21);
    }

    @Test
    void givenProject_whenCopiedTwice_thenTheSecondIsRefusedByItsKey() {
        long copy = vcc.projects().cloneAs(PROJECT, "Support SK");

        ApiException failure =
                catchThrowableOfType(ApiException.class, () -> vcc.projects().cloneAs(PROJECT, "Support SK"));

        assertThat(vcc.projects().get(copy).fields()).hasSize(3);
        assertThat(failure.code()).contains(ErrorKey.PROJECT_NAME_TAKEN.value());
    }

    @Test
    void givenNewField_whenValuesFollow_thenEachTellsIdOrRefusal() {
        NewField colour = NewField.builder()
                .name("colour")
                .type(FieldType.SIMPLE)
                .addValue(NewValue.builder().name("red").exportValue("R").build())
                .build();

        long field = vcc.fields().add(PROJECT, colour);
        BatchResult<NewValue> values = vcc.fields()
                .addValues(
                        PROJECT,
                        field,
                        List.of(
                                NewValue.builder().name("red").build(),
                                NewValue.builder().name("blue").build()));
        long blue = values.elements().get(1).value().number().orElseThrow().longValue();
        vcc.fields().deleteValue(PROJECT, field, blue);

        assertThat(values.elements().get(0).errors().get(0).key().value()).isEqualTo("error.value_name_already_exists");
        assertThat(vcc.projects().get(PROJECT).fields().get(3).values())
                .singleElement()
                .satisfies(value -> assertThat(value.exportValue()).contains("R"));
    }

    @Test
    void givenDispositions_whenOneFindsNothing_thenOthersAreSet() {
        long first = vendor.addRecord(PROJECT, Map.of("name", "a", "phone1", "36301112233"));
        long second = vendor.addRecord(PROJECT, Map.of("name", "b", "phone1", "36301112244"));
        vendor.call(PROJECT, first, 17, 11, "");

        BatchResult<DispositionUpdate> result = vcc.records()
                .addDispositions(
                        PROJECT,
                        DispositionBatch.builder()
                                .addElement(DispositionUpdate.builder()
                                        .search(Map.of("act_status", "11"))
                                        .build())
                                .addElement(DispositionUpdate.builder()
                                        .search(Map.of("act_status", "99"))
                                        .build())
                                .addElement(DispositionUpdate.builder()
                                        .numberId(second)
                                        .build())
                                .defaults(DispositionDefaults.builder()
                                        .dispositionId(12)
                                        .userId(17)
                                        .build())
                                .build());

        assertThat(result.elements())
                .extracting(BatchResult.Element::state)
                .containsExactly(BatchResult.State.DONE, BatchResult.State.REFUSED, BatchResult.State.DONE);
        assertThat(vendor.dispositions(PROJECT, first)).containsExactly(11L, 12L);
        assertThat(vendor.dispositions(PROJECT, second)).containsExactly(12L);
    }

    @Test
    void givenNewUser_whenLoggedIn_thenIsSeenWithTheirState() {
        NewUser user = NewUser.builder()
                .name("Kiss Pál")
                .username("pal")
                .password(Secret.of("long-enough-1"))
                .isAgent(true)
                .roleId(4)
                .build();

        long id = vcc.users().add(user);
        ApiException weak = catchThrowableOfType(
                ApiException.class,
                () -> vcc.users()
                        .add(NewUser.builder()
                                .from(user)
                                .username("pal2")
                                .password(Secret.of("short"))
                                .build()));
        vendor.logIn(id, "AVAILABLE4CALL", PROJECT);
        vendor.clock().advance(Duration.ofSeconds(40));

        OnlineUser online = vcc.users().online(PROJECT).get(0);
        assertThat(online.userId()).isEqualTo(id);
        assertThat(online.state()).contains(new AgentState("AVAILABLE4CALL"));
        assertThat(online.stateDuration()).hasValue(40);
        assertThat(online.stateChangedAt()).contains(Instant.parse("2026-03-02T09:15:00Z"));
        assertThat(vcc.users().list()).hasSize(2);
        assertThat(weak.code()).contains("error.password_policy_min_chars_error");
    }

    @Test
    void givenTwelveHundredEmails_whenWalked_thenAllComeNewestFirst() {
        for (int i = 1; i <= 1_200; i++) {
            Instant at = vendor.clock().now().plusSeconds(i);
            vendor.addEmail(PROJECT, new VccEmail(i, at, "inbound", "a@example.hu", "b@example.hu", "Offer"));
        }
        EmailQuery march = EmailQuery.builder()
                .projectId(PROJECT)
                .month(YearMonth.of(2026, 3))
                .order(SortOrder.DESCENDING)
                .build();

        List<EmailEntry> emails = vcc.emailLog().list(march).toList();

        assertThat(emails).hasSize(1_200);
        assertThat(emails.get(0).emailId()).isEqualTo(1_200);
        assertThat(emails.get(0).receivedTimeUtc()).contains(Instant.parse("2026-03-02T09:35:00Z"));
        assertThat(emails.get(0).toString()).doesNotContain("example.hu", "Offer");
    }

    @Test
    void givenStatistics_whenAskedAsRowsOrTables_thenFiguresAgree() {
        vendor.addStatistics("inbound", Map.of("answered_before", 3));
        InboundQuery march = InboundQuery.builder()
                .firstDay(LocalDate.of(2026, 3, 1))
                .lastDay(LocalDate.of(2026, 3, 31))
                .addDimensions(Dimension.PROJECT, Dimension.DATE)
                .build();

        assertThat(vcc.statistics().inbound(march).get(0).get("answered_before").text())
                .contains("3");
        assertThat(vcc.statistics().inbound(march, TableFormat.CSV)).isEqualTo("answered_before\n3\n");
        assertThat(vcc.statistics().inbound(march, TableFormat.TAB)).contains("answered_before");
    }

    @Test
    void givenTenThousandStates_whenWalked_thenEndThatIsErrorIsEnd() {
        for (int i = 0; i < 10_000; i++) {
            vendor.addStatistics("userstate", Map.of("duration", i, "prevstate", "CALL"));
        }
        UserStateQuery march = UserStateQuery.builder()
                .firstDay(LocalDate.of(2026, 3, 1))
                .lastDay(LocalDate.of(2026, 3, 31))
                .build();

        List<UserState> states = vcc.statistics().userStates(march).toList();

        assertThat(states).hasSize(10_000);
        assertThat(vendor.journal().count("GET", "/v2/statistics/userstate")).isEqualTo(2);
    }

    @Test
    void givenCampaignManager_whenCustomersCome_thenTheyAreFound() {
        vendor.campaigns().addField(DATABASE, "email", "text", true);
        vendor.campaigns().addField(DATABASE, "city", "select", false, "Győr", "Pécs");
        Customer nora = Customer.builder()
                .name("Kovács Nóra")
                .addContact(
                        CustomerContact.builder().order(1).phone("06301112233").build())
                .field("email", CampaignValue.of("nora@example.hu"))
                .field("city", CampaignValue.of("Győr"))
                .build();
        try (VccCampaigns campaigns = VccCampaigns.builder()
                .baseUri(vendor.campaignsUri().toString())
                .token(Secret.of(vendor.campaigns().token()))
                .http(http -> http.time(time))
                .build()) {
            List<CampaignField> fields = campaigns.fields(DATABASE);
            campaigns.addCustomer(DATABASE, nora);
            campaigns.updateCustomer(
                    DATABASE,
                    "email",
                    Customer.builder()
                            .field("email", CampaignValue.of("nora@example.hu"))
                            .field("city", CampaignValue.of("Pécs"))
                            .build());

            assertThat(fields).extracting(CampaignField::id).containsExactly("email", "city");
            assertThat(vendor.campaigns().customers(DATABASE))
                    .singleElement()
                    .satisfies(kept ->
                            assertThat(kept.path("city").get(0).asText()).isEqualTo("Pécs"));
            assertThat(catchThrowableOfType(NotFoundException.class, () -> campaigns.fields("another")))
                    .isNotNull();
            assertThat(catchThrowableOfType(ApiException.class, () -> campaigns.addCustomer(DATABASE, nora)))
                    .isNotNull();
        }
    }

    @Test
    void givenAgent_whenHangingUp_thenRecordHasDisposition() {
        long record = vendor.addRecord(PROJECT, Map.of("name", "x", "phone1", "36301112233"));
        String machine = "http://127.0.0.1:" + vendor.uri().getPort();
        try (VccDesktop desktop = VccDesktop.builder()
                .http(http -> http.baseUri(machine).time(time))
                .build()) {
            desktop.call("06 30 111 2233", Map.of("city", "Győr"));
            desktop.hangUp(12);

            assertThat(vendor.desktop().dialled().get(0).numberId()).isEqualTo(record);
            assertThat(vendor.value(PROJECT, record, "city")).contains("Győr");
            assertThat(vendor.dispositions(PROJECT, record)).containsExactly(12L);
            assertThat(vendor.desktop().isInCall()).isFalse();
        }
    }
}
