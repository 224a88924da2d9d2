package io.mostik.remonline.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.AuthException;
import io.mostik.core.Secret;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.company.AccessReport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AccessApiTest {

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    RemOnline remonline;

    @BeforeEach
    void connect() {
        remonline = RemOnline.builder()
                .apiKey(Secret.of("test-key"))
                .baseUri(vendor.uri() + "/v2")
                .http(http -> http.time(new ManualTime()))
                .build();
    }

    @AfterEach
    void close() {
        remonline.close();
    }

    @Test
    void givenKeyOfFewRights_whenAskingAccess_thenTellsEachList() {
        vendor.answers(200, "{\"data\":[{\"id\":3301,\"name\":\"Centre\"}]}")
                .answers(403, "{\"message\":\"no rights\"}")
                .answers(200, "[{\"id\":1,\"name\":\"New\"},{\"id\":2,\"name\":\"Done\"}]")
                .answers(200, "[]")
                .answers(404, "")
                .answers(200, "{\"data\":[],\"success\":true}")
                .answers(200, "{\"data\":[{\"id\":91,\"title\":\"Till\"}],\"success\":true}");

        AccessReport report = remonline.access().report();

        assertThat(targets(7))
                .containsExactly(
                        "/v2/company/locations",
                        "/v2/company/employees",
                        "/v2/orders/statuses",
                        "/v2/orders/types",
                        "/v2/finance/accounts",
                        "/warehouse/",
                        "/cashbox/");
        assertThat(report.parts().toString())
                .isEqualTo(
                        "[locations: 1 visible, employees: refused with 403, orderStatuses: 2 visible,"
                                + " orderTypes: nothing, accounts: refused with 404, warehouses: nothing, cashboxes: 1 visible]");
        assertThat(report.blind())
                .extracting(AccessReport.Part::name)
                .containsExactly("employees", "orderTypes", "accounts", "warehouses");
        assertThat(report.part("locations").orElseThrow().visible().get(0).id()).isEqualTo(3301);
    }

    @Test
    void givenWrongKey_whenAskingWhatItSees_thenFailsAtOnce() {
        vendor.answers(401, "{\"success\":false,\"code\":401,\"message\":\"wrong key\"}");

        assertThatThrownBy(() -> remonline.access().report()).isInstanceOf(AuthException.class);

        assertThat(vendor.count()).isEqualTo(1);
    }

    private List<String> targets(int count) {
        List<String> targets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            targets.add(vendor.received().target());
        }
        return targets;
    }
}
