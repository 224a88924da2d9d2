package io.mostik.bridge.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.Connections;
import io.mostik.bridge.Fields;
import io.mostik.bridge.action.ActionTrial.VendorClient;
import io.mostik.bridge.action.web.WebTarget;
import io.mostik.core.StateStore;
import io.mostik.core.once.Once;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import io.mostik.testing.tbank.TBankSimulator;
import io.mostik.testing.vcclive.VccLiveSimulator;
import io.mostik.testing.vipex.VipexSimulator;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What actions refuse, and what they leave open. */
class ActionRulesTest {

    private static final String EMPLOYEE = "5f0b2c1e-3d4a-11ee-9c1d-0050569a0001";

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private ZoneId zone = ZoneOffset.UTC;

    @Test
    void givenAllActions_whenListed_thenNamesAndFieldsAreSafeForEveryLanguage() {
        List<ActionSpec> specs =
                actions(Connections.none()).stream().map(Action::spec).toList();

        Set<String> names = new HashSet<>();
        for (ActionSpec spec : specs) {
            assertThat(names.add(spec.name())).as(spec.name()).isTrue();
            assertThat(spec.name()).matches("[a-z]+(\\.[a-z]+)*");
            assertThat(spec.fields())
                    .allSatisfy(field -> assertThat(field.name()).matches("[a-z][a-z0-9_]*"));
            assertThat(spec.results())
                    .allSatisfy(field -> assertThat(field.name()).matches("[a-z][a-z0-9_]*"));
        }
        assertThat(names).hasSize(20);
    }

    @Test
    void givenConnectionThatIsMissing_whenAsked_thenWaits() {
        ActionResult result = attempt(Connections.none(), "cards.limit.close", card("1001"), false);

        assertThat(result).isEqualTo(ActionResult.again("connection_missing"));
    }

    @Test
    void givenNobodyKnown_whenDismissed_thenLooksAgainAfterOneSevenAndThirtyDays() {
        try (TBankSimulator bank = TBankSimulator.startFrozen()) {
            Connections connections = one(Vendors.tbank(bank, time));
            ActionCall call = call("cards.dismiss", Fields.of("employee", EMPLOYEE), false);

            assertThat(nextLook(connections, call)).contains(Duration.ofDays(1));
            time.advance(Duration.ofDays(1));
            assertThat(nextLook(connections, call)).contains(Duration.ofDays(6));
            time.advance(Duration.ofDays(6));
            assertThat(nextLook(connections, call)).contains(Duration.ofDays(23));
            time.advance(Duration.ofDays(23));
            assertThat(nextLook(connections, call)).isEmpty();
        }
    }

    @Test
    void givenHolderNotedLate_whenLookedAgain_thenCardIsBlocked() {
        try (TBankSimulator bank = TBankSimulator.startFrozen()) {
            Connections connections = one(Vendors.tbank(bank, time));
            Fields employee = Fields.of("employee", EMPLOYEE);
            attempt(connections, "cards.dismiss", employee, false);
            attempt(connections, "cards.holder.note", card("x").with("employee", EMPLOYEE), false);

            ActionResult result = attempt(connections, "cards.dismiss", employee, false);

            assertThat(result).isEqualTo(ActionResult.done("cards_blocked", Fields.of("cards", "1")));
        }
    }

    @Test
    void givenLateGrant_whenNeverBegun_thenRefusedAndNothingIsSent() {
        try (TBankSimulator bank = TBankSimulator.startFrozen()) {
            Connections connections = one(Vendors.tbank(bank, time));

            ActionResult result =
                    attempt(connections, "cards.limit.grant", card("1001").with("sum", "10"), true);

            assertThat(result.code()).isEqualTo("too_late");
            assertThat(bank.journal().all()).isEmpty();
        }
    }

    @Test
    void givenOrderOfOneCompany_whenAnotherHasTheSameNumber_thenBothAreServed() {
        try (TBankSimulator north = TBankSimulator.startFrozen();
                TBankSimulator south = TBankSimulator.startFrozen()) {
            Connections connections = Connections.none()
                    .with("north", "tbank", Vendors.tbank(north, time).client())
                    .with("south", "tbank", Vendors.tbank(south, time).client());
            Fields other = Fields.of("card", Long.toString(TBankSimulator.VIRTUAL_CARD))
                    .with("order", "1001")
                    .with("sum", "20");

            ActionResult one = attempt(
                    connections, "north", "cards.limit.grant", card("1001").with("sum", "10"));
            ActionResult two = attempt(connections, "south", "cards.limit.grant", other);

            assertThat(List.of(one.code(), two.code())).containsOnly("limit_set");
        }
    }

    @Test
    void givenPartOfTheSum_whenPaid_thenRefused() {
        try (SalesAutopilotSimulator sales = SalesAutopilotSimulator.startFrozen()) {
            ActionResult result = attempt(one(Vendors.sales(sales, time)), "sa.order.paid", paid("6300", "100"), false);

            assertThat(result.code()).isEqualTo("partly_paid");
            assertThat(sales.journal().all()).isEmpty();
        }
    }

    @Test
    void givenNoSuchOrder_whenPaid_thenWaitsForItAndIsRefusedInTheEnd() {
        try (SalesAutopilotSimulator sales = SalesAutopilotSimulator.startFrozen()) {
            Connections connections = one(Vendors.sales(sales, time));

            ActionResult early = attempt(connections, "sa.order.paid", paid("6300", "6300"), false);
            ActionResult late = attempt(connections, "sa.order.paid", paid("6300", "6300"), true);

            assertThat(early).isEqualTo(ActionResult.again("order_missing"));
            assertThat(late).isEqualTo(ActionResult.refused("order_missing"));
        }
    }

    @Test
    void givenInstants_whenWrittenForAVendor_thenTheyAreLocal() {
        try (VccLiveSimulator vcc = VccLiveSimulator.startFrozen();
                SalesAutopilotSimulator sales = SalesAutopilotSimulator.startFrozen()) {
            zone = ZoneId.of("Europe/Budapest");
            long record = vcc.addRecord(134, Map.of("name", "Nóra"));
            long order = sales.addRecord(
                    SalesAutopilotSimulator.ORDERS,
                    Map.of("email", "nora@example.hu", "mssys_shoprenter_id", "W-1", "mssys_order_status", "1"));
            Fields disposition = Fields.of("project", "134")
                    .with("record", Long.toString(record))
                    .with("disposition", "12")
                    .with("user", "17")
                    .with("call_at", "2026-11-29T12:05:00Z");

            attempt(one(Vendors.vcc(vcc, time)), "vcc.disposition.add", disposition, false);
            Fields late = paid("6300", "6300").with("paid_on", "2026-03-14T23:30:00Z");
            attempt(one(Vendors.sales(sales, time)), "sa.order.paid", late, false);

            assertThat(vcc.planned(134, record).values()).anyMatch(text -> text.contains("2026-11-29 13:05:00"));
            assertThat(sales.record(SalesAutopilotSimulator.ORDERS, order).orElseThrow())
                    .containsEntry("mssys_pay_date", "2026-03-15");
        }
    }

    @Test
    void givenExtensionThatCannotBeDialled_whenCalled_thenRefusedAndNothingIsSent() {
        try (VipexSimulator pbx = VipexSimulator.startFrozen()) {
            Fields fields = Fields.of("extension", "no extension").with("number", "+36301112233");

            ActionResult result = attempt(one(Vendors.vipex(pbx, time)), "calls.start", fields, false);

            assertThat(result.code()).isEqualTo("value_refused");
            assertThat(pbx.journal().all()).isEmpty();
        }
    }

    @Test
    void givenInnerAddressThatIsNotListed_whenPosted_thenRefusedAndNothingIsSent() {
        try (Vendors.Receiver receiver = new Vendors.Receiver(false)) {
            WebTarget target =
                    WebTarget.builder().address(receiver.uri().toString()).build();
            Connections connections = Connections.none().with(ActionTrial.CONNECTION, "http", target);

            ActionResult result = attempt(connections, "http.post", Fields.of("path", "/hs/paid"), false);

            assertThat(result.code()).isEqualTo("value_refused");
            assertThat(receiver.journal().all()).isEmpty();
        }
    }

    @Test
    void givenPathThatLeavesTheServer_whenPosted_thenRefusedAndNothingIsSent() {
        try (Vendors.Receiver receiver = new Vendors.Receiver(false)) {
            Connections connections = one(Vendors.web(receiver, time, false));

            for (String path : List.of("//evil.example/x", "https://evil.example", "/a/../b", "/a?x=1", "@evil")) {
                ActionResult result = attempt(connections, "http.post", Fields.of("path", path), false);
                assertThat(result.code()).as(path).isEqualTo("value_refused");
            }

            assertThat(receiver.journal().all()).isEmpty();
        }
    }

    private Optional<Duration> nextLook(Connections connections, ActionCall call) {
        ActionResult.Unknown unknown =
                (ActionResult.Unknown) action(connections, "cards.dismiss").attempt(call);
        assertThat(unknown.code()).isEqualTo("nobody_known");
        return unknown.lookAgain();
    }

    private static Fields card(String order) {
        return Fields.of("card", Long.toString(TBankSimulator.PLASTIC_CARD)).with("order", order);
    }

    private static Fields paid(String sum, String paid) {
        return Fields.of("list", Long.toString(SalesAutopilotSimulator.ORDERS))
                .with("form", Long.toString(SalesAutopilotSimulator.PAID_FORM))
                .with("order", "W-1")
                .with("paid_on", "2026-03-14")
                .with("sum", sum)
                .with("paid", paid);
    }

    private static Connections one(VendorClient vendor) {
        return Connections.none().with(ActionTrial.CONNECTION, vendor.name(), vendor.client());
    }

    private ActionResult attempt(Connections connections, String action, Fields fields, boolean isLate) {
        return action(connections, action).attempt(call(action, fields, isLate));
    }

    private ActionResult attempt(Connections connections, String connection, String action, Fields fields) {
        ActionCall call = new ActionCall(connection, "erp", "document", connection, fields, time.now(), false);
        return action(connections, action).attempt(call);
    }

    private ActionCall call(String action, Fields fields, boolean isLate) {
        return new ActionCall(action, "erp", "document", ActionTrial.CONNECTION, fields, time.now(), isLate);
    }

    private Action action(Connections connections, String name) {
        return actions(connections).stream()
                .filter(action -> action.spec().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<Action> actions(Connections connections) {
        ActionContext context = new ActionContext(Once.over(store, time), connections, time, zone);
        return ServiceLoader.load(ActionProvider.class).stream()
                .flatMap(provider -> provider.get().actions(context).stream())
                .toList();
    }
}
