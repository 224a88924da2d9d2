package io.mostik.salesautopilot.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.once.OnceResult;
import io.mostik.core.once.OnceResult.How;
import io.mostik.salesautopilot.SimulatorTest;
import io.mostik.salesautopilot.VendorTest;
import io.mostik.salesautopilot.ids.RecordId;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders that the vendor takes with a bare yes, which its samples show. */
class PlaceOrderTest extends VendorTest {

    @Test
    void givenBareYes_whenPlacing_thenTheRecordIsLookedUp() {
        vendor.answers(200, "[]")
                .answers(200, "true")
                .answers(200, "[{\"id\":\"70012\",\"mssys_shoprenter_id\":\"W-1\"}]");

        assertThat(place()).isEqualTo(new OnceResult.Done<>(Optional.of(RecordId.of(70012)), How.SENT));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 401, 404, 406})
    void givenBareYesWithoutRecord_whenPlacingAgain_thenNotSentTwice(int lookUp) {
        vendor.answers(200, "[]").answers(200, "true").answers(lookUp, "[]");

        OnceResult<RecordId> first = place();
        OnceResult<RecordId> second = place();
        time.advance(Duration.ofDays(100));

        assertThat(first).isEqualTo(new OnceResult.Done<RecordId>(Optional.empty(), How.SENT));
        assertThat(second).isEqualTo(new OnceResult.Done<RecordId>(Optional.empty(), How.EARLIER));
        assertThat(place()).isEqualTo(second);
        assertThat(vendor.count()).isEqualTo(3);
        assertThat(marketing().once().pending()).isEmpty();
    }

    private OnceResult<RecordId> place() {
        return marketing().orders(LIST).place(FORM, SimulatorTest.shopOrder("W-1"));
    }
}
