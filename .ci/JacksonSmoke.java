import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.mostik.bankcards.tbank.Environment;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.Secret;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.orders.Order;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.testing.remonline.RemOnlineSimulator;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import io.mostik.testing.tbank.TBankSimulator;

/** A call of each of three vendors, and a model through an application's own mapper, with the Jackson of the class path. */
final class JacksonSmoke {

    public static void main(String[] args) throws Exception {
        ObjectMapper own = new ObjectMapper().registerModules(new Jdk8Module(), new JavaTimeModule());
        try (RemOnlineSimulator vendor = RemOnlineSimulator.start();
                RemOnline remonline = RemOnline.builder()
                        .baseUri(vendor.v2Uri().toString())
                        .apiKey(Secret.of(vendor.apiKey()))
                        .build()) {
            Order order = remonline.orders().get(vendor.seedOrder(seed -> seed.total("1450.50")));
            check(own.readValue(own.writeValueAsString(order), Order.class).equals(order), "a model comes back equal");
        }
        try (TBankSimulator vendor = TBankSimulator.start();
                TBank bank = TBank.builder()
                        .environment(Environment.of(
                                vendor.ordinaryUri().toString(),
                                vendor.securedUri().toString()))
                        .token(Secret.of(vendor.token()))
                        .build()) {
            check(bank.limits().get(Ucid.of(TBankSimulator.VIRTUAL_CARD)).spendLimit() != null, "the limit is read");
        }
        try (SalesAutopilotSimulator vendor = SalesAutopilotSimulator.start();
                SalesAutopilot client = SalesAutopilot.builder()
                        .baseUri(vendor.uri().toString())
                        .keyPair(vendor.username(), Secret.of(vendor.password()))
                        .build()) {
            check(client.lists().list() != null, "lists are read");
        }
        System.out.println(
                "Jackson " + com.fasterxml.jackson.databind.cfg.PackageVersion.VERSION + ": calls and models work");
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("not so: " + what);
        }
    }
}
