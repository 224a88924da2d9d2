package io.mostik.bridge.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.Connections;
import io.mostik.bridge.Fields;
import io.mostik.core.StateStore;
import io.mostik.core.once.Once;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.TBankSimulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** A limit whose records were lost by a restore. */
class GrantLimitRestoredTest {

    private static final String GRANT = "cards.limit.grant";

    private final ManualTime time = new ManualTime();

    @Test
    void givenLimitSetBeforeARestore_whenLookedAt_thenIsFoundAndNothingIsSet() throws Exception {
        try (TBankSimulator bank = TBankSimulator.startFrozen();
                AutoCloseable client = Vendors.tbank(bank, time).client()) {
            Actions before = actions(StateStore.inMemory(time), client);
            ActionResult set = before.find(GRANT).orElseThrow().attempt(call("before", "1001", "379.50"));
            Actions after = actions(StateStore.inMemory(time), client);

            ActionResult found = after.looking(GRANT).orElseThrow().attempt(call("after", "1001", "379.50"));
            ActionResult again = after.find(GRANT).orElseThrow().attempt(call("after", "1001", "379.50"));
            ActionResult other = after.looking(GRANT).orElseThrow().attempt(call("other", "1002", "500"));
            time.advance(Duration.ofHours(1));
            ActionResult later = after.looking(GRANT).orElseThrow().attempt(call("other", "1002", "500"));

            assertThat(set.code()).isEqualTo("limit_set");
            assertThat(found).isInstanceOf(ActionResult.Done.class);
            assertThat(again).isInstanceOf(ActionResult.Done.class);
            assertThat(other).isInstanceOf(ActionResult.Unknown.class);
            assertThat(later).isInstanceOf(ActionResult.Unknown.class);
            assertThat(bank.grantedTotal(TBankSimulator.PLASTIC_CARD)).isEqualByComparingTo(new BigDecimal("379.50"));
        }
    }

    private Actions actions(StateStore store, Object client) {
        ActionContext context = new ActionContext(
                Once.over(store, time),
                Connections.none().with("one", "tbank", client),
                time,
                ZoneId.of("Europe/Moscow"));
        List<ActionProvider> providers = ServiceLoader.load(ActionProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return Actions.of(providers, context);
    }

    private ActionCall call(String id, String order, String sum) {
        Fields fields = Fields.of("card", Long.toString(TBankSimulator.PLASTIC_CARD))
                .with("order", order)
                .with("sum", sum);
        return new ActionCall(id, "erp", "document " + order, "one", fields, time.now(), false);
    }
}
