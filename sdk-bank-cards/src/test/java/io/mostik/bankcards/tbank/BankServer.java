package io.mostik.bankcards.tbank;

import io.mostik.core.Secret;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;

/** Clients whose two hosts are two folders of one scripted server. */
public final class BankServer {

    public static final String TOKEN = "t.canary-7f3Kq_token";

    private BankServer() {}

    public static TBank client(VendorServer vendor, ManualTime time) {
        return builder(vendor, time).build();
    }

    public static TBank.Builder builder(VendorServer vendor, ManualTime time) {
        return TBank.builder()
                .environment(Environment.of(vendor.uri() + "/ordinary", vendor.uri() + "/secured"))
                .token(Secret.of(TOKEN))
                .http(http -> http.time(time));
    }
}
