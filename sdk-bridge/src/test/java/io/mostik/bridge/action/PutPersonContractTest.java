package io.mostik.bridge.action;

import io.mostik.bridge.Fields;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.Answer;
import io.mostik.testing.remonline.RemOnlineSimulator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

class PutPersonContractTest extends ActionContract {

    @Override
    protected ActionTrial open(StateStore store, ManualTime time) {
        RemOnlineSimulator vendor = Vendors.repairVendor(time);
        return new ActionTrial(
                time,
                Vendors.repair(vendor, time),
                "ro.person.put",
                "POST /v2/contacts/people",
                Fields.of("phone", "+36301112233").with("first_name", "Nóra").with("email", "nora@example.hu")) {

            @Override
            public int acted() {
                Answer shown = vendor.server()
                        .peek("/v2/contacts/people", Map.of("Authorization", List.of("Bearer " + vendor.apiKey())));
                return new String(shown.body(), StandardCharsets.UTF_8).split("Nóra", -1).length - 1;
            }
        };
    }
}
