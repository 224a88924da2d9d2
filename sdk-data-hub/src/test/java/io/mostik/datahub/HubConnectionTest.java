package io.mostik.datahub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.AuthException;
import io.mostik.core.Secret;
import io.mostik.core.json.Json;
import io.mostik.datahub.calc.Calculation;
import io.mostik.datahub.checks.Finding;
import io.mostik.datahub.checks.FindingCode;
import io.mostik.datahub.checks.InvalidSettingsException;
import io.mostik.datahub.filter.FilterRule;
import io.mostik.datahub.filter.Operator;
import io.mostik.datahub.filter.OrderParameter;
import io.mostik.datahub.remonline.RemOnlineConnector;
import io.mostik.datahub.statuses.FunnelStage;
import io.mostik.datahub.statuses.StatusMapping;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HubConnectionTest {

    private final HubEnv place = new HubEnv().withExample();
    private final HubConnection hub = place.hub;

    @AfterEach
    void close() {
        place.close();
    }

    private String stored() {
        StringBuilder all = new StringBuilder();
        place.store.stream("")
                .forEach(entry -> all.append(entry.key())
                        .append('=')
                        .append(entry.value())
                        .append('\n'));
        return all.toString();
    }

    @Test
    void givenNothing_whenWalkingThroughTheWizard_thenTheStatesFollow() {
        ConnectionState before = hub.state();
        ConnectionState connected = hub.connect(place.key());
        hub.keep(HubSettings.builder().addFilter(HubEnv.IN_TVER).build(), WizardStep.STATUSES);
        ConnectionState atStatuses = hub.state();
        hub.keep(hub.draft().orElseThrow(), WizardStep.FILTER);
        ConnectionState back = hub.state();
        hub.configure(HubEnv.SETTINGS);

        assertThat(before).isEqualTo(ConnectionState.NOT_CONNECTED);
        assertThat(connected).isEqualTo(ConnectionState.configuring(WizardStep.FILTER));
        assertThat(atStatuses).isEqualTo(ConnectionState.configuring(WizardStep.STATUSES));
        assertThat(back).isEqualTo(ConnectionState.configuring(WizardStep.FILTER));
        assertThat(hub.state()).isEqualTo(ConnectionState.CONNECTED);
        assertThat(hub.draft()).isEmpty();
    }

    @Test
    void givenWrongKey_whenConnecting_thenIsInErrorUntilAGoodOneComes() {
        assertThatThrownBy(() -> hub.connect(Secret.of("wrong-key-77"))).isInstanceOf(AuthException.class);
        ConnectionState refused = hub.state();

        hub.connect(place.key());

        assertThat(refused).isEqualTo(ConnectionState.error(ConnectionState.Reason.KEY_REJECTED));
        assertThat(hub.state()).isEqualTo(ConnectionState.configuring(WizardStep.FILTER));
        assertThat(stored()).doesNotContain("wrong-key-77");
    }

    @Test
    void givenRevokedKey_whenRunning_thenFailsAndKeepsSettings() {
        place.configured(HubEnv.SETTINGS);
        HubRun run = hub.run();
        place.vendor.revokeApiKey(place.vendor.apiKey());

        assertThatThrownBy(() -> run.stream().count()).isInstanceOf(AuthException.class);

        assertThat(hub.state()).isEqualTo(ConnectionState.error(ConnectionState.Reason.KEY_REJECTED));
        assertThat(hub.settings()).contains(HubEnv.SETTINGS);
    }

    @Test
    void givenConnected_whenTheKeyIsChanged_thenTheSettingsAreKept() {
        place.configured(HubEnv.SETTINGS);
        place.vendor.addApiKey("another-key-88");
        place.vendor.revokeApiKey(place.vendor.apiKey());

        boolean errors = hub.changeKey(Secret.of("another-key-88")).hasErrors();

        assertThat(errors).isFalse();
        assertThat(hub.state()).isEqualTo(ConnectionState.CONNECTED);
        assertThat(hub.settings()).contains(HubEnv.SETTINGS);
        assertThat(hub.run().stream()).hasSize(3);
    }

    @Test
    void givenConnected_whenReset_thenKeyWorksOnAndSettingsAreGone() {
        place.configured(HubEnv.SETTINGS);

        hub.reset();

        assertThat(hub.state()).isEqualTo(ConnectionState.configuring(WizardStep.FILTER));
        assertThat(hub.settings()).isEmpty();
        assertThat(hub.funnel().has("1")).isTrue();
        assertThatThrownBy(hub::run).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void givenRefreshedConnection_whenDisconnected_thenNothingIsLeft() {
        place.configured(HubEnv.SETTINGS);
        hub.refresh(new MemoryTable());

        hub.disconnect();

        assertThat(hub.state()).isEqualTo(ConnectionState.NOT_CONNECTED);
        assertThat(stored()).isEmpty();
        assertThatThrownBy(hub::funnel)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("connect first");
    }

    @Test
    void givenConnected_whenEdited_thenOldSettingsHoldMeanwhile() {
        place.configured(HubEnv.SETTINGS);

        hub.edit();
        HubSettings draft = hub.draft().orElseThrow();
        hub.keep(
                HubSettings.builder()
                        .from(draft)
                        .calculation(Calculation.none())
                        .build(),
                WizardStep.CALCULATION);
        long meanwhile =
                hub.run().stream().filter(each -> each.cost().isPresent()).count();
        hub.configure(hub.draft().orElseThrow());

        assertThat(draft).isEqualTo(HubEnv.SETTINGS);
        assertThat(meanwhile).isEqualTo(3);
        assertThat(hub.settings().orElseThrow().calculation()).isEqualTo(Calculation.none());
        assertThat(hub.state()).isEqualTo(ConnectionState.CONNECTED);
    }

    @Test
    void givenNewProcessWithoutKey_whenRead_thenConnectingGoesOn() {
        place.configured(HubEnv.SETTINGS);
        hub.close();

        try (HubConnection later = place.connection()) {
            ConnectionState before = later.state();
            assertThatThrownBy(later::run).isInstanceOf(IllegalStateException.class);
            ConnectionState after = later.connect(place.key());

            assertThat(before).isEqualTo(ConnectionState.CONNECTED);
            assertThat(after).isEqualTo(ConnectionState.CONNECTED);
            assertThat(later.run().stream()).hasSize(3);
        }
    }

    @Test
    void givenWholeLife_whenLookedAt_thenTheKeyIsNowhere() {
        place.configured(HubEnv.SETTINGS);
        hub.refresh(new MemoryTable());
        hub.edit();

        String key = place.vendor.apiKey();

        assertThat(stored()).contains("Тверь").doesNotContain(key);
        assertThat(hub.toString()).doesNotContain(key);
        assertThat(hub.settings().orElseThrow().toJson()).doesNotContain(key);
    }

    @Test
    void givenKeyPastedIntoTheDocument_whenKept_thenIsRefused() {
        hub.connect(place.key());
        HubSettings leaking = HubSettings.builder()
                .from(HubEnv.SETTINGS)
                .putUnknown("apiKey", Json.of(place.vendor.apiKey()))
                .build();

        assertThatThrownBy(() -> hub.configure(leaking))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("SECRET_IN_SETTINGS")
                .hasMessageNotContaining(place.vendor.apiKey());
        assertThatThrownBy(() -> hub.keep(leaking, WizardStep.STATUSES)).isInstanceOf(InvalidSettingsException.class);

        assertThat(stored()).doesNotContain(place.vendor.apiKey());
    }

    @Test
    void givenWrongSettings_whenConfigured_thenTellsAllAndKeepsOld() {
        hub.connect(place.key());
        HubSettings wrong = HubSettings.builder()
                .zone("Nowhere/Here")
                .addFilter(FilterRule.include(OrderParameter.LOCATION, Operator.EQUALS, "Тула"))
                .mapping(StatusMapping.builder()
                        .funnelName("Repairs")
                        .addContainers(FunnelStage.of("a", "A", "1", "999"))
                        .build())
                .calculation(Calculation.of("1 +", "{custom.f5}"))
                .build();

        assertThatThrownBy(() -> hub.configure(wrong))
                .isInstanceOfSatisfying(
                        InvalidSettingsException.class,
                        failure -> assertThat(failure.findings().errors())
                                .extracting(Finding::path)
                                .containsExactly(
                                        "$.zone",
                                        "$.filter[0].values[0]",
                                        "$.mapping.containers[0].statusIds[1]",
                                        "$.calculation.cost",
                                        "$.calculation.salesVolume"));

        assertThat(hub.settings()).isEmpty();
        assertThat(hub.state()).isEqualTo(ConnectionState.configuring(WizardStep.FILTER));
    }

    @Test
    void givenDeletedStatus_whenRun_thenReportsItAndOrdersCome() {
        place.configured(HubEnv.SETTINGS);
        String kept = place.store.find("remonline.hub.main").orElseThrow().value();
        place.store.put(
                "remonline.hub.main",
                kept.replace("\"statusIds\":[\"2\",\"3\"]", "\"statusIds\":[\"2\",\"3\",\"777\"]"));

        HubRun run = hub.run();

        assertThat(run.warnings().has(FindingCode.UNKNOWN_STATUS)).isTrue();
        assertThat(run.stream()).hasSize(3);
        assertThat(hub.state()).isEqualTo(ConnectionState.error(ConnectionState.Reason.STATUS_DELETED));
    }

    @Test
    void givenVanishedName_whenRun_thenIsInErrorUntilItIsBack() {
        place.configured(HubEnv.SETTINGS);
        place.vendor.setup().location(HubEnv.TVER, "Тверь-2");

        assertThatThrownBy(hub::run)
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("Тверь-2");
        ConnectionState renamed = hub.state();
        place.vendor.setup().location(HubEnv.TVER, "Тверь");
        hub.run();

        assertThat(renamed).isEqualTo(ConnectionState.error(ConnectionState.Reason.SETTINGS_OUTDATED));
        assertThat(hub.state()).isEqualTo(ConnectionState.CONNECTED);
    }

    @Test
    void givenTwoConnections_whenOneDisconnects_thenOtherStays() {
        place.configured(HubEnv.SETTINGS);
        try (HubConnection other = HubConnection.builder(place.store, RemOnlineConnector.of(place::client))
                .name("main.second")
                .time(place.time)
                .build()) {
            other.connect(place.key());

            hub.disconnect();

            assertThat(other.state()).isEqualTo(ConnectionState.configuring(WizardStep.FILTER));
        }
    }

    @Test
    void givenEdit_whenCancelled_thenIsAsBefore() {
        place.configured(HubEnv.SETTINGS);
        hub.edit();
        hub.keep(HubSettings.builder().build(), WizardStep.STATUSES);

        assertThat(hub.cancel()).isEqualTo(ConnectionState.CONNECTED);

        assertThat(hub.draft()).isEmpty();
        assertThat(hub.settings()).contains(HubEnv.SETTINGS);
    }

    @Test
    void givenFirstSettings_whenCancelled_thenBeginsAgain() {
        hub.connect(place.key());
        hub.keep(HubEnv.SETTINGS, WizardStep.CALCULATION);

        assertThat(hub.cancel()).isEqualTo(ConnectionState.configuring(WizardStep.FILTER));

        assertThat(hub.draft()).isEmpty();
    }

    @Test
    void givenMoreColumns_whenRun_thenRecordsHaveNames() {
        place.configured(HubSettings.builder()
                .from(HubEnv.SETTINGS)
                .addColumns("status", "stage", "type", "paid", "total", "custom.f7010001")
                .build());

        assertThat(hub.run().stream().findFirst().orElseThrow()).satisfies(record -> {
            assertThat(record.status()).contains("Closed");
            assertThat(record.stage()).contains("Paid");
            assertThat(record.type()).isPresent();
            assertThat(record.total()).contains(new BigDecimal("1000.00"));
            assertThat(record.discount()).isEmpty();
        });
    }

    @Test
    void givenUnknownColumn_whenConfigured_thenColumnsAreListed() {
        hub.connect(place.key());

        assertThat(hub.check(HubSettings.builder().addColumns("colour").build()).errors())
                .singleElement()
                .satisfies(found -> assertThat(found.message()).contains("manager"));
    }

    @Test
    void givenKeyMistyped_whenChanged_thenTheOneBeforeWorks() {
        place.configured(HubEnv.SETTINGS);

        assertThatThrownBy(() -> hub.changeKey(Secret.of("wrong-key-77"))).isInstanceOf(AuthException.class);

        assertThat(hub.state()).isEqualTo(ConnectionState.CONNECTED);
        assertThat(hub.run()).hasSize(3);
    }

    @Test
    void givenMissingRight_whenConnecting_thenTheKeyIsNotDoubted() {
        place.vendor.faults().answer(403).on("GET", "/v2/company");

        assertThatThrownBy(() -> hub.connect(place.key())).isInstanceOf(AuthException.class);

        assertThat(hub.state()).isEqualTo(ConnectionState.NOT_CONNECTED);
    }

    @Test
    void givenDraft_whenPreviewed_thenNothingIsInForce() {
        hub.connect(place.key());

        assertThat(hub.preview(HubEnv.SETTINGS)).hasSize(3);

        assertThat(hub.settings()).isEmpty();
    }
}
