package io.mostik.remonline;

import io.mostik.core.Secret;
import io.mostik.remonline.common.CustomFieldStyle;
import io.mostik.remonline.legacy.RemOnlineLegacy;
import io.mostik.testing.remonline.RemOnlineSimulator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The played vendor with a client of each generation; the limit is off, for other tests hold it. */
public final class Played implements AfterEachCallback {

    private final RemOnlineSimulator vendor = RemOnlineSimulator.startFrozen();
    private final VendorTime time = new VendorTime(vendor.clock());
    private final RemOnline remonline;
    private final RemOnlineLegacy legacy;

    public Played() {
        vendor.unlimited();
        remonline = RemOnline.builder()
                .apiKey(Secret.of(vendor.apiKey()))
                .baseUri(vendor.v2Uri().toString())
                .http(http -> http.time(time))
                .build();
        legacy = legacyClient(CustomFieldStyle.TEXT);
    }

    RemOnlineLegacy legacyClient(CustomFieldStyle style) {
        return RemOnlineLegacy.builder()
                .apiKey(Secret.of(vendor.apiKey()))
                .baseUri(vendor.uri().toString())
                .customFieldStyle(style)
                .http(http -> http.time(time))
                .build();
    }

    public RemOnlineSimulator vendor() {
        return vendor;
    }

    public VendorTime time() {
        return time;
    }

    public RemOnline remonline() {
        return remonline;
    }

    public RemOnlineLegacy legacy() {
        return legacy;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        remonline.close();
        legacy.close();
        vendor.close();
    }
}
