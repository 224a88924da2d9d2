package io.mostik.pbx.vcclive;

import io.mostik.core.Secret;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import java.io.IOException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A scripted VCC Live and a client of it, fresh for each test. */
public final class VccExtension implements BeforeEachCallback, AfterEachCallback {

    private final VendorServer vendor = new VendorServer();
    private final ManualTime time = new ManualTime();
    private VccLive client = connect("http://localhost");

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        client.close();
        vendor.beforeEach(context);
        client = connect(vendor.uri());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        client.close();
        vendor.afterEach(context);
    }

    /** Returns the vendor, whose answers the test writes down. */
    public VendorServer vendor() {
        return vendor;
    }

    /** Returns the client's clock. */
    public ManualTime time() {
        return time;
    }

    /** Returns the client. */
    public VccLive client() {
        return client;
    }

    private VccLive connect(String address) {
        return VccLive.builder()
                .customer("mycc")
                .token(Secret.of("test-token"))
                .baseUri(address + "/v2")
                .http(http -> http.time(time))
                .build();
    }
}
