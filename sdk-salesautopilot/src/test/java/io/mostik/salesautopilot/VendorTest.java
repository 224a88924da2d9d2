package io.mostik.salesautopilot;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.usage.CostMeter;
import io.mostik.salesautopilot.workflow.MarketingWorkflows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A client before a vendor whose answers are written down beforehand. */
public class VendorTest {

    /** Part of every client's key pair, to be found nowhere. */
    protected static final String PASSWORD = "canary-password-41d7";

    protected static final ListId LIST = ListId.of(5123);
    protected static final FormId FORM = FormId.of(20771);

    @RegisterExtension
    public final VendorServer vendor = new VendorServer();

    protected final ManualTime time = new ManualTime();
    protected final StateStore store = StateStore.inMemory(time);
    protected SalesAutopilot sales;

    @BeforeEach
    void connect() {
        sales = builder().build();
    }

    @AfterEach
    void close() {
        sales.close();
    }

    /** Returns the workflows over the store of the test. */
    protected MarketingWorkflows marketing() {
        return MarketingWorkflows.of(sales, store, time);
    }

    /** Returns the settings of these tests. */
    protected SalesAutopilot.Builder builder() {
        return SalesAutopilot.builder()
                .keyPair("key-user", Secret.of(PASSWORD))
                .baseUri(vendor.uri())
                .costMeter(CostMeter.over(store))
                .http(http -> http.time(time));
    }
}
