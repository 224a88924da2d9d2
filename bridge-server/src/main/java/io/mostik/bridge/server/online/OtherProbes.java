package io.mostik.bridge.server.online;

import io.mostik.bankcards.tbank.AccessReport;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.bridge.server.online.Finding.Kind;
import io.mostik.core.http.CallOptions;
import io.mostik.salesautopilot.source.szamlazz.Szamlazz;
import io.mostik.salesautopilot.source.woocommerce.WooCommerce;
import java.time.Instant;
import java.util.UUID;

/** Accounts of which only the key can be looked at, and those of which nothing can. */
final class OtherProbes {

    private OtherProbes() {}

    /** What the bank's key and certificate can do, host by host. */
    static Probe tbank(CallOptions options) {
        return (account, found) -> found.ask(
                        found.place(),
                        "accesses",
                        () -> account.client(TBank.class).with(options).check())
                .ifPresent(report -> report.lines().forEach(line -> tell(line, found)));
    }

    private static void tell(AccessReport.Line line, Findings found) {
        Kind kind = switch (line.result()) {
            case WORKS -> Kind.FITS;
            case NOT_TRIED -> Kind.UNCHECKED;
            case FAILED -> Kind.FAILED;
            case TOKEN_REFUSED, ACCESS_REFUSED, NO_CERTIFICATE, NOT_THERE -> Kind.WRONG;
        };
        found.add(
                kind,
                found.place(),
                line.operation() + " (" + line.host() + "): " + line.result() + " " + Names.plain(line.detail()));
    }

    /** A document that cannot be there is asked for: a key that is refused says something else than that. */
    static Probe szamlazz() {
        return (account, found) -> {
            Szamlazz szamlazz = account.client(Szamlazz.class);
            found.ask(found.place(), "key", () -> szamlazz.find("mostik-check-" + UUID.randomUUID()))
                    .ifPresent(none -> {
                        found.add(Kind.FITS, found.place(), "the key works");
                        found.add(
                                Kind.UNCHECKED,
                                found.place() + ".issuer",
                                "is compared once a document comes: no question tells it");
                    });
        };
    }

    /** The orders of the last second are asked for. */
    static Probe woocommerce() {
        return (account, found) -> {
            WooCommerce shop = account.client(WooCommerce.class);
            Instant now = Instant.now();
            found.ask(found.place(), "orders", () -> shop.changed(now.minusSeconds(1), now))
                    .ifPresent(orders -> found.add(Kind.FITS, found.place(), "the key works"));
        };
    }

    /** Says why an account is not asked. */
    static Probe none(String why) {
        return (account, found) -> found.add(Kind.UNCHECKED, found.place(), why);
    }
}
